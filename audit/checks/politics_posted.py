"""An own post that names a party, a politician who is no minister, or a slogan."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.posted import posted
from audit.own_posts.of_case import POLITICS
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="politics-posted",
    title="Party, politician or slogan in an own post",
    looks_for=(
        "a party, a politician of that day or a slogan of our list, named in a post of ours"
    ),
    why="What agencies post must be impartial and politically neutral.",
    remedy="Read the post. Keep it with its business purpose as the reason, or escalate.",
    priority="low",
    clauses=("S2",),
)
_WHY = "The register has the name, or your list has the slogan; it may be another of that name."


def find(case: Case) -> pd.DataFrame:
    """Find each such post."""
    return posted(case, POLITICS, "names", _WHY, "Keep")


CHECK = Check(WORDS, find)
