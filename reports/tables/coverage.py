"""The Coverage tables: what was read of each account, and what became of each file's records."""

from audit.review.model import Coverage, Review, SourceFile
from audit.review.words import at_handle, platform_name
from reports import text
from reports.tables.model import Column, Row, Table

COVERAGE = (
    Column("platform", "Platform", 12),
    Column("our_account", "Our account", 28),
    Column("kind", "Kind", 11),
    Column("status", "What we could read", 19),
    Column("method", "How", 18),
    Column("stated", "Platform says", 11, "number"),
    Column("fetched", "Read", 10, "number"),
    Column("unattributed", "Author not known", 12, "number"),
    Column("earliest", "Earliest", 13, "date"),
    Column("latest", "Latest", 13, "date"),
    Column("as_at", "Read on", 13, "date"),
    Column("reason", "What to know", 56),
)
FILES = (
    Column("platform", "Platform", 12),
    Column("our_account", "Our account", 28),
    Column("source", "File", 42),
    Column("records", "Records", 11, "number"),
    Column("kept", "Kept", 11, "number"),
    Column("reported", "Reported", 11, "number"),
    Column("why", "Reported, not used", 66),
)


def coverage(review: Review) -> Table:
    """Describe what was read and what could not be read, one row for each account and kind."""
    return Table(
        id="tblCoverage",
        title="Coverage",
        caption="What we could read and what we could not. What could not be read may hold items "
        "that this review cannot show.",
        columns=COVERAGE,
        rows=tuple(_coverage_row(review, row) for row in review.coverage),
        empty="No account was asked for in this review.",
    )


def files_read(review: Review) -> Table:
    """Describe each file that was read: records = kept + reported."""
    return Table(
        id="tblFiles",
        title="Files read",
        caption="Every record of every file is either kept or reported here: records = kept + "
        "reported.",
        columns=FILES,
        rows=tuple(_file_row(row) for row in review.files),
        empty="No file was read in this review.",
    )


def _coverage_row(review: Review, row: Coverage) -> Row:
    return (
        platform_name(row.platform),
        at_handle(row.platform, row.handle),
        text.labels.KIND_WORDS.get(row.kind, row.kind),
        text.labels.COVERAGE_WORDS[row.status],
        text.labels.METHOD_WORDS.get(row.method, row.method),
        row.stated,
        row.fetched,
        row.unattributed,
        row.earliest,
        row.latest,
        row.as_at.astimezone(review.observed_at.tzinfo).date(),
        row.reason,
    )


def _file_row(row: SourceFile) -> Row:
    return (
        platform_name(row.platform),
        at_handle(row.platform, row.handle),
        row.source,
        row.records,
        row.kept,
        sum(row.reported.values()),
        "; ".join(f"{why}: {number:,}" for why, number in row.reported.items()),
    )
