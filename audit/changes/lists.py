"""Which lists of our accounts may be compared with which earlier collection, and why not, if not.

Only what is missing from a whole list, and stood in a whole list before, is known to be gone.
"""

import pandas as pd

from audit.changes.ledger import is_whole
from audit.changes.past import KINDS, LIST
from connectors import frames
from connectors.frames import READ

COMPARED = (*LIST, "base", "seen", "known", "reason", "earliest", "by_hand", "older", "builds_on")
_FIRST = "This is the first review that read it."
_NOT_NOW = "It was not read in this review."
_SHORT_NOW = "This review did not read all of it, or not with every account."
_SHORT_THEN = "No earlier review read all of it with every account."
_OLDER = "What was read now is not newer than what an earlier review read."
BUILDS_ON = (
    "Through an interface it builds on the pages of the last run, so what was taken back shows "
    "only after a run with --full."
)


def compared(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    """Give one row for each list of follows, likes, reposts or quotes that was ever read.

    ``now`` and ``then`` are coverage rows (audit.changes.ledger.lists_of), those of then with
    ``run``. ``base`` is the last run that read it whole, ``seen`` the last that read any of it
    (-1 for none); ``known`` says whether what is missing now is gone, and ``reason`` why not.
    ``earliest`` is how far back this collection goes; ``by_hand`` says that people keep the list,
    ``older`` that it is no newer than what an earlier run read, ``builds_on`` that it may hold what
    an earlier run read (BUILDS_ON).
    """
    now, then = _ours(now), _ours(then)
    rows = pd.concat([now[LIST], then[LIST]]).drop_duplicates(ignore_index=True)
    base = _last(then[is_whole(then)], "run", rows)
    seen = _last(then, "run", rows)
    here = rows.merge(now, on=LIST, how="left")
    read_then = _last(then, "as_at", rows)
    older = here["as_at"].notna() & read_then.notna() & (here["as_at"] <= read_then)
    reason = _reasons(here, base, seen, older)
    return rows.assign(
        base=base.fillna(-1).astype("int64"),
        seen=seen.fillna(-1).astype("int64"),
        known=reason == "",
        reason=reason,
        earliest=here["earliest"],
        by_hand=here["method"] == "list",
        older=older,
        builds_on=(here["method"] == "api") & (rows["kind"] != "follow"),
    )[list(COMPARED)]


def _ours(lists: pd.DataFrame) -> pd.DataFrame:
    return lists[lists["kind"].isin(KINDS) & lists["status"].isin(READ)]


def _last(lists: pd.DataFrame, column: str, rows: pd.DataFrame) -> "pd.Series[pd.Timestamp]":
    newest = lists.groupby(LIST)[column].max().reset_index()
    return rows.merge(newest, on=LIST, how="left")[column]


def _reasons(
    here: pd.DataFrame,
    base: "pd.Series[pd.Timestamp]",
    seen: "pd.Series[pd.Timestamp]",
    older: "pd.Series[bool]",
) -> "pd.Series[str]":
    """Say of each list why nothing can be known to be gone from it; the gravest reason wins."""
    reason = pd.Series("", index=here.index, dtype=frames.TEXT)
    return (
        reason.mask(older, _OLDER)
        .mask(base.isna(), _SHORT_THEN)
        .mask(~is_whole(here).astype(bool), _SHORT_NOW)
        .mask(here["status"].isna(), _NOT_NOW)
        .mask(seen.isna(), _FIRST)
    )
