"""A sheet with a title, notes and one table, as most sheets of a workbook are."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports import style
from reports.tables import Table
from reports.xlsx import Book, Sheet


@dataclass(frozen=True)
class Printed:
    """What stands on every printed page: the document's title and its protective marking."""

    title: str
    marking: str


def add_table(
    book: Book, printed: Printed, table: Table, notes: Sequence[str] = ()
) -> tuple[Sheet, int, int]:
    """Add a sheet with a title, its notes and one table; give its header's and last row."""
    sheet = book.sheet(table.title, [column.width for column in table.columns])
    sheet.text(0, 0, table.title, style.SHEET_TITLE)
    sheet.height(0, 26)
    said = notes or (table.caption,)
    for row, note in enumerate(said, start=1):
        sheet.text(row, 0, note, style.CAPTION)
    header = len(said) + 2
    last = sheet.table(table, header)
    sheet.page(printed.title, printed.marking, repeated=header)
    return sheet, header, last
