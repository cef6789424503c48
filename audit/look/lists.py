"""What the agency's own lists say of an account or an address: flags and purposes."""

from datetime import date
from typing import Any

import pandas as pd

from audit.look.asked import Asked
from audit.look.found import Mention, Purpose
from audit.purposes import Purposes, purposes_of
from audit.sources.match import flag_accounts, flag_links
from audit.sources.own import FlaggedList
from connectors import frames


def mentions(asked: Asked, accounts: pd.DataFrame, flagged: FlaggedList) -> tuple[Mention, ...]:
    """Give each list's row for the account, then each list's longest place for the address."""
    addresses = pd.Series([asked.address] if asked.address else [], dtype=frames.TEXT)
    found: list[Mention] = []
    for _, rows in flagged.rows.groupby("list", sort=False):
        one = FlaggedList(rows, (), 0)
        named = (("account", flag_accounts(accounts, one)), ("address", flag_links(addresses, one)))
        for what, flags in named:
            hits = flags[flags["flag_list"].notna()].to_dict("records")
            found += [_mention(hit, what) for hit in hits]
    return tuple(found)


def _mention(hit: dict[Any, Any], what: str) -> Mention:
    return Mention(
        list=hit["flag_list"],
        label=hit["flag_label"],
        reason=hit["flag_reason"],
        as_at=_day(hit["flag_as_at"]),
        url=hit["flag_url"],
        file=hit["flag_file"],
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
