"""What the lists say of an account or an address: flags and purposes."""

from datetime import date
from typing import Any

import pandas as pd

from audit.look.asked import Asked
from audit.look.found import Mention, Purpose
from audit.purposes import Purposes, purposes_of
from audit.sources import match
from audit.sources.lists import FlaggedList
from audit.sources.rows import CLEAR, INFO, LOOK
from connectors import frames

_TOLD = (LOOK, INFO, CLEAR)


def mentions(asked: Asked, accounts: pd.DataFrame, flagged: FlaggedList) -> tuple[Mention, ...]:
    """Give each row for the account, then each list's longest place for the address.

    Rows that nothing is read into, and a rater's good word, are left out.
    """
    addresses = pd.Series([asked.address] if asked.address else [], dtype=frames.TEXT)
    named = (
        ("account", match.of_accounts(accounts, flagged.listed)),
        ("address", match.of_links(addresses, flagged.listed)),
    )
    return tuple(
        _mention(flagged.rows.iloc[row], what)
        for what, matches in named
        for row in matches["row"].tolist()
        if flagged.rows["level"].iloc[row] in _TOLD
    )


def _mention(row: "pd.Series[Any]", what: str) -> Mention:
    return Mention(
        list=row["list"],
        level=row["level"],
        label=row["label"],
        reason=row["reason"],
        as_at=_day(row["as_at"]),
        url=row["evidence_url"],
        file=row["file"],
        what=what,
    )


def purpose_of(accounts: pd.DataFrame, purposes: Purposes) -> Purpose | None:
    """Give the purpose recorded for the one account of the frame."""
    found = purposes_of(accounts, purposes).dropna(subset="purpose")
    if found.empty:
        return None
    row = found.iloc[0]
    return Purpose(row["purpose"], row["owner"], _day(row["review_by"]))


def _day(value: Any) -> date | None:
    return None if pd.isna(value) else value.date()
