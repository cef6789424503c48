"""What became of each row of the workbooks that came back."""

from dataclasses import dataclass
from datetime import datetime

from audit.decisions.model.came_back import Written
from audit.decisions.model.decided import Decided

USED, NOTED, NOT_USED, UNDECIDED, MISSING = (
    "used",
    "used with a note",
    "not used",
    "undecided",
    "missing",
)
BUCKETS = (USED, NOTED, NOT_USED, UNDECIDED, MISSING)


@dataclass(frozen=True)
class Outcome:
    """What became of one row, or of one item that is in no file (``row`` 0).

    ``written`` is word for word what stood there; ``decided`` is what is newly recorded of it.
    ``needed`` says that the item was one that needs a decision.
    """

    bucket: str
    file: str
    sheet: str
    row: int
    item: str
    title: str
    written: Written
    said: str
    needed: bool = True
    decided: Decided | None = None


@dataclass(frozen=True)
class FileRead:
    """One file that was read: its name, its SHA-256, how many rows it had, what to know of it.

    ``refused`` says that nothing in it was used, so that it may be read again.
    """

    file: str
    sha256: str
    rows: int
    said: str = ""
    refused: bool = False


@dataclass(frozen=True)
class Reading:
    """One reading of workbooks: its files and what became of each row.

    ``purposes`` are the rows of the Followed accounts sheet that people changed.
    """

    read_at: datetime
    files: tuple[FileRead, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    purposes: tuple[Outcome, ...] = ()

    @property
    def new(self) -> tuple[Decided, ...]:
        """Give the decisions that are newly recorded."""
        return tuple(one.decided for one in self.outcomes if one.decided is not None)

    def count(self, bucket: str) -> int:
        """Count the rows that ended in a bucket."""
        return sum(one.bucket == bucket for one in self.outcomes)
