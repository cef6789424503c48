"""What was read, as the review of a period sees it: from which day, and whether to the end."""

import pandas as pd

from audit.period import NEW_ZEALAND
from audit.review.model import Period
from audit.review.words import day
from connectors import frames
from connectors.frames import READ

_KEYS = ["platform", "agency_account", "kind"]


def to_the_end(coverage: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Call the flows of a source partial that was made before the period ended, with the reason."""
    made = coverage["as_at"].dt.tz_convert(NEW_ZEALAND).dt.date
    flow = ~coverage["kind"].isin(["follow"])
    early = flow & (made < period.end) & coverage["status"].isin(READ)
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
    days = pd.Series(pd.NaT, index=acts.index, dtype="datetime64[us]")
    # a few rows of coverage against many acts: joining them would copy every act
    for place, row in coverage[_KEYS].to_dict("index").items():
        of_row = pd.Series(data=True, index=acts.index)
        for name in _KEYS:
            of_row &= acts[name] == row[name]
        days = days.mask(of_row, made.loc[place])
    return days
