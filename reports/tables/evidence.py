"""The evidence tables: every follow, like, repost and link behind the figures."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from audit.review.model import Review
from audit.review.words import PLATFORM_NAMES, at_handle
from reports import coverage_words, text
from reports.links import safe_link
from reports.tables.model import Cell, Column, Link, Table

_WHO = (
    Column("platform", "Platform", 11),
    Column("our_account", "Our account", 28),
    Column("account", "Account", 34, "link"),
    Column("name", "Name", 22),
    Column("party", "Party", 16),
    Column("role", "Office or role", 16),
    Column("flagged_by", "On list", 20),
)
_ELECTION = Column("election", "Election period", 12)
_POST = (
    Column("post_url", "Post", 13, "link"),
    Column("text", "What it said", 56),
    Column("unknown_reason", "Why the author is not known", 24),
)
FOLLOWED = (
    *_WHO,
    Column("matched_by", "How matched", 13),
    Column("status", "Account is", 11),
    Column("happened_on", "Followed on", 13, "date"),
    _ELECTION,
    Column("first_seen", "First seen", 13, "date"),
    Column("seen_since", "Seen since", 13, "date"),
    Column("purpose", "Purpose", 30, "input"),
    Column("owner", "Owner", 16, "input"),
    Column("review_by", "Review by", 13, "input"),
)
LIKES = (*_WHO, Column("happened_on", "Date", 13, "date"), _ELECTION, *_POST)
REPOSTS = (
    *_WHO,
    Column("kind", "Type", 10),
    Column("happened_on", "Date", 13, "date"),
    _ELECTION,
    *_POST,
)
LINKS = (
    Column("platform", "Platform", 11),
    Column("our_account", "Our account", 28),
    Column("host", "Site", 28),
    Column("url", "Address", 70),
    Column("flagged_by", "On list", 24),
    Column("happened_on", "Date", 13, "date"),
    _ELECTION,
    Column("post_url", "Our post", 13, "link"),
)
_ORDER = (
    "What the register or a list knows comes first. An empty cell under Party or On list means: "
    "not in the register, on no list that we used."
)
_ORDER_LINKS = (
    "What a list names comes first. An empty cell under On list means: on no list that we used."
)
_WORDS: Mapping[str, Mapping[str, str]] = {
    "platform": PLATFORM_NAMES,
    "role": text.labels.ROLE_WORDS,
    "matched_by": text.labels.MATCH_WORDS,
    "status": text.labels.ACCOUNT_STATUS_WORDS,
    "unknown_reason": text.labels.UNKNOWN_WORDS,
    "kind": text.labels.KIND_WORDS,
    "election": text.labels.ELECTION_WORDS,
}


def followed(review: Review) -> Table:
    """Describe the accounts that are followed, with party, list, purpose and owner."""
    return _evidence(review, review.evidence.followed, ("follow",), FOLLOWED)


def likes(review: Review) -> Table:
    """Describe the posts that were liked in the period."""
    return _evidence(review, review.evidence.likes, ("like",), LIKES)


def reposts(review: Review) -> Table:
    """Describe the posts that were reposted or quoted in the period."""
    return _evidence(review, review.evidence.reposts, ("repost", "quote"), REPOSTS)


def links(review: Review) -> Table:
    """Describe the links in our own posts of the period."""
    return _evidence(review, review.evidence.links, ("link",), LINKS)


BUILDERS = {"followed": followed, "likes": likes, "reposts": reposts, "links": links}
_TITLES = {
    "follow": ("tblFollowed", "Followed accounts"),
    "like": ("tblLikes", "Likes"),
    "repost": ("tblReposts", "Reposts"),
    "link": ("tblLinks", "Links"),
}


def in_words(frame: pd.DataFrame, key: str) -> list[str]:
    """Give a column's cells as text for people; empty text where there is nothing."""
    words = _WORDS.get(key, {})
    filled = frame[key].astype(object).where(frame[key].notna(), "").tolist()
    return [words.get(word, word) for word in map(str, filled)] if words else [*map(str, filled)]


def _evidence(
    review: Review, frame: pd.DataFrame, kinds: tuple[str, ...], columns: tuple[Column, ...]
) -> Table:
    table_id, title = _TITLES[kinds[0]]
    ordered = _known_first(frame)
    cells = [_cells(ordered, column) for column in columns]
    return Table(
        id=table_id,
        title=title,
        caption=coverage_words.gaps(kinds, review.coverage)
        + (_ORDER if "party" in frame.columns else _ORDER_LINKS),
        columns=columns,
        rows=tuple(zip(*cells, strict=True)),
        empty=coverage_words.nothing_found(kinds, review.coverage),
    )


def _known_first(frame: pd.DataFrame) -> pd.DataFrame:
    """Put what the register or a list knows before the rest, each in the order it came."""
    labels = frame[[name for name in ("party", "flagged_by") if name in frame.columns]]
    known = labels.replace("", None).notna().any(axis=1)
    return pd.concat([frame[known], frame[~known]])


def _cells(frame: pd.DataFrame, column: Column) -> list[Cell]:
    if column.kind == "link":
        return _links(frame, column.key)
    if column.key == "our_account":
        return list(map(at_handle, frame["platform"], in_words(frame, column.key)))
    if column.kind == "date" or column.key == "review_by":
        return [_day(value) for value in frame[column.key].tolist()]
    return list(in_words(frame, column.key))


def _links(frame: pd.DataFrame, key: str) -> list[Cell]:
    """Put the account's address behind its handle, and the post's behind the words Open post."""
    account = key == "account"
    urls = in_words(frame, "url" if account else key)
    platforms = frame["platform"].tolist()
    handles = in_words(frame, "account" if "account" in frame.columns else "our_account")
    safe = map(safe_link, platforms, urls, handles)
    shown = map(at_handle, platforms, handles) if account else urls
    return [
        Link("Open post" if url and not account else words, url)
        for words, url in zip(shown, safe, strict=True)
    ]


def _day(value: Any) -> date | None:
    """Give the day of a date, a time or ISO text; nothing where there is none."""
    if type(value) is date:
        return value
    if value == "" or pd.isna(value):
        return None
    stamp = pd.to_datetime(value)
    return None if pd.isna(stamp) else stamp.date()
