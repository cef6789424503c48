"""Takes out of a workbook's purposes those whose review date is out of range, saying why."""

from dataclasses import replace
from datetime import date, datetime

from audit.decisions.model import NOT_USED, Outcome, Purpose, PurposeRow, Written
from audit.decisions.purposes import SHEET_WORD, PurposeBook, purposes_moved
from audit.review.due import due_days
from audit.review.words import day


def within_range(book: PurposeBook, issued_at: datetime) -> tuple[PurposeBook, tuple[Outcome, ...]]:
    """Give the workbook without rows whose review date does not lie as a due date must.

    A date that the run itself had filled in is left as it is, and so is a workbook of which
    nothing is used.
    """
    if book.refused or purposes_moved(book):
        return book, ()
    days = due_days(issued_at)
    why = {row: _problem(row, book, *days) for row in book.rows}
    rows = tuple(row for row in book.rows if not why[row])
    return replace(book, rows=rows), tuple(_outcome(book, row, why[row]) for row in why if why[row])


def _problem(row: PurposeRow, book: PurposeBook, first: date, last: date) -> str:
    """Say why the review date of a row cannot be used; empty where it can, or where none stands."""
    review_by = row.written.review_by
    _, was = book.issued.get(row.account, ("", Purpose()))
    if review_by is None or review_by == was.review_by or first <= review_by <= last:
        return ""
    return f"{day(review_by)} is not from {day(first)} to {day(last)}"


def _outcome(book: PurposeBook, row: PurposeRow, why: str) -> Outcome:
    stood = row.written
    written = Written(SHEET_WORD, stood.purpose, stood.owner, str(stood.review_by))
    return Outcome(NOT_USED, book.file, row.sheet, row.row, "", row.shown, written, why)
