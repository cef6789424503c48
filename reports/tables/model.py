"""What a table is, said once for the workbook and the page: columns with kinds, and rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Kind = Literal["text", "number", "decimal", "percent", "date", "link", "priority", "input"]


@dataclass(frozen=True)
class Link:
    """Words that lead to an address; an empty address means words alone."""

    text: str
    url: str = ""


Cell = str | int | float | date | Link | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """One column: its key in code, its header for people, its width in characters, its kind.

    ``percent`` cells are shares (0 to 1); an ``input`` column is for people to fill in.
    """

    key: str
    header: str
    width: int
    kind: Kind = "text"


@dataclass(frozen=True)
class Table:
    """A table with its caption; ``empty`` is the sentence that stands where it has no rows.

    Cells hold text as it came: whoever writes them cleans them (reports/clean.py).
    """

    id: str
    title: str
    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    empty: str = ""

    def only(self, *keys: str) -> "Table":
        """Give the same table with the named columns alone, in the order named."""
        places = [[column.key for column in self.columns].index(key) for key in keys]
        return replace(
            self,
            columns=tuple(self.columns[place] for place in places),
            rows=tuple(tuple(row[place] for place in places) for row in self.rows),
        )

    def column(self, key: str) -> int:
        """Give the place of the named column, from 0."""
        return [column.key for column in self.columns].index(key)
