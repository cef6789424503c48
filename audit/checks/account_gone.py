"""A followed account that its platform calls suspended, deactivated or deleted."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.signed import signed
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="account-gone",
    title="Followed account suspended or gone",
    looks_for="a followed account that its platform calls suspended, deactivated or deleted",
    why="A follow of an account that nobody can see any more serves no purpose.",
    remedy="Look whether the account has a successor. Unfollow it, or keep it with a reason.",
    priority="low",
    clauses=("R2",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each follow of such an account."""
    return signed(case, "gone", "which is suspended or gone", "Unfollow")


CHECK = Check(WORDS, find)
