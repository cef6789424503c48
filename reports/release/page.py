"""The page of the copy for release: one self-contained HTML file without script or links out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from audit.review.released import Released
from reports import coverage_words, page_tables
from reports.html import render
from reports.page_lists import balance_section
from reports.page_one import Number
from reports.release import tables, text
from reports.tables import Table, quarters

_COVERAGE = (
    "our_account", "platform", "kind", "status", "stated", "fetched", "unattributed", "as_at",
)  # fmt: skip


def render_release(released: Released) -> str:
    """Make the page: the same copy gives the same text, byte for byte."""
    return render("release.html.j2", "", _parts(released))


def _parts(released: Released) -> Mapping[str, Any]:
    review = released.review
    return {
        "review": review,
        "words": text,
        "title": text.title(review),
        "not_covered": coverage_words.not_covered(review),
        "numbers": numbers(released),
        "paragraphs": text.how(released),
        "withheld": tables.withheld(released),
        "withheld_said": " ".join(text.withheld(released)),
        **balance_section(review),
        "listed": [
            (tables.first_rows(table), text.cut(table, name), about, header)
            for table, name, about, header in (
                (tables.page_items(released), "items.csv", text.ITEMS, ""),
                (tables.page_acts(released), "accounts.csv", text.ACTS, "whose"),
                (tables.sites(released), "sites.csv", "", "site"),
            )
        ],
        "quarters": page_tables.page_quarters(review),
        "quarters_note": quarters(review).caption,
        "guidance": _guidance(released),
        "coverage": tables.coverage(review).only(*_COVERAGE),
        "checks": page_tables.checks(review),
        "registers": tables.lists(released),
    }


def numbers(released: Released) -> tuple[Number, ...]:
    """Give the four numbers at the top, in their order."""
    review, told = released.review, released.withheld
    summary = review.summary
    decided = sum(bool(one.decision) for one in released.items)
    return (
        Number(
            f"{summary.items_checked:,}",
            "items checked",
            "follows, likes, reposts, quotes and links",
        ),
        Number(f"{len(released.items):,}", _items(released), f"{decided:,} decided"),
        Number(
            f"{told.accounts:,}",
            "account withheld" if told.accounts == 1 else "accounts withheld",
            f"their acts are counted, not named: {told.acts:,}",
        ),
        Number(coverage_words.accounts_read(review), "accounts read", "see Coverage"),
    )


def _items(released: Released) -> str:
    return "item found by the rules" if len(released.items) == 1 else "items found by the rules"


def _guidance(released: Released) -> Table:
    table = page_tables.page_guidance(released.review)
    return replace(table.only("clause", "strength", "requirement", "status"), id="guidance-table")
