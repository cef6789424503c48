"""The sheets of an Excel workbook (XLSX), with the addresses behind linked cells."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from connectors.errors import SourceError
from connectors.list_tables import Cell, Table, lines, text_cell
from connectors.profiles import clean

_LIMIT_UNPACKED = 512 * 2**20
_LIMIT_CELLS = 5_000_000
_LARGEST_EXACT = 2**53
_LINK_FORMULA = re.compile(r'=\s*HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
# What openpyxl lets through when a workbook is not well formed.
DAMAGE = (
    zipfile.BadZipFile,
    InvalidFileException,
    ParseError,
    zlib.error,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    NotImplementedError,
    OSError,
)


def workbook_tables(content: bytes, name: str) -> tuple[Table, ...]:
    """Read every sheet, hidden ones too; raises SourceError where it is no whole workbook."""
    _check_size(content, name)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of drawings and rules that it leaves out; they hold no rows.
            warnings.simplefilter("ignore")
            shown = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
            written = openpyxl.load_workbook(io.BytesIO(content))
        return tuple(
            Table(clean(sheet.title), tuple(lines(_rows(sheet, written[sheet.title], name))))
            for sheet in shown.worksheets
        )
    except DAMAGE as error:
        raise _damaged(name) from error


def _check_size(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inner = archive.infolist()
    except DAMAGE as error:
        raise _damaged(name) from error
    if not any(info.filename.endswith("workbook.xml") for info in inner):
        raise SourceError(f"{name} is no Excel workbook. Save the list as XLSX or CSV.")
    if sum(info.file_size for info in inner) > _LIMIT_UNPACKED:
        raise SourceError(f"{name} is far larger than any list. Save its rows as CSV.")


def _rows(sheet: Any, written: Any, name: str) -> Iterator[list[Cell]]:
    if sheet.max_row * sheet.max_column > _LIMIT_CELLS:
        raise SourceError(f"Sheet {sheet.title} of {name} is too large. Save its rows as CSV.")
    merged = _merged_down(sheet)
    for row in sheet.iter_rows():
        yield [_cell(merged.get((one.row, one.column), one), written) for one in row]


def _merged_down(sheet: Any) -> dict[tuple[int, int], Any]:
    # A cell merged over several rows says the same for each of them.
    return {
        (row, area.min_col): sheet.cell(area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row + 1, area.max_row + 1)
    }


def _cell(cell: Any, written: Any) -> Cell:
    value = cell.value
    if isinstance(value, (datetime, date)):
        when = value if isinstance(value, datetime) else datetime.combine(value, time(0))
        return Cell(value.isoformat(), when=when)
    if isinstance(value, float) and value.is_integer():
        exact = abs(value) <= _LARGEST_EXACT
        return Cell(f"{value:.0f}", rounded=not exact)
    shown = text_cell("" if value is None else str(value))
    return Cell(shown.text, _link(cell, written), rounded=shown.rounded)


def _link(cell: Any, written: Any) -> str:
    if cell.hyperlink is not None and cell.hyperlink.target:
        return clean(cell.hyperlink.target)
    formula = written.cell(cell.row, cell.column).value
    match = _LINK_FORMULA.match(formula) if isinstance(formula, str) else None
    return clean(match[1]) if match else ""


def _damaged(name: str) -> SourceError:
    return SourceError(f"{name} is a damaged workbook. Open it, save it again as XLSX, and retry.")
