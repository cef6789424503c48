"""A followed account that can be taken for one of an agency or an office holder."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.signed import signed
from audit.review.model import CheckWords
from audit.signs.answer import STRONG

WORDS = CheckWords(
    id="look-alike",
    title="Followed account looks like a public one",
    looks_for=(
        "a followed account whose handle or name can be read as that of an agency, a "
        "party or an office holder"
    ),
    why="The account may be taken for one of an agency or an office holder.",
    remedy="Check whose it is. Keep it if it is what it seems to be; else unfollow it.",
    priority="medium",
    clauses=("R2",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each follow of an account that can be read as another."""
    return signed(case, "look-alike", "which can be read as another account", "Keep", (STRONG,))


CHECK = Check(WORDS, find)
