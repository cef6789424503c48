"""A followed account that a list names."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check, who
from audit.checks.flagged_words import flagged, named
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="flagged-source-followed",
    title="Flagged account followed",
    looks_for="a follow of an account that a list names",
    why="The guidance says not to follow accounts known for offensive or questionable content.",
    remedy="Look at what the list says and at the account. Unfollow it, or keep it with a reason.",
    priority="high",
    clauses=("F3",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each follow of an account that a list names."""
    rows = flagged(case.followed)
    return named(rows, "Follows " + who(rows) + ", which a list names", "Unfollow")


CHECK = Check(WORDS, find)
