"""An own post that names ministers and nobody else of the register."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.posted import posted
from audit.own_posts.of_case import MINISTER
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="minister-posted",
    title="Minister named in an own post",
    looks_for="a post of ours that names a minister of that day and nobody else of the register",
    why="Agencies explain policy; justifying or endorsing it is the role of the Minister.",
    remedy="Read whether the post explains policy, or praises it.",
    priority="info",
    clauses=("S2",),
)
_WHY = "The register has the name as a minister's on that day; it may be another of that name."


def find(case: Case) -> pd.DataFrame:
    """Find each such post."""
    return posted(case, MINISTER, "names", _WHY, "No action needed")


CHECK = Check(WORDS, find)
