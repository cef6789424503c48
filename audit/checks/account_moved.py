"""A followed account that its platform says has moved."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.signed import signed
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="account-moved",
    title="Followed account moved",
    looks_for="a followed account of which its platform says that it moved to another",
    why="A follow of an account that has moved no longer shows what it posts.",
    remedy="Look at the new account. Follow it instead if the purpose still holds.",
    priority="low",
    clauses=("R2",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each follow of such an account."""
    return signed(case, "moved", "which moved to another account", "Unfollow")


CHECK = Check(WORDS, find)
