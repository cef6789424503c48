"""Judges workbooks that came back: every row ends in exactly one bucket, in any order of rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from audit.decisions.model import (
    MISSING,
    NOT_USED,
    NOTED,
    UNDECIDED,
    USED,
    Decided,
    Outcome,
    Reading,
    Returned,
    Written,
)
from audit.decisions.one_file import file_read, refusal_of
from audit.decisions.one_row import Judged, due_in_words, judge_row, sentence
from audit.decisions.settle import Settled, is_recorded, issued_of, said_in, settle
from audit.decisions.store import Store
from audit.review.words import count

_LOST = "it is in no file that came back of run"


def judge(books: Sequence[Returned], store: Store, layout: int, read_at: datetime) -> Reading:
    """Judge workbooks read together; the buckets add up to the rows read plus the items missing.

    ``layout`` is the newest layout of the Findings sheet that this version knows.
    """
    runs = {book.sha256: store.run_of(book) for book in books}
    refusals = {book.sha256: refusal_of(book, store, runs[book.sha256], layout) for book in books}
    rows = [
        judge_row(book, row, store, runs[book.sha256])
        for book in books
        for row in sorted(book.rows, key=lambda row: (row.sheet, row.row))
    ]
    open_rows = [one for one in rows if one.fresh and not refusals[one.book.sha256]]
    settled = settle(open_rows, store)
    outcomes = [_outcome(one, refusals[one.book.sha256], settled, store, read_at) for one in rows]
    files = [file_read(book, refusals[book.sha256], runs[book.sha256], store) for book in books]
    return Reading(read_at, tuple(files), (*outcomes, *_missing(rows, books, runs, store)))


def _outcome(
    one: Judged,
    refusal: str,
    settled: Settled,
    store: Store,
    read_at: datetime,
) -> Outcome:
    bucket, said, decided = _bucket(one, refusal, settled, store, read_at)
    return Outcome(
        bucket=bucket,
        file=one.book.file,
        sheet=one.row.sheet,
        row=one.row.row,
        item=one.item,
        title=one.issued.title if one.issued else "",
        written=one.row.written,
        said=". ".join(sentence(part) for part in said if part),
        needed=one.issued is None or one.issued.needs,
        decided=decided,
    )


def _bucket(
    one: Judged,
    refusal: str,
    settled: Settled,
    store: Store,
    read_at: datetime,
) -> tuple[str, tuple[str, ...], Decided | None]:
    """Give the bucket of a row, what to say about it, and what is newly recorded."""
    if refusal:
        return NOT_USED, (f"nothing in {one.book.file} is used: {refusal}",), None
    if one.issued is None or (one.refused and not one.fresh):
        return NOT_USED, (one.refused, *one.notes), None
    if not one.fresh:
        return _not_fresh(one, settled.get(one.item))
    conflict, counted = settled[one.item]
    if counted is None or one.refused:
        return NOT_USED, (one.refused, conflict, *one.notes), None
    return _fresh(one, counted, store.decided.get(one.item), read_at)


def _fresh(
    one: Judged, counted: Judged, before: Decided | None, read_at: datetime
) -> tuple[str, tuple[str, ...], Decided | None]:
    """Judge a row with a decision of its own, where ``counted`` is the row that counts."""
    due = due_in_words(one.row.due_day)
    if said_in(one) != said_in(counted):
        return NOT_USED, (f"a newer workbook decides this item: {counted.place}",), None
    if counted is not one:
        twice = f"the same decision stands in {counted.place}; it counts once"
        return NOTED, (twice, *one.notes, due), None
    bucket = NOTED if one.notes else USED
    if before is None:
        return bucket, (*one.notes, due), _decided(one, read_at)
    if is_recorded(before, one):
        return bucket, (*one.notes, due), None
    return bucket, (*one.notes, due, f"it replaces {before.decision}"), _decided(one, read_at)


def _not_fresh(
    one: Judged, settled: tuple[str, Judged | None] | None
) -> tuple[str, tuple[str, ...], Decided | None]:
    """Judge a row in which nobody wrote a decision: empty, or as the tool had filled it in."""
    elsewhere = f"decided in {settled[1].place}" if settled and settled[1] else ""
    written = one.row.written
    if written.decision:
        return USED, ("as it was recorded before", elsewhere), None
    taken_out = one.issued.written.decision if one.issued else ""
    said = f"{taken_out} was taken out here; it stays recorded" if taken_out else ""
    alone = "words stand here, but no decision" if written else ""
    return UNDECIDED, (said, alone, elsewhere), None


def _decided(one: Judged, read_at: datetime) -> Decided:
    issued, written = issued_of(one), one.row.written
    return Decided(
        item=issued.item,
        key=issued.key,
        decision=one.value,
        reason=written.reason,
        owner=written.owner,
        due=one.row.due_day,
        evidence=issued.evidence,
        run_id=issued.run_id,
        issued_at=issued.observed_at,
        file=one.book.file,
        sha256=one.book.sha256,
        sheet=one.row.sheet,
        row=one.row.row,
        who=one.book.who,
        read_at=read_at,
    )


def _missing(
    rows: Sequence[Judged], books: Sequence[Returned], runs: Mapping[str, str], store: Store
) -> list[Outcome]:
    """Name each item that a run issued and that stands in none of that run's files."""
    whole = [runs[book.sha256] for book in books if book.rows]
    there = {one.item for one in rows}
    return [
        Outcome(
            MISSING, "", "", 0, item, one.title, Written(), sentence(f"{_LOST} {run}"), one.needs
        )
        for run in dict.fromkeys(filter(None, whole))
        for item, one in store.runs[run].items()
        if item not in there
    ]


def in_one_line(reading: Reading) -> str:
    """Say what became of all rows: 12 rows read: 5 used, 1 used with a note ….."""
    rows = sum(one.bucket != MISSING for one in reading.outcomes)
    parts = [f"{reading.count(bucket):,} {bucket}" for bucket in (USED, NOTED, NOT_USED, UNDECIDED)]
    missing = count(reading.count(MISSING), "item")
    return f"{count(rows, 'row')} read: {', '.join(parts)}. {missing} missing."
