"""Where the bars of the charts of quarters go: one row a quarter, oldest first.

Lengths are shares of the drawing's width; the drawing itself is templates/chart.html.j2.
"""

from collections.abc import Callable
from dataclasses import dataclass

from audit.review.model import Quarter, Review
from audit.review.words import count, per_cent
from reports import text
from reports.tables.changes import MISSING, mix_of, share, short_label

_ROW = 42
_WIDEST = 80.0


@dataclass(frozen=True)
class QuarterBar:
    """One quarter's row: its label, its words, its length in per cent; null without a figure."""

    label: str
    words: str
    top: int
    length: float | None


@dataclass(frozen=True)
class QuarterChart:
    """A chart of quarters: what it shows, in words, its height in pixels and its bars."""

    id: str
    title: str
    description: str
    height: int
    bars: tuple[QuarterBar, ...]


def quarter_charts(review: Review) -> tuple[QuarterChart, ...]:
    """Lay out the items that needed a decision, and how far the follows were out of place."""
    trend = review.changes.trend
    if sum(bool(one.run) for one in trend) < 2:
        return ()
    most = max(one.need_decision or 0 for one in trend)
    charts = [_chart("quarters-items", "Items that needed a decision", trend, _items, most or 1)]
    if any(share(mix_of(one, "follow")) is not None for one in trend):
        title = "Follows: share out of place, all platforms"
        charts.append(_chart("quarters-follows", title, trend, _follows, 1))
    return tuple(charts)


def _chart(
    name: str,
    title: str,
    trend: tuple[Quarter, ...],
    figure: Callable[[Quarter], tuple[float | None, str]],
    longest: float,
) -> QuarterChart:
    figures = [figure(one) for one in trend]
    bars = tuple(
        _bar(short_label(one), value, words, place * _ROW, longest)
        for place, (one, (value, words)) in enumerate(zip(trend, figures, strict=True))
    )
    said = "; ".join(f"{bar.label}: {bar.words}" for bar in bars)
    return QuarterChart(name, title, f"{said}.", len(bars) * _ROW, bars)


def _bar(label: str, value: float | None, words: str, top: int, longest: float) -> QuarterBar:
    length = None if value is None else round(_WIDEST * value / longest, 2)
    return QuarterBar(label, words, top, length)


def _items(one: Quarter) -> tuple[float | None, str]:
    if one.need_decision is None:
        return None, MISSING
    return one.need_decision, f"{one.need_decision:,}"


def _follows(one: Quarter) -> tuple[float | None, str]:
    mix = mix_of(one, "follow")
    if mix is None:
        return None, MISSING
    value = share(mix)
    if value is None:
        return None, text.balance.VERDICT_WORDS[mix.verdict]
    return value, f"{per_cent(value)} of {count(mix.n, 'politician')}"
