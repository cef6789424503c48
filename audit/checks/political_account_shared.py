"""A like, repost or quote of an account that the register knows as political."""

import pandas as pd

from audit.case import SHARED, Case
from audit.checks.base import DONE, UNDO, Check, hits, who
from audit.review.model import CheckWords

WORDS = CheckWords(
    id="political-account-shared",
    title="Political account liked, reposted or quoted",
    looks_for=(
        "a like, repost or quote of an account that is, by the register, a "
        "politician's, a candidate's or a party's on the day of the act"
    ),
    why="The guidance asks agencies to weigh each like and repost against how it may be seen.",
    remedy="Look at the post. Undo it, or keep it with the business purpose as the reason.",
    priority="medium",
    clauses=("F4", "S2"),
)
NOT_POLITICAL = ("organisation", "former member")


def find(case: Case) -> pd.DataFrame:
    """Find each like, repost and quote of an office holder, a candidate or a party."""
    acts = case.acts
    labelled = acts["actor"].notna() & acts["role"].fillna("").ne("")
    rows = acts[acts["kind"].isin(SHARED) & labelled & ~acts["role"].isin(NOT_POLITICAL)]
    named = (rows["party_name"] != "") & (rows["role"] != "party")
    party = (", " + rows["party_name"].where(named)).fillna("")
    role = rows["office"].where(rows["office"].fillna("") != "", rows["role"].str.replace("_", " "))
    person = rows["actor_name"] + " (" + role + party + ")"
    return hits(
        rows,
        title=rows["kind"].map(DONE) + " " + person,
        why="The register has " + who(rows) + " as theirs, matched by " + rows["matched_by"] + ".",
        suggested=rows["kind"].map(UNDO),
        source="Register of political actors",
        source_as_at=rows["register_as_at"],
        source_row=rows["register_source"],
        source_url=rows["register_url"],
    )


CHECK = Check(WORDS, find)
