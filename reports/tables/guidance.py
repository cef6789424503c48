"""The Guidance table: one row for each clause, with three columns for what a person attests."""

from audit.review.model import GuidanceLine, Review
from audit.review.words import count
from reports import text
from reports.tables.model import Column, Row, Table

MOST_ITEMS = 5
ANSWER_COLUMNS = (
    Column("answer", "Answer", 11, "input"),
    Column("by", "By", 18, "input"),
    Column("on", "On", 13, "input"),
)
COLUMNS = (
    Column("clause", "Clause", 9),
    Column("strength", "Strength", 11),
    Column("requirement", "What the guidance asks", 36),
    Column("status", "How it stands", 15),
    Column("evidence", "What this review saw", 66),
    Column("items", "Items", 16),
    Column("question", "Question for a person", 36),
    *ANSWER_COLUMNS,
)


def guidance(review: Review) -> Table:
    """Describe how the review stands to each clause of the guidance."""
    return Table(
        id="tblGuidance",
        title="Guidance",
        caption=text.guidance.sentence(review),
        columns=COLUMNS,
        rows=tuple(_row(line) for line in review.guidance),
        empty=text.guidance.NO_CLAUSE,
    )


def _row(line: GuidanceLine) -> Row:
    return (
        line.clause,
        line.strength.capitalize(),
        line.requirement,
        text.guidance.WORDS[line.status],
        line.evidence,
        _items(line),
        line.question,
        line.answer,
        line.by,
        line.answered_on,
    )


def _items(line: GuidanceLine) -> str:
    shown = line.findings[:MOST_ITEMS]
    more = len(line.findings) - len(shown)
    return ", ".join(shown) + (f" and {count(more, 'more item')}" if more else "")
