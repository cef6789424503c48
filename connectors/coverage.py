"""The coverage frame of one own account: how far a source could look, and what it gave."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pandas as pd

from connectors import frames
from connectors.collected import OwnAccount

_WITHOUT_ACCOUNT = ("link", "post")


@dataclass(frozen=True)
class Reach:
    """How far a source could look for one kind, and in plain words what is missing and why.

    ``stated`` is the platform's own count, where it gives one.
    """

    status: str
    reason: str = ""
    as_at: datetime | None = None
    stated: int | None = None

    def but(self, *reasons: str) -> "Reach":
        """Make a complete reach partial for the reasons given; without any, it stays as it is."""
        said = [reason for reason in reasons if reason]
        status = "partial" if said and self.status == "complete" else self.status
        return replace(self, status=status, reason=" ".join(filter(None, [self.reason, *said])))


def coverage(
    account: OwnAccount,
    agency_account: str,
    interactions: pd.DataFrame,
    reach: Mapping[str, Reach],
    as_at: datetime,
) -> pd.DataFrame:
    """Give one row for each kind that the configuration asks for, with counts from the rows."""
    rows = [
        {
            "platform": account.platform,
            "agency_account": agency_account,
            "kind": kind,
            "status": reach[kind].status,
            "method": account.method,
            "stated": reach[kind].stated,
            "as_at": reach[kind].as_at or as_at,
            "reason": reach[kind].reason or None,
            **figures(interactions, kind),
        }
        for kind in filter(account.wants, frames.KINDS)
    ]
    return frames.make("coverage", rows)


def figures(interactions: pd.DataFrame, kind: str) -> dict[str, Any]:
    """Count the rows of one kind: fetched, unattributed, and the earliest and latest time."""
    found = (interactions["kind"] == kind).to_numpy(dtype=bool)
    unknown = interactions["account_id"].isna().to_numpy(dtype=bool)
    times = interactions["happened_at"].array[found].dropna()
    return {
        "fetched": int(found.sum()),
        "unattributed": 0 if kind in _WITHOUT_ACCOUNT else int((found & unknown).sum()),
        "earliest": times.min() if len(times) else None,
        "latest": times.max() if len(times) else None,
    }
