"""An own post that says it is paid for or sponsored."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.posted import posted
from audit.own_posts.of_case import PAID
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="paid-marker-posted",
    title="Post marked as paid or sponsored",
    looks_for="words in a post of ours that say it is paid for or sponsored",
    why="Advertising must be consistent with the Guidelines for Government Advertising.",
    remedy="Read the post against the Guidelines. Keep it with a reason, or escalate.",
    priority="low",
    clauses=("S5",),
)
_WHY = "Words in the post say that it is paid for or sponsored."


def find(case: Case) -> pd.DataFrame:
    """Find each such post."""
    return posted(case, PAID, "says", _WHY, "Escalate")


CHECK = Check(WORDS, find)
