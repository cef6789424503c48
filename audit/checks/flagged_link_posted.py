"""A link in the agency's posts to a place that a list names."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.flagged_words import flagged, named
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="flagged-link-posted",
    title="Flagged source linked",
    looks_for="a link in a post of ours, or in one we reposted, to a place that a list names",
    why="Linking to another source is very likely to be seen as endorsement of it.",
    remedy="Look at the page and at what the list says. Escalate, or keep the link with a reason.",
    priority="high",
    clauses=("F5", "S3"),
)


def find(case: Case) -> pd.DataFrame:
    """Find each link in own posts and reposts to a place that a list names."""
    listed = flagged(case.acts)
    rows = listed[listed["kind"] == "link"]
    title = "Linked to " + rows["host"] + ", which a list names"
    return named(rows, title, "Escalate", subject_url=rows["url"], name=rows["host"])


CHECK = Check(WORDS, find)
