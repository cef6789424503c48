"""The workbook of what a source would change in the register: a person ticks what to accept."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from audit.review.difference import Difference
from reports import style, text
from reports.tables import Column, Row, Table
from reports.xlsx import Book, Properties

SHEET = "Differences"
YES = "yes"
ACCEPT, KEY = "Accept", "Key"
_WORDS = "AcceptWords"
_COLUMNS = (
    Column("difference", "Difference", 14),
    Column("party", "Party", 14),
    Column("name", "Who", 24),
    Column("said", "The source says", 44),
    Column("held", "The register has", 44),
    Column("why", "Why to look", 34),
    Column("where", "Row", 24),
    Column("source", "Source", 20),
    Column("evidence", "Evidence", 30),
    Column("as_at", "As at", 13),
    Column("accept", ACCEPT, 12, "input"),
    Column("key", KEY, 16),
)
_HOW = (
    (
        "yes",
        "Write it into the overlay. Look at the evidence first, above all where it is doubtful.",
    ),
    ("no", "Leave the register as it is. An empty cell says the same."),
)


def write_difference(
    differences: Sequence[Difference], path: Path, source: str, created: datetime
) -> None:
    """Write one row for each difference, in their order; only the Accept column is read back."""
    title = f"What {source} would change in the register"
    book = Book(Properties(title, "Register of politicians", text.document.AUTHOR, "", created, {}))
    table = Table("Differences", SHEET, title, _COLUMNS, [_row(one) for one in differences])
    sheet = book.sheet(SHEET, [column.width for column in _COLUMNS], tab=style.PLUM)
    last = sheet.table(table, 0, filters=True)
    refused = "Choose yes or no from the list."
    sheet.choose_from((1, last, table.column("accept")), _WORDS, refused)
    sheet.freeze(1, 0)
    sheet.page(title, "", repeated=0)
    _add_how(book, title)
    path.write_bytes(book.finish())


def _row(one: Difference) -> Row:
    cannot = "" if one.rows else "Nothing can be accepted here."
    return (
        one.kind,
        one.party,
        one.name,
        one.said,
        one.held,
        " ".join(part for part in (one.why, cannot) if part),
        one.where,
        one.source,
        one.evidence_url,
        one.as_at,
        None,
        one.key,
    )


def _add_how(book: Book, title: str) -> None:
    columns = (Column("word", ACCEPT, 12), Column("meaning", "What it means", 90))
    table = Table("HowToAccept", "How to accept", "", columns, _HOW)
    sheet = book.sheet(table.title, [column.width for column in columns])
    last = sheet.table(table, 0)
    book.name_cells(_WORDS, table.title, 1, last)
    sheet.page(title, "", repeated=0)
