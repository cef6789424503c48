"""A follow without a recorded purpose."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check, hits, who
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="purpose-missing",
    title="Follow without a recorded purpose",
    why="The guidance asks for a clear business purpose for following an account.",
    remedy="Write the purpose in your list of purposes, or unfollow the account.",
    priority="info",
    clauses=("F1",),
)

_NO_ROW = "Your lists of purposes have no row for this account."
_NO_LIST = "The configuration names no list of purposes."


def find(case: Case) -> pd.DataFrame:
    """Find each followed account that the agency's lists of purposes do not name."""
    rows = case.followed[case.followed["purpose"].isna()]
    return hits(
        rows,
        title="No purpose is recorded for following " + who(rows),
        why=_NO_ROW if case.purposes_given else _NO_LIST,
        suggested="Record a purpose",
    )


CHECK = Check(WORDS, find)
