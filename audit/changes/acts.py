"""Which acts appeared and which are missing, and what may be said of each."""

import pandas as pd

from audit.changes.ledger import KEY
from audit.changes.past import LIST
from connectors import frames

FOLLOWED, UNFOLLOWED, REDONE, UNDONE = "followed", "unfollowed", "redone", "undone"
MISSING, APPEARED = "missing", "appeared"
_TOLD = ("who", "post_url", "happened_at", "first", "since", "last", "base", "by_hand")
FOUND = (*KEY, *_TOLD, "what")


def acts_changed(now: pd.DataFrame, then: pd.DataFrame, lists: pd.DataFrame) -> pd.DataFrame:
    """Give each act that is not as it was, columns FOUND, ``what`` one of the words above.

    ``now`` is keyed (audit.changes.ledger), ``then`` the ledger of earlier reviews, ``lists`` how
    each list may be compared (audit.changes.lists). Likes and reposts that are new are the flow
    of the period, and no change. MISSING and APPEARED are what nothing can be said of: what was
    seen once and cannot be told in the other collection. ``first``, ``since`` and ``last`` are
    null for what no review saw.
    """
    told = _that_matter(then, now, lists)
    joined = now.merge(told, on=KEY, how="outer", suffixes=("", "_then"), indicator=True)
    for name in ("who", "post_url", "happened_at"):
        joined[name] = joined[name].fillna(joined[f"{name}_then"])
    rows = joined.merge(lists, on=LIST)
    here, before = rows["_merge"] != "right_only", rows["_merge"] != "left_only"
    stood = before & (rows["last"] >= rows["base"])
    what = pd.Series("", index=rows.index, dtype=frames.TEXT)
    what = what.mask(stood & ~here, MISSING).mask(_is_gone(rows) & stood & ~here, UNFOLLOWED)
    what = what.mask(here & ~before & (rows["kind"] == "follow"), APPEARED)
    what = what.mask((what == APPEARED) & (rows["base"] >= 0) & _newer(rows), FOLLOWED)
    what = what.mask(here & before & ~stood & _newer(rows), FOLLOWED)
    flow = rows["kind"] != "follow"
    what = what.mask(flow & (what == FOLLOWED), REDONE).mask(flow & (what == UNFOLLOWED), UNDONE)
    baseline = rows["seen"] < 0
    found = rows.assign(what=what)[list(FOUND)]
    return found[(what != "") & ~baseline].reset_index(drop=True)


def _that_matter(then: pd.DataFrame, now: pd.DataFrame, lists: pd.DataFrame) -> pd.DataFrame:
    """Leave out what was gone already and is gone still, which is most of a long past."""
    base = then[LIST].merge(lists[[*LIST, "base"]], on=LIST, how="left")["base"]
    stood = then["last"] >= base.set_axis(then.index)
    return then[stood | then["key"].isin(now["key"])]


def _is_gone(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Tell what would be in the list now, if it still were there.

    A like older than this collection goes back may be out of its reach, and people who keep a list
    of likes by hand do not copy the old ones into the new list.
    """
    flow = rows["kind"] != "follow"
    in_reach = rows["happened_at"].isna() | (rows["happened_at"] >= rows["earliest"])
    return rows["known"] & ~(flow & (~in_reach | rows["by_hand"]))


def _newer(rows: pd.DataFrame) -> "pd.Series[bool]":
    return ~rows["older"]
