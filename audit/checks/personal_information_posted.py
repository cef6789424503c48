"""A post of ours, or one we shared, that holds what belongs to a person."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.posted import posted
from audit.own_posts.of_case import PERSONAL
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="personal-information-posted",
    title="Personal information in a post",
    looks_for=(
        "what has the form of a person's e-mail address, phone number or home address, "
        "in a post of ours or one we shared"
    ),
    why="Information about a person is shared only with that person's consent.",
    remedy="Read the post. Keep it if the person agreed, or have it taken down.",
    priority="medium",
    clauses=("S4",),
)
_WHY = "What was seen has the form of a person's address or number; it may be a business's."


def find(case: Case) -> pd.DataFrame:
    """Find each such post."""
    return posted(case, PERSONAL, "holds", _WHY, "Escalate")


CHECK = Check(WORDS, find)
