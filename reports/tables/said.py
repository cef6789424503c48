"""The Evidence table: who says so of each item, in which row of which file; how to correct it."""

from audit.review.model import Evidence, Finding, Review
from audit.review.words import day_as_written
from reports.links import safe_link
from reports.tables.model import Column, Link, Row, Table

COLUMNS = (
    Column("item", "Item", 13),
    Column("source", "List or register", 28),
    Column("as_at", "As at", 16),
    Column("row", "Its row", 50),
    Column("url", "Where to read it", 13, "link"),
    Column("file", "File", 30),
    Column("sha256", "SHA-256 of the file", 34),
    Column("rule", "Rules", 8),
    Column("correct", "How to correct it", 44),
)
CORRECTIONS = (
    Column("source", "List", 28),
    Column("as_at", "As at", 16),
    Column("correct", "How to correct it", 60),
)


def evidence_of(review: Review) -> Table:
    """Describe the evidence of every item, in the order of the items."""
    return Table(
        id="tblEvidence",
        title="Evidence",
        caption="What each item rests on, word for word. Follow Audit says nothing of its own "
        "about an account or a site.",
        columns=COLUMNS,
        rows=tuple(
            evidence_row(finding, one) for finding in review.findings for one in finding.evidence
        ),
        empty="No item rests on a list or a register.",
    )


def evidence_row(finding: Finding, one: Evidence) -> Row:
    """Give the cells of one piece of evidence."""
    url = safe_link(finding.platform, one.url, finding.subject.handle)
    return (
        finding.item,
        one.source,
        day_as_written(one.as_at),
        one.row,
        Link("Open" if url else "", url),
        one.file,
        one.sha256,
        one.rule,
        one.correct,
    )


def corrections(review: Review) -> Table:
    """Describe how each list that an item rests on is corrected, each list once."""
    named = [one for finding in review.findings for one in finding.evidence if one.correct]
    rows = dict.fromkeys((one.source, day_as_written(one.as_at), one.correct) for one in named)
    return Table(
        id="corrections-table",
        title="Corrections",
        caption="If a list is wrong about somebody",
        columns=CORRECTIONS,
        rows=tuple(rows),
        empty="No item rests on a list of sources.",
    )
