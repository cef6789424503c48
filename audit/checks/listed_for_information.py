"""An account or a link that lists name without asking for a look."""

import pandas as pd

from audit.case import Case
from audit.checks.base import DONE, Check, who
from audit.checks.flagged_words import flagged, named
from audit.review.model import CheckWords
from audit.sources.rows import INFO

WORDS = CheckWords(
    id="listed-for-information",
    title="On a list, for information",
    looks_for=(
        "an account, a server or the place a link leads to that a list names without "
        "asking for a look"
    ),
    why="A list names the account, its server or the source, in words that ask for no decision.",
    remedy="Read what the list says before you follow, share or link again.",
    priority="info",
    clauses=("F3",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each act whose account or link is on a list for information alone."""
    rows = flagged(case.acts, INFO)
    link = rows["kind"] == "link"
    done = rows["kind"].map(DONE).fillna("") + " " + who(rows)
    title = done.mask(link, "Linked to " + rows["host"]) + ", which a list names"
    url = rows["account_url"].mask(link, rows["url"])
    name = rows["name"].mask(link, rows["host"])
    return named(rows, title, "No action needed", subject_url=url, name=name)


CHECK = Check(WORDS, find)
