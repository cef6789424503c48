"""How many accounts have a recorded purpose: those we follow, those we like, those we share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from connectors import frames

FOLLOWED, LIKED, SHARED = "followed", "liked", "shared"
_KINDS = {FOLLOWED: ("follow",), LIKED: ("like",), SHARED: ("repost", "quote")}
_ACCOUNT = ["platform", "account_id"]


@dataclass(frozen=True)
class Purposed:
    """Of the accounts known, by group: how many have a purpose that still stands, and how many.

    ``websites`` counts the hosts that own posts link to, for which no list holds a purpose.
    """

    accounts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    websites: int = 0


def count_purposed(acts: pd.DataFrame, observed_on: date) -> Purposed:
    """Count over the acts of a review, with PURPOSE_COLUMNS of audit.purposes and their hosts."""
    groups = {name: _counted(acts, kinds, observed_on) for name, kinds in _KINDS.items()}
    return Purposed(groups, int(acts["host"][acts["kind"] == "link"].nunique()))


def _counted(acts: pd.DataFrame, kinds: tuple[str, ...], observed_on: date) -> tuple[int, int]:
    wanted = acts["kind"].isin(kinds) & acts["account_id"].notna()
    accounts = frames.rows(acts, wanted, [*_ACCOUNT, "purpose", "review_by"])
    once = accounts.drop_duplicates(_ACCOUNT)
    over = pd.to_datetime(once["review_by"]) < pd.Timestamp(observed_on)
    return int((once["purpose"].notna() & ~over).sum()), len(once)
