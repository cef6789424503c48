"""Excel workbooks (.xlsx), through openpyxl in full, with defusedxml against XML bombs."""

import io
import warnings
from datetime import date, datetime, time
from typing import Any

import openpyxl
from openpyxl.utils import range_boundaries

from connectors.list_tables import Cell
from connectors.list_workbook import DAMAGE
from connectors.profiles import clean
from connectors.spreadsheets.book import Area, Book, Sheet
from connectors.spreadsheets.cells import cell_of
from connectors.spreadsheets.refusals import damaged, too_large

_MOST_CELLS = 5_000_000


def xlsx_book(content: bytes, name: str) -> Book:
    """Read every sheet, hidden ones too; raises SourceError where it is damaged."""
    try:
        with warnings.catch_warnings():
            # openpyxl warns of drawings and rules that it leaves out; they hold no rows.
            warnings.simplefilter("ignore")
            shown: Any = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
            written = openpyxl.load_workbook(io.BytesIO(content))
        return Book(
            tuple(_sheet(sheet, written[sheet.title], name) for sheet in shown.worksheets),
            {one.name: str(one.value) for one in shown.custom_doc_props.props},
            clean(shown.properties.lastModifiedBy or ""),
        )
    except DAMAGE as error:
        raise damaged(name) from error


def _sheet(sheet: Any, written: Any, name: str) -> Sheet:
    if sheet.max_row * sheet.max_column > _MOST_CELLS:
        raise too_large(name)
    rows = tuple(tuple(_cell(cell, written) for cell in row) for row in sheet.iter_rows())
    return Sheet(
        sheet.title,
        rows,
        {table: _area(area) for table, area in sheet.tables.items()},
        tuple(_area(str(area)) for area in sheet.merged_cells.ranges),
        sum(cell.comment is not None for row in sheet.iter_rows() for cell in row),
    )


def _area(text: str) -> Area:
    first_column, first_row, last_column, last_row = range_boundaries(text)
    return Area(first_row or 1, first_column or 1, last_row or 1, last_column or 1)


def _cell(cell: Any, written: Any) -> Cell:
    link = cell.hyperlink.target if cell.hyperlink is not None else ""
    value = cell.value
    if value is None:  # a formula that no program has worked out stands as it was typed
        value = written.cell(cell.row, cell.column).value
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time(0))
    return cell_of(value, clean(link or ""))
