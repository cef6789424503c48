"""What calamine reads of a workbook, or why it does not; it runs in a process of its own."""

import io
from datetime import date, datetime, time
from typing import Any, Literal

import python_calamine

from connectors.spreadsheets.book import Area, Book, Sheet
from connectors.spreadsheets.cells import cell_of

DAMAGED: Literal["damaged"] = "damaged"
LOCKED: Literal["locked"] = "locked"
TOO_LARGE: Literal["too large"] = "too large"
_MOST_CELLS = 5_000_000


def calamine_book(content: bytes) -> Book | Literal["damaged", "locked", "too large"]:
    """Read every sheet, or say in one of three words why not."""
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
        if sum(sheet.total_height * sheet.total_width for sheet in sheets) > _MOST_CELLS:
            return TOO_LARGE
        return Book(tuple(_sheet(sheet) for sheet in sheets))
    except python_calamine.PasswordError:
        return LOCKED
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError, MemoryError):
        return DAMAGED


def _sheet(sheet: Any) -> Sheet:
    rows = tuple(
        tuple(cell_of(_plain(value)) for value in row)
        for row in sheet.to_python(skip_empty_area=False)
    )
    areas = sheet.merged_cell_ranges or ()
    return Sheet(sheet.name, rows, merged=tuple(_area(*area) for area in areas))


def _area(first: tuple[int, int], last: tuple[int, int]) -> Area:
    return Area(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)


def _plain(value: Any) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time(0))
    return value
