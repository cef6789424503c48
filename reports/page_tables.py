"""The tables of the page: the shared ones with fewer columns, and those of the method section."""

from collections.abc import Mapping
from dataclasses import replace

from audit.review.model import Balance, Review
from audit.review.words import day_as_written
from reports import text
from reports.charts import TESTED
from reports.clean import one_line
from reports.tables import (
    Column,
    Link,
    Row,
    Table,
    changes,
    coverage,
    files_read,
    findings,
    guidance,
    known_accounts,
    lists_compared,
    party_rows,
    quarters,
)
from reports.tables.balance import PARTIES

MOST_ROWS = 500
MOST_CHANGES = 100
_MOST = {"title": 240, "why": 600}  # letters in a cell, so that no row fills a printed page
_CHECKS = (
    Column("title", "Rule", 24),
    Column("priority", "Priority", 12, "priority"),
    Column("why", "Why it matters", 50),
    Column("remedy", "What to do", 40),
)
_REGISTERS = (
    Column("name", "Register or list", 30),
    Column("as_at", "As at", 16),
    Column("rows", "Rows", 10, "number"),
)


def page_findings(review: Review) -> Table:
    """Give the findings for the page, highest first and at most 500 of them, long texts cut."""
    table = findings(review, MOST_ROWS).only(
        "item", "priority", "title", "why", "our_account", "subject", "happened_on", "suggested",
        "kind",
    )  # fmt: skip
    caption = "Findings: what needs a decision first, then by priority"
    title = table.column("title")
    cut = {table.column(key): most for key, most in _MOST.items()}
    columns = list(table.columns[:-1])
    columns[title] = replace(columns[title], kind="link")
    rows = [_linked(_cut(row, cut), title) for row in table.rows]
    return replace(table, id="all-findings", caption=caption, columns=tuple(columns), rows=rows)


def _cut(row: Row, most: Mapping[int, int]) -> Row:
    return tuple(
        one_line(str(cell), most[place]) if place in most else cell
        for place, cell in enumerate(row)
    )


def _linked(row: Row, title: int) -> Row:
    """Put the address of the post, which comes last, behind the words of what was found."""
    *shown, post = row
    shown[title] = Link(str(row[title]), post.url if isinstance(post, Link) else "")
    return tuple(shown)


def page_changes(review: Review) -> Table:
    """Give the changes for the page, at most 100 of them."""
    table = changes(review).only("account", "what", "our_account", "kind", "words", "evidence")
    caption = "What is not as it was, by cause"
    return replace(table, id="changes-table", caption=caption, rows=table.rows[:MOST_CHANGES])


def page_compared(review: Review) -> Table:
    """Give the lists that were compared, in fewer columns."""
    table = lists_compared(review).only(
        "our_account", "platform", "kind", "known", "since", "missing", "appeared", "reason"
    )
    return replace(table, id="compared-table", caption="Lists compared with an earlier review")


def page_quarters(review: Review) -> Table:
    """Give the quarters, in fewer columns."""
    table = quarters(review).only(
        "quarter", "follows", "likes", "reposts", "findings", "need_decision", "follow_n",
        "follow_d", "follow_verdict",
    )  # fmt: skip
    return replace(table, id="quarters-table", caption="Quarter by quarter, oldest first")


def page_coverage(review: Review) -> Table:
    """Give the coverage table without the columns that only the workbook needs."""
    table = coverage(review).only(
        "platform", "our_account", "kind", "status", "stated", "fetched", "unattributed", "as_at",
        "reason",
    )  # fmt: skip
    return replace(table, id="coverage-table", caption="What was read, by account and kind")


def page_files(review: Review) -> Table:
    """Give the table of files read."""
    table = files_read(review).only(
        "source", "our_account", "platform", "records", "kept", "reported", "why"
    )
    return replace(table, id="files-table", caption="Files read, and what became of each record")


def party_figures(review: Review, balance: Balance, name: str) -> Table:
    """Give the figures of one list, one line for each party; a list not tested has counts alone."""
    whole = Table(name, "", "", PARTIES, party_rows(review, balance))
    title = text.balance.scope_words(balance)
    if balance.verdict not in TESTED:
        return replace(whole.only("party", "count"), caption=f"{title}: counts by party")
    figures = whole.only(*(column.key for column in PARTIES[1:]))
    return replace(figures, caption=f"{title}: counts against the agreed range, by party")


def checks(review: Review) -> Table:
    """Describe the rules that were applied, in their own words."""
    rows = tuple(
        (check.title, text.labels.PRIORITY_WORDS[check.priority], check.why, check.remedy)
        for check in review.checks
    )
    return Table("checks-table", "Rules", "The rules of this review", _CHECKS, rows, "No rule ran.")


def page_guidance(review: Review) -> Table:
    """Give the guidance table without the columns that a person fills in."""
    table = guidance(review).only("clause", "strength", "requirement", "status", "evidence")
    caption = "How this review stands to each clause"
    return replace(table, id="guidance-table", caption=caption)


def page_known(review: Review) -> Table:
    """Give the table of members whose account the register knows."""
    return replace(known_accounts(review), id="known-table")


def registers(review: Review) -> Table:
    """Describe the registers and lists that were used, with their dates."""
    rows = tuple((used.name, day_as_written(used.as_at), used.rows) for used in review.registers)
    return Table(
        id="lists-table",
        title="Registers and lists",
        caption="Registers and lists used",
        columns=_REGISTERS,
        rows=rows,
        empty="No register and no list was used, so nothing could be matched or flagged.",
    )
