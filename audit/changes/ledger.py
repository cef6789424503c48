"""Every follow, like and repost ever seen: in which review first, since when, and in which last.

An act that was missing from a whole list and came back begins anew: ``since`` is then later than
``first``. A list that fell short ends nothing.
"""

from collections.abc import Iterable

import pandas as pd

from audit.changes.names import who
from audit.changes.past import LIST, Collected
from connectors import frames

KEY = [*LIST, "key"]
LEDGER = (*KEY, "who", "post_url", "happened_at", "first", "since", "last")
_ABOUT = ["who", "post_url", "happened_at"]
_PLACES = ["first", "since", "last"]


def keyed(found: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """Give the acts of a collection with what tells them apart, each once: KEY, who, and more.

    A follow is told by the account, any other act by its post, or by account and time where the
    post is not known. An act of which neither is known is left out.
    """
    acts = found.assign(agency_account=who(found, names, "agency_account"), who=who(found, names))
    post = acts["post_id"].fillna(acts["post_url"])
    timed = acts["who"] + " " + acts["happened_at"].dt.strftime("%Y-%m-%dT%H:%M:%SZ").fillna("")
    key = acts["who"].where(acts["kind"] == "follow", post.fillna(timed))
    told = acts.assign(key=key.astype(frames.TEXT))[[*KEY, *_ABOUT]]
    return told.dropna(subset="key").drop_duplicates(KEY, ignore_index=True)


def lists_of(coverage: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """Give a coverage frame by our accounts as all reviews know them, one row a list."""
    ours = coverage.assign(agency_account=who(coverage, names, "agency_account"))
    return ours.drop_duplicates(LIST, keep="last", ignore_index=True)


def is_whole(lists: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which lists were read whole, every account of theirs known where that tells acts apart.

    A follow of an unknown account may be any of those that are missing.
    """
    follow = lists["kind"] == "follow"
    return (lists["status"] == "complete") & ~(follow & (lists["unattributed"] > 0))


def ledger(collections: Iterable[Collected], names: pd.DataFrame) -> pd.DataFrame:
    """Give every act of the collections, in the order of their reading, with columns LEDGER."""
    book = _empty()
    whole: dict[tuple[str, ...], int] = {}
    for place, one in enumerate(collections):
        book = _entered(book, keyed(one.acts, names), place, whole)
        lists = lists_of(one.coverage, names)
        read = lists.loc[is_whole(lists), LIST].itertuples(index=False, name=None)
        whole |= dict.fromkeys(read, place)
    return book


def _entered(
    book: pd.DataFrame, acts: pd.DataFrame, place: int, whole: dict[tuple[str, ...], int]
) -> pd.DataFrame:
    joined = book.merge(acts, on=KEY, how="outer", suffixes=("", "_now"), indicator=True)
    here, before = joined["_merge"] != "left_only", joined["_merge"] != "right_only"
    lists = pd.MultiIndex.from_frame(joined[LIST])
    read = pd.Series([whole.get(one, -1) for one in lists], index=joined.index, dtype="int64")
    again = here & before & (joined["last"] < read)
    first = joined["first"].mask(~before, place)
    since = joined["since"].mask(~before | again, place)
    about = {name: joined[name].fillna(joined[f"{name}_now"]) for name in _ABOUT}
    filled = joined.assign(first=first, since=since, last=joined["last"].mask(here, place), **about)
    places = dict.fromkeys(_PLACES, "int64")
    return filled[list(LEDGER)].astype(places)


def _empty() -> pd.DataFrame:
    texts = {name: pd.Series(dtype=frames.TEXT) for name in (*KEY, "who", "post_url")}
    places = {name: pd.Series(dtype="int64") for name in _PLACES}
    return pd.DataFrame({**texts, "happened_at": pd.Series(dtype=frames.TIME), **places})[
        list(LEDGER)
    ]
