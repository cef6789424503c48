"""The charts of quarters: one row a quarter, oldest first."""

from audit.review.model import Quarter, Review
from audit.review.words import count, per_cent
from reports import text
from reports.row_chart import RowChart, row_chart
from reports.tables.changes import MISSING, mix_of, share, short_label


def quarter_charts(review: Review) -> tuple[RowChart, ...]:
    """Lay out the items that needed a decision, and how far the follows were out of place."""
    trend = review.changes.trend
    if sum(bool(one.run) for one in trend) < 2:
        return ()
    most = max(one.need_decision or 0 for one in trend)
    items = ((short_label(one), *_items(one)) for one in trend)
    charts = [
        row_chart("quarters-items", "Items that needed a decision, by quarter", items, most or 1)
    ]
    if any(share(mix_of(one, "follow")) is not None for one in trend):
        title = "Follows on all platforms: share out of place, by quarter"
        follows = ((short_label(one), *_follows(one)) for one in trend)
        charts.append(row_chart("quarters-follows", title, follows))
    return tuple(charts)


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
