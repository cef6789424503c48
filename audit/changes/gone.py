"""Which accounts went: their platform calls them suspended, deactivated, deleted or moved.

A follow that is gone from a list is an unfollow only where something says that the account is still
there, or where an account's going takes no follow out of the list.
"""

import pandas as pd

from audit.changes.acts import UNDONE, UNFOLLOWED
from audit.changes.past import LIST, Past
from audit.changes.people import PERSON

STATUSES = ("suspended", "deactivated", "deleted", "moved")
THERE = ("active", "protected")
# A follow on Bluesky is a record in our own repository, and only we take it out (app.bsky.graph).
OWN_RECORDS = ("bluesky",)
GONE, LEFT = "gone", "left"


def marked(found: pd.DataFrame, people: pd.DataFrame, earlier: pd.DataFrame) -> pd.DataFrame:
    """Say of follows, likes and reposts that vanished whether the account went or we acted.

    An account goes once: what vanishes from a list of an account that was gone at the review before
    did not go with it. LEFT is a follow of which neither could be looked up. ``found`` gets the
    columns ``status``, what was last known of the account's state, and ``there``, whether the act
    is still in its list.
    """
    now, then = _status(found, people), _status(found, earlier)
    vanished = found["what"].isin([UNFOLLOWED, UNDONE])
    went = now.isin(STATUSES) & ~then.isin(STATUSES)
    known = now.where(now.notna() & (now != "unknown"), then)
    ours = found["platform"].isin(OWN_RECORDS) & ~found["by_hand"].astype(bool)
    unsure = (found["what"] == UNFOLLOWED) & ~now.isin(THERE) & ~ours
    what = found["what"].mask(unsure, LEFT).mask(vanished & went, GONE)
    return found.assign(what=what, status=known, there=~vanished)


def still_followed(followed: pd.DataFrame, people: pd.DataFrame, past: Past) -> pd.DataFrame:
    """Find the follows of accounts that went since they were last seen, and stand in the list yet.

    ``followed`` has the columns of a list and ``who``; those that no earlier review had are left
    out. Columns as of ``marked``.
    """
    keys = [*LIST, "who"]
    known = past.acts[past.acts["kind"] == "follow"].drop(columns=["key"])
    rows = followed.merge(known, on=keys)
    now, then = _status(rows, people), _status(rows, past.people)
    went = now.isin(STATUSES) & ~then.isin(STATUSES)
    return rows.assign(what=GONE, status=now, there=True)[went].reset_index(drop=True)


def _status(rows: pd.DataFrame, people: pd.DataFrame) -> "pd.Series[str]":
    found = rows[PERSON].merge(people[[*PERSON, "status"]], on=PERSON, how="left")
    return found["status"].set_axis(rows.index)
