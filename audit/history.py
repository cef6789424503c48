"""What earlier reviews of the same agency tell this one: what was seen, and item numbers given.

An act without a date belongs to the period in which it was first seen, and the first review of
an account is its baseline, so both need the earlier reviews.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from audit.changes.past import Past, nothing
from connectors import frames

ACT_KEY = ("platform", "agency_account", "kind", "account_id", "post_id", "post_url", "url")


@dataclass(frozen=True)
class History:
    """Earlier reviews, reduced to what this one needs.

    ``seen`` has the columns of ACT_KEY: the undated acts that reviews of earlier periods saw.
    ``reviewed`` names the accounts (``platform:id``) that a review of an earlier period read.
    ``items`` maps the key of every finding so far to its item number; ``found`` has the keys that
    a review of an earlier period found. ``accounts`` is the accounts frame of the last review of an
    earlier period, as far as it has the accounts or the handles of this one; None without one.
    ``past`` is what this review is compared with.
    """

    seen: pd.DataFrame = field(
        default_factory=lambda: pd.DataFrame(
            {name: pd.Series(dtype=frames.TEXT) for name in ACT_KEY}
        )
    )
    reviewed: frozenset[str] = frozenset()
    items: Mapping[str, str] = field(default_factory=dict)
    found: frozenset[str] = frozenset()
    accounts: pd.DataFrame | None = None
    past: Past = field(default_factory=nothing)


def undated(interactions: pd.DataFrame) -> pd.DataFrame:
    """Give the keys of the acts without a date that are a flow, each once."""
    flow = interactions["happened_at"].isna() & (interactions["kind"] != "follow")
    return interactions.loc[flow, list(ACT_KEY)].drop_duplicates(ignore_index=True)


def was_seen(interactions: pd.DataFrame, history: History) -> "pd.Series[bool]":
    """Tell for each act whether a review of an earlier period saw it without a date."""
    if history.seen.empty:
        return pd.Series(data=False, index=interactions.index)
    columns = list(ACT_KEY)
    left = interactions[columns].fillna("")
    seen = history.seen[columns].fillna("").drop_duplicates().assign(seen=True)
    merged = left.merge(seen, how="left", on=columns)["seen"]
    return merged.notna().set_axis(interactions.index)


def of_these(earlier: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
    """Keep the earlier accounts whose id or whose handle is that of one of these accounts."""
    ids = _keys(earlier, "account_id").isin(_keys(accounts, "account_id"))
    handles = _keys(earlier, "handle").isin(_keys(accounts, "handle").dropna())
    return earlier[ids | handles].reset_index(drop=True)


def _keys(accounts: pd.DataFrame, column: str) -> "pd.Series[str]":
    return accounts["platform"] + ":" + accounts[column].str.casefold()
