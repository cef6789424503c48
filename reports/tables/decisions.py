"""The Decisions read table: what became of each row of the workbooks that came back."""

from audit.review.model import Review, RowRead
from audit.review.words import day_as_written
from reports.tables.model import Column, Row, Table

DECISIONS = (
    Column("bucket", "Result", 17),
    Column("item", "Item number", 14),
    Column("title", "What it is about", 32),
    Column("decision", "Decision written", 17),
    Column("reason", "Reason written", 27),
    Column("owner", "Owner written", 15),
    Column("due", "Due date written", 13),
    Column("said", "What to know", 52),
    Column("file", "File", 25),
    Column("sheet", "Sheet", 13),
    Column("row", "Row", 8, "number"),
    Column("read_on", "Read on", 13, "date"),
)
_FIRST = "This is the first review, so no workbook can have come back."


def decisions_read(review: Review) -> Table:
    """Describe each row that came back since the last review, and each item that did not."""
    read = review.decisions
    return Table(
        id="tblDecisionsRead",
        title="Decisions read",
        caption=read.sentence or _FIRST,
        columns=DECISIONS,
        rows=tuple(_row(one) for one in read.rows),
        empty=read.sentence or _FIRST,
    )


def notes(review: Review) -> tuple[str, ...]:
    """Write what stands above the table: the sum, and each file that was read."""
    read = review.decisions
    if not read.rows:
        return ()
    add_up = (
        f"Rows read: {read.read:,} = {read.used:,} used + {read.noted:,} used with a note + "
        f"{read.not_used:,} not used + {read.undecided:,} undecided. Items missing: "
        f"{read.missing:,}. Undecided and missing items for information are counted, not listed."
    )
    return add_up, *read.files


def _row(one: RowRead) -> Row:
    return (
        one.bucket.capitalize(),
        one.item,
        one.title,
        one.decision,
        one.reason,
        one.owner,
        day_as_written(one.due),
        one.said,
        one.file,
        one.sheet,
        one.row or None,
        one.read_on,
    )
