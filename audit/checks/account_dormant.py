"""A followed account that has not posted for a year."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.signed import signed
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="account-dormant",
    title="Followed account without a post for a year",
    looks_for="a followed account whose last post is more than a year old",
    why="An account without posts may be taken over, and its purpose may have ended.",
    remedy="Ask whether the purpose of following it still holds.",
    priority="info",
    clauses=("R2",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each follow of such an account."""
    return signed(case, "dormant", "which has not posted for a year", "Keep")


CHECK = Check(WORDS, find)
