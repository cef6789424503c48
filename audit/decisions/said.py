"""Says in a Review what became of the rows that came back since the last one."""

from collections.abc import Sequence

from audit.decisions.model import (
    MISSING,
    NOT_USED,
    NOTED,
    UNDECIDED,
    USED,
    FileRead,
    Outcome,
    Reading,
)
from audit.period import new_zealand_day
from audit.review.model import DecisionsRead, RowRead
from audit.review.words import count, day

_FIRST_SHOWN = (NOT_USED, NOTED, MISSING, USED, UNDECIDED)
NO_WORKBOOK = "No workbook with decisions came back since the last review."


def decisions_read(readings: Sequence[Reading], *, first: bool) -> DecisionsRead:
    """Lay out the readings since the last review; ``first`` says that there was none before."""
    if not readings:
        return DecisionsRead("" if first else NO_WORKBOOK)

    def total(bucket: str) -> int:
        return sum(one.count(bucket) for one in readings)

    used, noted, not_used, missing = map(total, (USED, NOTED, NOT_USED, MISSING))
    told = f" ({noted:,} with a note)" if noted else ""
    shown = ((one, row) for one in readings for row in one.outcomes if _shown(row))
    purposes = [(one, row) for one in readings for row in one.purposes]
    ordered = sorted((*shown, *purposes), key=lambda pair: _FIRST_SHOWN.index(pair[1].bucket))
    rows = tuple(_row(one, row) for one, row in ordered)
    why = _purposes([row for _, row in purposes])
    return DecisionsRead(
        sentence=f"{count(used + noted, 'decision')} read from workbooks{told}, {not_used:,} not "
        f"used, {count(missing, 'item')} missing.{why}",
        read=sum(row.bucket != MISSING for one in readings for row in one.outcomes),
        used=used,
        noted=noted,
        not_used=not_used,
        undecided=total(UNDECIDED),
        missing=missing,
        files=tuple(_file(one, file) for one in readings for file in one.files),
        rows=rows,
    )


def _purposes(rows: Sequence[Outcome]) -> str:
    """Say how many purposes came back; empty where none did."""
    refused = sum(row.bucket == NOT_USED for row in rows)
    read = count(len(rows) - refused, "purpose")
    return f" {read} read, {refused:,} not used." if rows else ""


def _shown(row: Outcome) -> bool:
    return row.needed or bool(row.written) or row.bucket not in {UNDECIDED, MISSING}


def _row(reading: Reading, row: Outcome) -> RowRead:
    return RowRead(
        bucket=row.bucket,
        file=row.file,
        sheet=row.sheet,
        row=row.row,
        item=row.item,
        title=row.title,
        decision=row.written.decision,
        reason=row.written.reason,
        owner=row.written.owner,
        due=row.written.due,
        said=row.said,
        read_on=new_zealand_day(reading.read_at),
    )


def _file(reading: Reading, file: FileRead) -> str:
    said = f" {file.said}." if file.said else ""
    read_on = day(new_zealand_day(reading.read_at))
    return f"{file.file}, read on {read_on}: {count(file.rows, 'row')}.{said}"
