"""What became of an item, in sentences: how each review found it, and what people decided."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from audit.decisions.in_lines import row_in_words
from audit.decisions.model import Decided, Earlier, Outcome, Reading
from audit.decisions.standing import decided_on, stands_until
from audit.period import new_zealand_day
from audit.review.model import Finding
from audit.review.words import day

_STATUS = {
    "new": "found for the first time",
    "open": "found, and still to be decided",
    "decided": "decided",
    "overdue": "decided, and not done by its date",
    "cannot_tell": "decided, and it is not known whether it was done by its date",
    "done": "done as decided",
    "returned": "done before, and found again",
}


def status_in_words(finding: Finding) -> str:
    """Say how a review found an item; what is for information alone is never to be decided."""
    if finding.priority == "info" and finding.status in {"new", "open"}:
        return "found for the first time" if finding.status == "new" else "found again"
    return _STATUS[finding.status]


def history(seen: Sequence[Earlier], periods: Sequence[str], later: Sequence[str]) -> Iterator[str]:
    """Say of each review how it found the item; ``later`` are the periods that have it no more."""
    for period, one in zip(periods, seen, strict=True):
        said = f" {one.finding.note}" if one.finding.note else ""
        found = status_in_words(one.finding)
        yield f"{_bracketed(period)}, read on {_day(one.observed_at)}: {found}.{said}"
    yield from (f"{_bracketed(period)}: not among its items any more." for period in later)


def _bracketed(period: str) -> str:
    """Put the days of a period's label into brackets: Quarter 1 of 2026/27 (1 July to …)."""
    name, colon, days = period.partition(": ")
    return f"{name} ({days})" if colon else name


def decisions(
    item: str, decided: Sequence[Decided], readings: Sequence[Reading], keep_months: int
) -> Iterator[str]:
    """Say who decided what of an item, when and why; then each row that was not used."""
    mine = [one for one in decided if one.item == item]
    for place, one in enumerate(mine, 1):
        replaced = "A later decision replaced it." if place < len(mine) else ""
        yield " ".join(filter(None, (*_decided(one, keep_months), replaced)))
    for reading in readings:
        for row in reading.outcomes:
            if row.item == item and row.decided is None and (row.written or not row.row):
                yield _row(reading, row)


def _decided(one: Decided, keep_months: int) -> Iterator[str]:
    saved = f"last saved by {one.who}" if one.who else "which does not say who saved it"
    place = f"row {one.row} of the sheet {one.sheet} in {one.file}, {saved}"
    yield f"{one.decision}, read on {day(decided_on(one))} from {place}."
    yield f"Reason: {one.reason.rstrip('.')}." if one.reason else "No reason was written."
    yield f"Owner: {one.owner.rstrip('.')}." if one.owner else ""
    until = stands_until(one, keep_months)
    if one.lacks:
        yield f"It lacks {one.lacks}, which is asked for again."
    elif until is not None:
        yield f"It stands until {day(until)}, if the evidence does not change before."
    elif one.due is not None:
        yield f"Due by {day(one.due)}."


def _row(reading: Reading, row: Outcome) -> str:
    place = f"row {row.row} of the sheet {row.sheet} in {row.file} said: " if row.row else ""
    return f"{row.bucket.capitalize()} on {_day(reading.read_at)}: {place}{row_in_words(row)}"


def _day(moment: datetime) -> str:
    return day(new_zealand_day(moment))
