"""What came back and what had been issued: rows and cells as they stand, nothing judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


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
