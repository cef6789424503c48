"""The figures of up to eight quarters, each as its own review said them; nothing is worked out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from audit.period import quarter_of
from audit.review.model import Mix, Period, Quarter, Review

MOST = 8
_KINDS = ("follow", "like", "repost")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")


def quarter_said(review: Mapping[str, Any], run: str) -> Quarter | None:
    """Read a quarter's figures from its review.json; None where its period is no quarter.

    Raises KeyError or TypeError where a figure is not there.
    """
    period, totals = review["period"], review["totals"]
    if not _QUARTER.fullmatch(period["id"]):
        return None
    mixes = [
        Mix(row["kind"], row["n"], row["d"], row["misplaced"], row["verdict"])
        for row in review["balance"]
        if row["scope"] == "all" and row["kind"] in _KINDS
    ]
    return Quarter(
        period=period["id"],
        label=period["label"],
        run=run,
        follows=totals["follow"],
        likes=totals["like"],
        reposts=totals["repost"] + totals["quote"],
        links=totals["link"],
        findings=len(review["findings"]),
        need_decision=review["summary"]["need_decision"],
        mixes=tuple(mixes),
    )


def quarters(
    earlier: Sequence[Quarter], this: Quarter, period: Period, year: str
) -> tuple[Quarter, ...]:
    """Give the quarters from the first with a review, at most eight with this one, oldest first.

    A quarter without a review stands there without figures. ``year`` is how the agency names its
    quarters.
    """
    said = {one.period: one for one in earlier}
    before = [said.get(one.id, Quarter(one.id, one.label)) for one in _before(period, year)]
    first = next((place for place, one in enumerate(before) if one.run), len(before))
    return (*before[first:], this)


def _before(period: Period, year: str) -> Iterator[Period]:
    """Give the quarters before this one, oldest first."""
    back: list[Period] = []
    day = period.start
    while len(back) < MOST - 1:
        back.append(quarter_of(day - timedelta(days=1), year))
        day = back[-1].start
    yield from reversed(back)


def this_quarter(review: Review) -> Quarter:
    """Give the figures of the review itself."""
    mixes = [
        Mix(row.kind, row.n, row.d, row.misplaced, row.verdict)
        for row in review.balance
        if row.scope == "all" and row.kind in _KINDS
    ]
    totals = review.totals
    return Quarter(
        period=review.period.id,
        label=review.period.label,
        run=review.period.id,
        follows=totals["follow"],
        likes=totals["like"],
        reposts=totals["repost"] + totals["quote"],
        links=totals["link"],
        findings=len(review.findings),
        need_decision=review.summary.need_decision,
        mixes=tuple(mixes),
    )
