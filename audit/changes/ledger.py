"""Every follow, like and repost ever seen: in which review first, since when, and in which last.

An act that was missing from a whole list and came back begins anew: ``since`` is then later than
``first``. A list that fell short ends nothing.
"""

from collections.abc import Hashable, Iterable, Mapping

import numpy as np
import pandas as pd

from audit.changes.names import who
from audit.changes.past import LIST, Collected
from connectors import frames

KEY = [*LIST, "key"]
LEDGER = (*KEY, "who", "post_url", "happened_at", "first", "since", "last")
_ABOUT = ["who", "post_url", "happened_at"]
_Here = tuple[Hashable, ...]  # one list, by the columns LIST
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
    books: dict[_Here, pd.DataFrame] = {}
    whole: dict[_Here, int] = {}
    for place, one in enumerate(collections):
        for here, acts in keyed(one.acts, names).groupby(LIST, sort=False):
            seen = _seen(acts, place)
            book = books.get(here)
            books[here] = seen if book is None else _entered(book, seen, whole.get(here, -1))
        lists = lists_of(one.coverage, names)
        read = lists.loc[is_whole(lists), LIST].itertuples(index=False, name=None)
        whole |= dict.fromkeys(read, place)
    return _one_book(books)


def _seen(acts: pd.DataFrame, place: int) -> pd.DataFrame:
    """Give the acts of one list as one review saw them."""
    return acts[["key", *_ABOUT]].assign(**dict.fromkeys(_PLACES, place)).reset_index(drop=True)


def _entered(book: pd.DataFrame, seen: pd.DataFrame, read: int) -> pd.DataFrame:
    """Enter what a review saw into the book of its list, which was read whole last at ``read``."""
    at = pd.Index(book["key"]).get_indexer(pd.Index(seen["key"]))
    known, rows = seen[at >= 0], at[at >= 0]
    last, since = (book[name].to_numpy(copy=True) for name in ("last", "since"))
    since[rows] = np.where(last[rows] < read, known["since"], since[rows])
    last[rows] = known["last"]
    about = {name: book[name].fillna(known[name].set_axis(rows)) for name in _ABOUT}
    entered = book.assign(since=since, last=last, **about)
    both: pd.DataFrame = pd.concat([entered, seen[at < 0]], ignore_index=True)
    return both


def _one_book(books: Mapping[_Here, pd.DataFrame]) -> pd.DataFrame:
    parts = [
        book.assign(**{name: str(part) for name, part in zip(LIST, here, strict=True)}).astype(
            dict.fromkeys(LIST, frames.TEXT)
        )
        for here, book in books.items()
    ]
    whole: pd.DataFrame = pd.concat([_empty(), *parts], ignore_index=True)
    return whole[list(LEDGER)]


def _empty() -> pd.DataFrame:
    texts = {name: pd.Series(dtype=frames.TEXT) for name in (*KEY, "who", "post_url")}
    places = {name: pd.Series(dtype="int64") for name in _PLACES}
    return pd.DataFrame({**texts, "happened_at": pd.Series(dtype=frames.TIME), **places})
