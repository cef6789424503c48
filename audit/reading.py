"""What was read, as the review of a period sees it: from which day, and whether to the end."""

import pandas as pd

from audit.period import NEW_ZEALAND
from audit.review.model import Period
from audit.review.words import day
from connectors import frames

_KEYS = ["platform", "agency_account", "kind"]


def to_the_end(coverage: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Call the flows of a source partial that was made before the period ended, with the reason."""
    made = coverage["as_at"].dt.tz_convert(NEW_ZEALAND).dt.date
    flow = ~coverage["kind"].isin(["follow"])
    early = flow & (made < period.end) & coverage["status"].isin(["complete", "partial"])
    said = (
        "The source was made on " + made.map(day).astype(frames.TEXT) + ", before the period ended."
    )
    reason = (coverage["reason"].fillna("") + " " + said).str.strip()
    return coverage.assign(
        status=coverage["status"].mask(early, "partial"),
        reason=coverage["reason"].mask(early, reason),
    )


def collected_days(acts: pd.DataFrame, coverage: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    """Give for each act the New Zealand day, at midnight, on which its source was made."""
    made = coverage["as_at"].dt.tz_convert(NEW_ZEALAND).dt.normalize().dt.tz_localize(None)
    days = coverage[_KEYS].assign(collected=made)
    joined = acts[_KEYS].merge(days, how="left", on=_KEYS, validate="m:1")
    return joined["collected"].set_axis(acts.index)
