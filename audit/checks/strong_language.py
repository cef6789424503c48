"""A profile or a shared post with a word that a list counts as strong language."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.worded import worded
from audit.review.model import CheckWords
from audit.screen.forms import PROFANITY

WORDS = CheckWords(
    id="strong-language",
    title="Strong language in a profile or post",
    looks_for=(
        "a word that a list counts as profanity, in a followed account's profile or a shared post"
    ),
    why="Strong language may sit badly with an official account.",
    remedy="Read the whole text before you follow or share again.",
    priority="info",
    clauses=("F3",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each such profile and post."""
    return worded(case, PROFANITY, "strong language")


CHECK = Check(WORDS, find)
