"""A followed account whose handle another account had before."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.signed import signed
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="handle-passed-on",
    title="Handle now of another account",
    looks_for=(
        "a followed account whose handle was another account's at the last review, or "
        "is another's in the register"
    ),
    why="The follow may now be of someone else than the one that was chosen.",
    remedy="Look who has the account now. Unfollow it, or keep it with a reason.",
    priority="high",
    clauses=("R2",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each follow of such an account."""
    return signed(case, "handle-passed-on", "whose handle was another account's", "Unfollow")


CHECK = Check(WORDS, find)
