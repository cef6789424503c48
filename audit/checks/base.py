"""What a check is: its words beside one pure function from the case to hits.

Hits are a frame with HIT_COLUMNS, one row per item for a person; rows keep the order of the acts.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from audit.case import Case
from audit.review.model import CheckWords
from connectors import frames

HIT_COLUMNS = (
    "platform",
    "agency_account",
    "kind",
    "account_id",
    "handle",
    "name",
    "subject_url",
    "post_id",
    "post_url",
    "happened_at",
    "title",
    "why",
    "suggested",
    "source",
    "source_as_at",
    "source_row",
    "source_url",
    "source_file",
    "source_sha256",
    "source_rule",
    "source_correct",
)
UNDO = {"follow": "Unfollow", "like": "Undo like", "repost": "Undo repost", "quote": "Escalate"}
DONE = {"follow": "Follows", "like": "Liked a post by", "repost": "Reposted", "quote": "Quoted"}


@dataclass(frozen=True)
class Check:
    """A check: its words for people, and the function that finds its hits."""

    words: CheckWords
    find: Callable[[Case], pd.DataFrame]


def hits(rows: pd.DataFrame, **given: "pd.Series[str] | str") -> pd.DataFrame:
    """Give rows of acts the columns of hits; ``given`` fills the columns that the check writes."""
    values = {"subject_url": rows.get("account_url"), **given}
    table = rows.assign(**{name: value for name, value in values.items() if value is not None})
    if "election_said" in rows.columns and "why" in table.columns:
        said = rows["election_said"].astype(frames.TEXT)
        table = table.assign(why=(table["why"] + " " + said).str.strip())
    table = table.reindex(columns=list(HIT_COLUMNS))
    return table.assign(happened_at=pd.to_datetime(table["happened_at"], utc=True))


def who(rows: pd.DataFrame) -> "pd.Series[str]":
    """Write each row's account for people: name and handle, or as much as is known."""
    handle = "@" + rows["handle"].str.lstrip("@")
    both = rows["name"] + " (" + handle + ")"
    stand_in = rows["account_id"].str.startswith("@", na=False)
    bare = rows["account_id"].where(stand_in, "account " + rows["account_id"])
    return both.fillna(handle).fillna(rows["name"]).fillna(bare).fillna("an unknown account")


def days(values: "pd.Series[pd.Timestamp]") -> "pd.Series[str]":
    """Write dates for a sentence: 30 October 2026; null stays null."""
    return values.map(_day, na_action="ignore").astype(frames.TEXT)


def _day(value: pd.Timestamp) -> str:
    return f"{value.day} {value.strftime('%B %Y')}"
