"""The page: one self-contained HTML file made from the Review, with no outside request."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.review.model import Balance, Review
from reports import coverage_words, list_words, page_one, page_tables, text
from reports.charts import TESTED, RangeChart, range_chart
from reports.html import render
from reports.quarter_charts import quarter_charts
from reports.tables import Table, corrections, lists_compared
from reports.tables import quarters as quarters_table


@dataclass(frozen=True)
class ListPart:
    """One list of the balance section: its words, and its chart with figures where it has any."""

    name: str
    title: str
    balance: Balance
    was_read: bool
    sentence: str
    notes: tuple[str, ...]
    reference: str
    chart: RangeChart | None
    figures: Table | None


def write_page(review: Review, path: Path) -> None:
    """Write the page of a review to path, as UTF-8 with LF line ends."""
    path.write_text(render_page(review), encoding="utf-8", newline="\n")


def render_page(review: Review) -> str:
    """Make the page of a review: the same Review gives the same text, byte for byte."""
    return render("page.html.j2", review.marking, {**_parts(review), "review": review})


def _parts(review: Review) -> Mapping[str, Any]:
    limits = page_one.limits(review)
    lists = [_list_part(review, balance, place) for place, balance in enumerate(review.balance)]
    return {
        "title": page_one.title(review),
        "headline": review.headline,
        "not_covered": coverage_words.not_covered(review),
        "numbers": page_one.numbers(review),
        "first_table": page_one.first_items(review),
        "nothing_to_decide": page_one.nothing_to_decide(review),
        "workbook": f"review-{review.period.id}.xlsx",
        "limits": limits[: page_one.MOST_LIMITS],
        "more_limits": limits[page_one.MOST_LIMITS :],
        "lists": [part for part in lists if part.balance.scope == "all"],
        "platform_lists": [part for part in lists if part.balance.scope != "all"],
        "no_lists": coverage_words.nothing_found(
            ("follow", "like", "repost", "quote"), review.coverage
        ),
        **_changes(review),
        "findings": page_tables.page_findings(review),
        "guidance": page_tables.page_guidance(review),
        "coverage": page_tables.page_coverage(review),
        "files": page_tables.page_files(review),
        "checks": page_tables.checks(review),
        "registers": page_tables.registers(review),
        "corrections": corrections(review),
        "known": page_tables.page_known(review),
    }


def _changes(review: Review) -> Mapping[str, Any]:
    compared, quarters = page_tables.page_compared(review), page_tables.page_quarters(review)
    return {
        "changes": page_tables.page_changes(review),
        "compared": compared,
        "compared_note": lists_compared(review).caption,
        "quarters": quarters,
        "quarters_note": quarters_table(review).caption,
        "quarter_charts": quarter_charts(review),
    }


def _list_part(review: Review, balance: Balance, place: int) -> ListPart:
    name = f"list-{place + 1}"
    rows = list_words.rows_of(review.coverage, balance)
    was_read = list_words.was_read(review, balance)
    gaps = coverage_words.gaps(list_words.kinds_of(balance), rows) if was_read else ""
    listed = bool(balance.n and balance.lines)
    enough = listed and balance.verdict in TESTED
    against = text.balance.REFERENCE_WORDS.get(balance.reference.id, balance.reference.id)
    names = {party.id: party.name for party in review.parties}
    return ListPart(
        name=name,
        title=text.balance.scope_words(balance),
        balance=balance,
        was_read=was_read,
        sentence=list_words.list_sentence(review, balance),
        notes=(*balance.notes, gaps) if gaps else balance.notes,
        reference=against[:1].lower() + against[1:],
        chart=range_chart(balance, names) if enough else None,
        figures=page_tables.party_figures(review, balance, f"{name}-figures") if listed else None,
    )
