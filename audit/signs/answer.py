"""What a sign answers: one row for each account, and three states that are never mixed up."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from audit.period import NEW_ZEALAND
from audit.review.words import day
from connectors.frames import TEXT, TIME

SEEN = "seen"
NOT_SEEN = "not_seen"
COULD_NOT_LOOK = "could_not_look"
STRONG, LOOK, INFO = "strong", "look", "info"
SIGN_COLUMNS = ("platform", "account_id", "sign", "state", "level", "what", "evidence", "as_at")
_KEYS = ["platform", "account_id"]


@dataclass(frozen=True)
class SignWords:
    """A sign for people: its id, its title and its rule, as docs/signs.md has them."""

    id: str
    title: str
    rule: str


@dataclass(frozen=True, eq=False)
class Seen:
    """What a sign saw, each by the index of the accounts: where, in words, by what, how strong.

    ``unknown`` says for each account why it could not be looked at, and is empty where it was;
    ``partly`` says what of an account was not looked at, where the rest showed nothing.
    """

    seen: "pd.Series[bool]"
    what: "pd.Series[Any]"
    evidence: "pd.Series[Any]"
    unknown: "pd.Series[Any]"
    level: "pd.Series[Any] | str" = LOOK
    partly: "pd.Series[Any] | str" = ""


def answers(accounts: pd.DataFrame, words: SignWords, found: Seen) -> pd.DataFrame:
    """Give a sign's rows, with the index of the accounts frame and the columns SIGN_COLUMNS.

    ``as_at`` is the time at which the account was seen. What was seen counts even where not
    everything could be looked at.
    """
    seen = found.seen.to_numpy(dtype=bool)
    blind = (found.unknown != "").to_numpy(dtype=bool) & ~seen
    count = len(accounts)

    def filled(value: "pd.Series[Any] | str") -> Any:
        return np.full(count, value, dtype=object) if isinstance(value, str) else value.to_numpy()

    what = np.where(
        seen, filled(found.what), np.where(blind, filled(found.unknown), filled(found.partly))
    )
    cells = {
        "sign": filled(words.id),
        "state": np.select([seen, blind], [filled(SEEN), filled(COULD_NOT_LOOK)], filled(NOT_SEEN)),
        "level": np.where(seen, filled(found.level), ""),
        "what": what,
        "evidence": np.where(seen, filled(found.evidence), ""),
    }
    told = pd.DataFrame(cells, index=accounts.index, dtype=TEXT)
    return pd.concat([accounts[_KEYS], told, accounts[["as_at"]]], axis=1)


def texts(accounts: pd.DataFrame, value: str = "") -> "pd.Series[Any]":
    """Give one text for each account."""
    return pd.Series(value, index=accounts.index, dtype=TEXT)


def days(times: "pd.Series[Any]") -> "pd.Series[Any]":
    """Write the New Zealand day of each time for a sentence; null becomes empty."""
    local: pd.Series[Any] = times.dt.tz_convert(NEW_ZEALAND)
    return local.map(day, na_action="ignore").astype(TEXT).fillna("")


def none_looked_at() -> pd.DataFrame:
    """Give the answers for no account."""
    times = pd.Series(dtype=TIME)
    return pd.DataFrame(dict.fromkeys(SIGN_COLUMNS[:-1], pd.Series(dtype=TEXT)) | {"as_at": times})
