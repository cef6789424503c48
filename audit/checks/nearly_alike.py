"""A followed account with one or two letters other than one of an agency or an office holder."""

import pandas as pd

from audit.case import Case
from audit.checks.base import Check
from audit.checks.signed import signed
from audit.review.model import CheckWords
from audit.signs.answer import LOOK

WORDS = CheckWords(
    id="nearly-alike",
    title="Followed account nearly has a public one's name",
    looks_for=(
        "a followed account whose handle or name differs by one or two letters from "
        "that of an agency, a party or an office holder"
    ),
    why="One or two letters differ from an account of an agency or an office holder.",
    remedy="Most are what they seem to be. Check whose it is if you did not mean to follow it.",
    priority="info",
    clauses=("R2",),
)


def find(case: Case) -> pd.DataFrame:
    """Find each follow of an account whose handle or name nearly is another's."""
    return signed(case, "look-alike", "whose name is nearly another account's", "Keep", (LOOK,))


CHECK = Check(WORDS, find)
