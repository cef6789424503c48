"""A like, repost or quote of an account that a list names."""

import pandas as pd

from audit.case import SHARED, Case
from audit.checks.base import DONE, UNDO, Check, who
from audit.checks.flagged_words import flagged, named
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="flagged-source-shared",
    title="Flagged account liked, reposted or quoted",
    looks_for="a like, repost or quote of an account that a list names",
    why="A like or repost is very likely to be seen as endorsement of the account.",
    remedy="Look at the post and at what the list says. Undo it, or keep it with a reason.",
    priority="high",
    clauses=("F3", "F4", "S3"),
)


def find(case: Case) -> pd.DataFrame:
    """Find each like, repost and quote of an account that a list names, one by one."""
    listed = flagged(case.acts)
    rows = listed[listed["kind"].isin(SHARED)]
    done, undo = rows["kind"].map(DONE), rows["kind"].map(UNDO)
    return named(rows, done + " " + who(rows) + ", which a list names", undo)


CHECK = Check(WORDS, find)
