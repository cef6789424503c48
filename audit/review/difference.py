"""What a source says that the register does not: plain data for the terminal and the workbook."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["new", "changed", "ended", "doubtful", "conflicting", "vanished", "unusable"]
# In the order in which they are shown; "all" accepts those of the first line.
SURE: tuple[Kind, ...] = ("new", "changed", "ended")
KINDS: tuple[Kind, ...] = (*SURE, "doubtful", "conflicting", "vanished", "unusable")


@dataclass(frozen=True)
class Difference:
    """One difference between a source and the register.

    ``rows`` are what the overlay's ``table`` would get, as cells in the order of its columns;
    none where nothing can be accepted. ``key`` names the difference by its content. ``party`` is
    that of the owner on the day, as people call it. ``beside`` are rows of other tables, each with
    the table's name, that make no sense without these: they are accepted together.
    """

    key: str
    kind: Kind
    table: str
    actor: str
    name: str
    party: str
    said: str
    held: str
    why: str
    where: str
    source: str
    evidence_url: str
    as_at: str
    rows: tuple[tuple[str, ...], ...] = ()
    beside: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def written(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give every row that would be written, with its table."""
        return (*((self.table, row) for row in self.rows), *self.beside)
