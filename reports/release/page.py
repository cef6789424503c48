"""The page of the copy for release: one self-contained HTML file without script or links out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from audit.review.released import Released
from audit.review.words import count
from reports import coverage_words, page_tables
from reports.html import render
from reports.known_chart import known_chart
from reports.page_lists import list_parts, not_tested
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
    lists = list_parts(review)
    of_platforms = [part for part in lists if part.balance.scope != "all"]
    return {
        "review": review,
        "words": text,
        "title": text.title(review),
        "not_covered": coverage_words.not_covered(review),
        "numbers": numbers(released),
        "paragraphs": text.how(released),
        "withheld": tables.withheld(released),
        "withheld_said": " ".join(text.withheld(released)),
        "lists": [part for part in lists if part.balance.scope == "all"],
        "platform_lists": [part for part in of_platforms if part.chart],
        "not_tested": not_tested(part for part in of_platforms if not part.chart),
        "no_lists": coverage_words.nothing_found(
            ("follow", "like", "repost", "quote"), review.coverage
        ),
        "known": page_tables.page_known(review),
        "known_chart": known_chart(review),
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
        Number(f"{len(released.items):,}", "items found by the rules", f"{decided:,} decided"),
        Number(
            f"{told.accounts:,}",
            "accounts withheld",
            f"{count(told.acts, 'act')} of theirs are counted, not named",
        ),
        Number(coverage_words.accounts_read(review), "accounts read", "see Coverage"),
    )


def _guidance(released: Released) -> Table:
    table = page_tables.page_guidance(released.review)
    return replace(table.only("clause", "strength", "requirement", "status"), id="guidance-table")
