"""An account of ours, or a part of it, that could not be read."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check, hits
from audit.review.model import CheckWords
from audit.review.words import KIND_NOUNS, listing

WORDS = CheckWords(
    id="account-not-read",
    title="Account could not be read in full",
    looks_for="an own account of which something could not be read, or not in full",
    why="What could not be read was not checked, so this review says nothing about it.",
    remedy="Get a new export or mend the list, and run the review again.",
    priority="medium",
    clauses=("R2",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each account whose kinds failed, or gave fewer rows than the source holds.

    Kinds of one account that share a reason are one hit.
    """
    coverage = case.coverage
    short = (coverage["fetched"] < coverage["stated"]).fillna(value=False)
    part = (coverage["status"] == "partial") & (short | (coverage["method"] == "list"))
    rows = coverage[(coverage["status"] == "failed") | part]
    together = (
        rows.fillna({"reason": "The source gave no reason."})
        .groupby(["platform", "agency_account", "status", "reason"], sort=False)
        .agg(kind=("kind", _in_words))
        .reset_index()
    )
    amount = together["status"].map({"failed": "Could not read", "partial": "Read only part of"})
    return hits(
        together.assign(account_id=together["agency_account"], kind=""),
        title=amount + " the " + together["kind"] + " of this account",
        why=together["reason"],
        suggested="Escalate",
    )


def _in_words(kinds: "pd.Series[str]") -> str:
    return listing([KIND_NOUNS[kind][1] for kind in kinds])


CHECK = Check(WORDS, find)
