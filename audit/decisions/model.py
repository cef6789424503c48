"""What came back, what had been issued, and what became of each row: plain data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from audit.review.model import Finding

VALUES = ("Keep", "Unfollow", "Undo like", "Undo repost", "Escalate")
UNDO_OF = {
    "Unfollow": ("follow",),
    "Undo like": ("like",),
    "Undo repost": ("repost", "quote"),
}

USED, NOTED, NOT_USED, UNDECIDED, MISSING = (
    "used",
    "used with a note",
    "not used",
    "undecided",
    "missing",
)
BUCKETS = (USED, NOTED, NOT_USED, UNDECIDED, MISSING)


@dataclass(frozen=True)
class Written:
    """What stands in the four cells of a row; ``due`` is the date as ISO text, or as written."""

    decision: str = ""
    reason: str = ""
    owner: str = ""
    due: str = ""

    def __bool__(self) -> bool:
        return bool(self.decision or self.reason or self.owner or self.due)


@dataclass(frozen=True)
class Row:
    """One row that came back.

    ``cells`` are the evidence columns that the sheet still has, by header in lower case.
    ``due_typed`` says that the due date was typed as text and read day first; ``due_day`` is None
    where there is none or it cannot be read. ``merged`` says that the decision's cell is merged
    with one above it.
    """

    sheet: str
    row: int
    item: str
    written: Written
    cells: Mapping[str, str]
    due_day: date | None = None
    due_typed: bool = False
    link: str = ""
    merged: bool = False


@dataclass(frozen=True)
class Purpose:
    """Why an account is followed, whose matter it is, and until when that holds."""

    purpose: str = ""
    owner: str = ""
    review_by: date | None = None

    def __bool__(self) -> bool:
        return bool(self.purpose or self.owner or self.review_by)


@dataclass(frozen=True)
class PurposeRow:
    """One row that came back; ``account`` is platform:handle or platform:id in lower case.

    ``unread`` is a date that could not be read, as it was written; ``typed`` one typed as text.
    """

    sheet: str
    row: int
    account: str
    shown: str
    written: Purpose
    unread: str = ""
    typed: str = ""


@dataclass(frozen=True)
class Returned:
    """One workbook that came back; with a ``problem`` none of its rows is used.

    ``run_id`` is empty and ``layout`` None where the file does not say them; ``said`` is what to
    know about the file as a whole.
    """

    file: str
    sha256: str
    rows: tuple[Row, ...] = ()
    run_id: str = ""
    layout: int | None = None
    who: str = ""
    said: tuple[str, ...] = ()
    problem: str = ""
    purposes: tuple[PurposeRow, ...] = ()


@dataclass(frozen=True)
class Issued:
    """A finding as one run's workbook showed it; ``cells`` as in Row, ``written`` as filled in."""

    item: str
    key: str
    kind: str
    title: str
    run_id: str
    observed_at: datetime
    cells: Mapping[str, str]
    link: str
    evidence: str
    needs: bool
    written: Written = Written()


@dataclass(frozen=True)
class Decided:
    """One decision as it is recorded for good: of which item, what, and where it was written.

    ``evidence`` is the fingerprint of the finding's evidence when it was issued; ``issued_at``
    is when that run read its data, ``read_at`` when the workbook was read.
    """

    item: str
    key: str
    decision: str
    reason: str
    owner: str
    due: date | None
    evidence: str
    run_id: str
    issued_at: datetime
    file: str
    sha256: str
    sheet: str
    row: int
    who: str
    read_at: datetime

    @property
    def lacks(self) -> str:
        """Say what the decision needs and does not have: a reason, an owner or a due date."""
        return lacking(self.decision, self.reason, self.owner, self.due)


def lacking(decision: str, reason: str, owner: str, due: date | None) -> str:
    """Say what a decision needs and does not have; empty where nothing is lacking."""
    if decision == "Keep":
        return "" if reason else "a reason"
    if decision == "Escalate":
        return "" if owner else "an owner"
    return "" if due else "a due date"


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


@dataclass(frozen=True)
class Earlier:
    """A finding as the last earlier review that had it said, and when that read its data."""

    finding: Finding
    observed_at: datetime


@dataclass(frozen=True)
class Recorded:
    """All decisions recorded, oldest first, and the readings that no earlier review has shown.

    ``earlier`` are the findings of the last earlier review, and those that one before found done.
    """

    decisions: tuple[Decided, ...] = ()
    readings: tuple[Reading, ...] = ()
    earlier: tuple[Earlier, ...] = ()


NOTHING_DECIDED = Recorded()
