"""The profiles and posts of a review whose text holds a word of a list."""

from dataclasses import dataclass, field

import pandas as pd

from audit.screen.found import COLUMNS, screened
from audit.screen.terms import TermList
from connectors import frames

SHARED = ("like", "repost", "quote")
_KEYS = ["platform", "account_id"]


def _nothing() -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(dtype=frames.TEXT) for name in COLUMNS})


@dataclass(frozen=True)
class Screened:
    """What was found: rows of follows and of shared posts, each with COLUMNS of audit.screen.found.

    ``profiles`` and ``with_text`` count the followed accounts, and those whose text is known;
    ``posts_off`` counts the shared posts with a text that were not screened by the configuration;
    ``on`` tells whether anything was screened.
    """

    follows: pd.DataFrame = field(default_factory=_nothing)
    posts: pd.DataFrame = field(default_factory=_nothing)
    profiles: int = 0
    with_text: int = 0
    posts_off: int = 0
    on: bool = False


def screen(
    followed: pd.DataFrame,
    acts: pd.DataFrame,
    accounts: pd.DataFrame,
    lists: TermList,
    *,
    posts: bool,
) -> Screened:
    """Screen the profiles of followed accounts and, if asked, the texts of shared posts.

    ``followed`` and ``acts`` are those of a case; ``accounts`` is the accounts frame.
    """
    if not lists.terms:
        return Screened()
    keys = pd.MultiIndex.from_frame(followed[_KEYS])
    about = accounts.set_index(_KEYS)["description"]
    texts = about.reindex(keys).set_axis(followed.index)
    shared = acts["text"][acts["kind"].isin(SHARED)]
    return Screened(
        follows=_beside(followed, screened(texts, lists)),
        posts=_beside(acts, screened(shared if posts else shared.iloc[:0], lists)),
        profiles=len(followed),
        with_text=int(texts.notna().sum()),
        posts_off=0 if posts else int(shared.notna().sum()),
        on=True,
    )


def _beside(rows: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Put what was found beside its rows, under names that no column of them has."""
    named = found.rename(columns={name: f"screen_{name}" for name in COLUMNS})
    return rows.loc[found.index].join(named)
