"""The acts a review covers: those of the period, each with its account, its label and its flag."""

from datetime import timedelta

import pandas as pd

from audit import history as earlier
from audit.history import History
from audit.period import NEW_ZEALAND
from audit.review.model import Period
from connectors import frames


def of_period(interactions: pd.DataFrame, period: Period, history: History) -> pd.DataFrame:
    """Keep the acts that the review of a period covers, in their order.

    Follows are a stock: all of them. Likes, reposts, quotes, links and posts are a flow: those of
    the period's New Zealand days; one without a date belongs to the period that saw it first.
    At the first review of an account everything collected counts.
    """
    start = pd.Timestamp(period.start, tz=NEW_ZEALAND)
    end = pd.Timestamp(period.end + timedelta(days=1), tz=NEW_ZEALAND)
    happened = interactions["happened_at"]
    inside = (happened >= start) & (happened < end)
    first_seen = happened.isna() & ~earlier.was_seen(interactions, history)
    baseline = ~_own(interactions).isin(history.reviewed)
    stock = interactions["kind"] == "follow"
    return frames.rows(interactions, stock | inside | first_seen | baseline)


def _own(interactions: pd.DataFrame) -> "pd.Series[str]":
    return interactions["platform"] + ":" + interactions["agency_account"]
