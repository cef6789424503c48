"""A followed account of which two of handle, name and text have changed."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.signed import signed
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="identity-changed",
    title="Followed account changed its identity",
    looks_for=(
        "a followed account of which two or more of handle, name and profile text "
        "changed since the last review"
    ),
    why="Somebody may have taken the account over, or it may serve another purpose now.",
    remedy="Check that this is still whom you chose to follow. Keep or unfollow it with a reason.",
    priority="medium",
    clauses=("R2",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each follow of such an account."""
    return signed(case, "identity-changed", "whose handle, name or text changed", "Keep")


CHECK = Check(WORDS, find)
