"""Judges the purposes of following that people wrote on the Followed accounts sheet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from audit.decisions.model import NOT_USED, NOTED, USED, Outcome, Purpose, PurposeRow, Written
from audit.review.words import day

SHEET_WORD = "Purpose"
MOVED = (
    "the columns of purposes look sorted on their own. Open the workbook as it was before, sort "
    "whole rows, and save it again"
)


@dataclass(frozen=True)
class PurposeRead:
    """A purpose as it is recorded: of which account, and where it was written."""

    platform: str
    account: str
    purpose: str
    owner: str
    review_by: date | None
    file: str
    sha256: str
    sheet: str
    row: int
    who: str
    read_at: datetime


@dataclass(frozen=True)
class PurposeBook:
    """The rows of one workbook, and what its run knew: account to (id, purpose as issued)."""

    file: str
    sha256: str
    who: str
    rows: tuple[PurposeRow, ...]
    issued: Mapping[str, tuple[str, Purpose]]
    refused: str = ""


def judge_purposes(
    books: Sequence[PurposeBook], read_at: datetime, before: Sequence[PurposeRead] = ()
) -> tuple[tuple[Outcome, ...], tuple[PurposeRead, ...]]:
    """Judge each row that a person changed; gives what became of it, and what to record.

    Rows that are as the tool had filled them in say nothing new and are left out, and what
    ``before`` recorded last is not recorded again.
    """
    latest = {f"{one.platform}:{one.account}": _purpose(one) for one in before}
    changed = [(book, row) for book in books for row in book.rows if _is_changed(book, row)]
    told: defaultdict[str, set[Purpose]] = defaultdict(set)
    for book, row in changed:
        told[_account(book, row)].add(row.written)
    outcomes: list[Outcome] = []
    recorded: dict[str, PurposeRead] = {}
    for book, row in changed:
        account = _account(book, row)
        why = _refused(book, row) or (_TWICE if len(told[account]) > 1 else "")
        if not why and account not in recorded:
            recorded[account] = _recorded(book, row, account, read_at)
        outcomes.append(_outcome(book, row, why, read_at.date()))
    new = (one for account, one in recorded.items() if latest.get(account) != _purpose(one))
    return tuple(outcomes), tuple(new)


def _purpose(one: PurposeRead) -> Purpose:
    return Purpose(one.purpose, one.owner, one.review_by)


_TWICE = "This account has different purposes, so none is used"


def _is_changed(book: PurposeBook, row: PurposeRow) -> bool:
    _, was = book.issued.get(row.account, ("", Purpose()))
    return row.written != was or bool(row.unread)


def _account(book: PurposeBook, row: PurposeRow) -> str:
    return book.issued.get(row.account, (row.account, Purpose()))[0]


def _refused(book: PurposeBook, row: PurposeRow) -> str:
    if book.refused or purposes_moved(book):
        return f"Nothing in {book.file} is used: {book.refused or MOVED}"
    if row.account not in book.issued:
        return "That run's review knows no such account"
    if row.unread:
        return f"The date “{row.unread}” cannot be read; write it like 31 January 2027"
    if row.written.purpose:
        return ""
    _, was = book.issued[row.account]
    return "The purpose was taken out; it stays recorded" if was else "The purpose is empty"


def purposes_moved(book: PurposeBook) -> bool:
    """Tell whether two or more purposes left their rows and stand on others."""
    pairs = [(row, book.issued.get(row.account, ("", Purpose()))[1]) for row in book.rows]
    elsewhere = {row.written for row, was in pairs if row.written and row.written != was}
    return sum(bool(was) and row.written != was and was in elsewhere for row, was in pairs) >= 2


def _outcome(book: PurposeBook, row: PurposeRow, why: str, today: date) -> Outcome:
    written, notes = row.written, []
    due = row.unread or (written.review_by.isoformat() if written.review_by else "")
    if not why and row.typed and written.review_by:
        notes.append(f"“{row.typed}” was read day first as {day(written.review_by)}")
    if not why and written.review_by and written.review_by < today:
        notes.append(f"{day(written.review_by)} is over, so the purpose is asked for again")
    bucket = NOT_USED if why else NOTED if notes else USED
    echo = f"Review by {day(written.review_by)}" if written.review_by and not why else ""
    said = ". ".join(filter(None, (why, *notes, echo)))
    told = Written(SHEET_WORD, written.purpose, written.owner, due)
    return Outcome(bucket, book.file, row.sheet, row.row, "", row.shown, told, said)


def _recorded(book: PurposeBook, row: PurposeRow, account: str, read_at: datetime) -> PurposeRead:
    platform, _, name = account.partition(":")
    written = row.written
    return PurposeRead(
        platform=platform,
        account=name,
        purpose=written.purpose,
        owner=written.owner,
        review_by=written.review_by,
        file=book.file,
        sha256=book.sha256,
        sheet=row.sheet,
        row=row.row,
        who=book.who,
        read_at=read_at,
    )
