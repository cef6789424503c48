"""What the last reviews collected of the account asked, to look at and to know its id by."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from audit.register import Register
from audit.register.accounts import handle_key, handles_of, known_ids
from connectors import frames


@dataclass(frozen=True, eq=False)
class Collected:
    """One review's accounts frame, with the name of its folder."""

    run: str
    accounts: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Known:
    """The account asked, one row of the accounts frame, as far as it was collected.

    ``run`` names the review that collected it, empty where none did; ``earlier`` is the accounts
    frame to compare it with, None where there is none. ``learned`` is the id that the review had
    with the handle, where only the handle was asked.
    """

    account: pd.DataFrame
    run: str
    earlier: pd.DataFrame | None
    learned: str


def known_of(asked: pd.DataFrame, reviews: Sequence[Collected]) -> Known:
    """Look up the one account asked in the reviews, the newest first."""
    if not reviews or asked.empty:
        return Known(asked, "", None, "")
    last, before = reviews[0], (reviews[1].accounts if len(reviews) > 1 else None)
    own_id = str(known_ids(asked).iloc[0])
    there = last.accounts[last.accounts["platform"] == asked["platform"].iloc[0]]
    row = _with_id(there, own_id) if own_id else _with_handle(there, asked)
    if row.empty:
        return Known(asked, "", last.accounts, "")
    learned = "" if own_id else str(known_ids(row).iloc[0])
    if _same_handle(row, asked):
        return Known(row, last.run, before, learned)
    # asked under another handle than the last review had: that review is what came before
    renamed = row.assign(handle=asked["handle"].to_numpy())
    return Known(frames.retyped("accounts", renamed), last.run, last.accounts, learned)


def renamed_to(asked: pd.DataFrame, register: Register, reviews: Sequence[Collected]) -> str:
    """Give the handle under which the last review saw the id that the register has for a handle.

    Empty where it did not see that id, or saw it under the handle asked.
    """
    if not reviews or known_ids(asked).iloc[0]:
        return ""
    key, platform = handle_key(handles_of(asked)).iloc[0], asked["platform"].iloc[0]
    rows = register.accounts[register.accounts["platform"] == platform]
    ids = rows.loc[(handle_key(rows["handle"]) == key) & (rows["platform_id"] != ""), "platform_id"]
    seen = reviews[0].accounts
    seen = seen[(seen["platform"] == platform) & seen["account_id"].isin(ids)]
    now = seen["handle"].dropna()
    return "" if now.empty or (handle_key(now) == key).any() else str(now.iloc[0])


def _with_id(there: pd.DataFrame, own_id: str) -> pd.DataFrame:
    row: pd.DataFrame = there[there["account_id"] == own_id]
    return row


def _with_handle(there: pd.DataFrame, asked: pd.DataFrame) -> pd.DataFrame:
    """Give the row of a handle, one with a known id before one without, the newest of several."""
    rows = there[handle_key(handles_of(there)) == handle_key(handles_of(asked)).iloc[0]]
    ranked = rows.assign(has_id=known_ids(rows) != "").sort_values(["has_id", "as_at"])
    best: pd.DataFrame = ranked.drop(columns="has_id").tail(1)
    return best


def _same_handle(row: pd.DataFrame, asked: pd.DataFrame) -> bool:
    given = str(handle_key(handles_of(asked)).iloc[0])
    return given in {"", str(handle_key(handles_of(row)).iloc[0])}
