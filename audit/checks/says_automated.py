"""A followed account that says itself that it is automated."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.signed import signed
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="says-automated",
    title="Followed account says it is automated",
    looks_for="a followed account whose own profile says that a program posts there",
    why="The account says itself that a program posts there.",
    remedy="Ask whether the purpose of following it still holds.",
    priority="info",
    clauses=("R2",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each follow of such an account."""
    return signed(case, "says-automated", "which says that it is automated", "Keep")


CHECK = Check(WORDS, find)
