"""Old Excel files (.xls) and OpenDocument files (.ods), through calamine."""

import io
from datetime import date, datetime, time
from typing import Any

import python_calamine

from connectors.spreadsheets.book import Area, Book, Sheet
from connectors.spreadsheets.cells import cell_of
from connectors.spreadsheets.refusals import damaged, locked, too_large

_MOST_CELLS = 5_000_000


def older_book(content: bytes, name: str) -> Book:
    """Read every sheet; raises SourceError where it is damaged or locked."""
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return Book(tuple(_sheet(workbook, sheet, name) for sheet in workbook.sheet_names))
    except python_calamine.PasswordError as error:
        raise locked(name) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise damaged(name) from error


def _sheet(workbook: Any, name: str, file: str) -> Sheet:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > _MOST_CELLS:
        raise too_large(file)
    rows = tuple(
        tuple(cell_of(_plain(value)) for value in row)
        for row in sheet.to_python(skip_empty_area=False)
    )
    areas = sheet.merged_cell_ranges or ()
    return Sheet(name, rows, merged=tuple(_area(*area) for area in areas))


def _area(first: tuple[int, int], last: tuple[int, int]) -> Area:
    return Area(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)


def _plain(value: Any) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time(0))
    return value
