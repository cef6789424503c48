"""The page: one self-contained HTML file made from the Review, with no outside request."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from audit.review.model import Review
from reports import coverage_words, page_one, page_tables
from reports.html import render
from reports.page_lists import balance_section
from reports.quarter_charts import quarter_charts
from reports.tables import corrections, lists_compared
from reports.tables import quarters as quarters_table


def write_page(review: Review, path: Path) -> None:
    """Write the page of a review to path, as UTF-8 with LF line ends."""
    path.write_text(render_page(review), encoding="utf-8", newline="\n")


def render_page(review: Review) -> str:
    """Make the page of a review: the same Review gives the same text, byte for byte."""
    return render("page.html.j2", review.marking, {**_parts(review), "review": review})


def _parts(review: Review) -> Mapping[str, Any]:
    limits = page_one.limits(review)
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
        **balance_section(review),
        **_changes(review),
        "findings": page_tables.page_findings(review),
        "guidance": page_tables.page_guidance(review),
        "coverage": page_tables.page_coverage(review),
        "files": page_tables.page_files(review),
        "checks": page_tables.checks(review),
        "registers": page_tables.registers(review),
        "corrections": corrections(review),
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
