"""A workbook as read: its sheets with cells, named tables and merged areas."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from connectors.list_tables import Cell


@dataclass(frozen=True)
class Area:
    """A block of cells, rows and columns counted from 1, all four included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def follows_in(self, row: int, column: int) -> bool:
        """Tell whether a cell is in the block and not its first, which alone holds a value."""
        inside = (
            self.first_row <= row <= self.last_row
            and self.first_column <= column <= self.last_column
        )
        return inside and (row, column) != (self.first_row, self.first_column)


@dataclass(frozen=True)
class Sheet:
    """One sheet: every row from the first on, blank ones too; a formula without a value as text.

    ``tables`` and ``comments`` (a count) are known of XLSX alone.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    tables: Mapping[str, Area] = field(default_factory=dict)
    merged: tuple[Area, ...] = ()
    comments: int = 0


@dataclass(frozen=True)
class Book:
    """A workbook: its sheets, what its maker noted in it, and who saved it last.

    ``saved_by`` is empty where the file does not say it, and None of .xls files, where it is not
    read.
    """

    sheets: tuple[Sheet, ...]
    properties: Mapping[str, str] = field(default_factory=dict)
    saved_by: str | None = None
