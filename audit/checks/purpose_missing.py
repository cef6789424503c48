"""A follow without a recorded purpose, or with one that was to be looked at again by now."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check, days, hits, who
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="purpose-missing",
    title="Follow without a recorded purpose",
    looks_for=(
        "a follow for which no purpose is recorded, or whose purpose was to be looked "
        "at again by now"
    ),
    why="The guidance asks for a clear business purpose for following an account.",
    remedy="Write the purpose on the Followed accounts sheet, or unfollow the account.",
    priority="info",
    clauses=("F1",),
)

_NO_ROW = "Your lists of purposes have no row for this account."
_NO_LIST = "No purpose of any account is recorded."
_OVER = "Its review date is over. Write a new one, with the purpose, or unfollow the account."


def find(case: Case) -> pd.DataFrame:
    """Find each followed account without a purpose, or whose purpose's review date is over."""
    followed = case.followed
    missing = followed["purpose"].isna()
    over = pd.to_datetime(followed["review_by"]) < pd.Timestamp(case.observed_on)
    rows = followed[missing | over]
    none = missing[rows.index]
    by = days(pd.to_datetime(rows["review_by"]))
    title = "No purpose is recorded for following " + who(rows)
    again = "The purpose of following " + who(rows) + " was to be looked at again by " + by
    return hits(
        rows,
        title=title.where(none, again),
        why=pd.Series(_NO_ROW if case.purposes_given else _NO_LIST, rows.index).where(none, _OVER),
        suggested="Record a purpose",
    )


CHECK = Check(WORDS, find)
