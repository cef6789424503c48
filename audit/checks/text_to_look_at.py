"""A profile or a shared post with a word that a list counts as a slur."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.worded import worded
from audit.review.model import CheckWords
from audit.screen.forms import SLUR

WORDS = CheckWords(
    id="text-to-look-at",
    title="A word to look at in a profile or post",
    looks_for=(
        "a word that a list counts as a slur, in a followed account's profile or a shared post"
    ),
    why="The guidance says not to follow accounts known for offensive content.",
    remedy="Read the whole text. Words are quoted, reclaimed and reported on: keep it then.",
    priority="medium",
    clauses=("F3",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each such profile and post."""
    return worded(case, SLUR, "a slur")


CHECK = Check(WORDS, find)
