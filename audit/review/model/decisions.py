"""What came back in workbooks since the last review, and what became of each row."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class RowRead:
    """One row that came back, or one item that did not (``row`` 0), word for word."""

    bucket: str
    file: str
    sheet: str
    row: int
    item: str
    title: str
    decision: str
    reason: str
    owner: str
    due: str
    said: str
    read_on: date


@dataclass(frozen=True)
class DecisionsRead:
    """How many rows ended in each list; ``rows`` leaves out undecided ones for information.

    ``files`` say of each file what to know. The counts add up to the rows read plus ``missing``.
    """

    sentence: str = ""
    read: int = 0
    used: int = 0
    noted: int = 0
    not_used: int = 0
    undecided: int = 0
    missing: int = 0
    files: tuple[str, ...] = ()
    rows: tuple[RowRead, ...] = ()


NONE_READ = DecisionsRead()
