"""Whom an own account followed at the review that this one is compared with."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from audit.changes.ledger import is_whole
from audit.review.model import Period
from audit.run import folder, keep
from audit.run.past import in_turn
from connectors.collected import OwnAccount

_FOLLOW = ("platform", "agency_account", "kind", "account_id")


def earlier_runs(output: Path, period: Period) -> list[keep.Earlier]:
    """List the runs that a review of a period is compared with, in the order of their reading.

    Raises SourceError for a broken run folder.
    """
    runs = [keep.earlier(path) for path in folder.runs(output)]
    return in_turn([run for run in runs if run.end < period.start])


def followed_before(account: OwnAccount, runs: Sequence[keep.Earlier]) -> tuple[str, ...]:
    """Give the ids of all followed at the last run that read the list whole, or seen there since.

    Nobody where no run read it whole: then nothing can be known to be gone from it.
    """
    seen: list[str] = []
    for run in reversed(runs):
        ids = _ids(account, run.folder)
        coverage = keep.coverage(run.folder)
        ours = _of(coverage[coverage["kind"] == "follow"], account, ids)
        if not ours.empty:
            acts = _of(keep.acts_of(run.folder, ["follow"], _FOLLOW), account, ids)
            seen.extend(acts["account_id"].dropna())
        if is_whole(ours).any():
            return tuple(dict.fromkeys(seen))
    return ()


def _ids(account: OwnAccount, run: Path) -> frozenset[str]:
    """Give the ids that a run has for our account; it goes by its handle."""
    handle = account.handle.casefold()
    ours = (one for one in keep.own(run) if one.platform == account.platform)
    return frozenset(one.agency_account for one in ours if one.handle.casefold() == handle)


def _of(table: pd.DataFrame, account: OwnAccount, ids: frozenset[str]) -> pd.DataFrame:
    ours: pd.DataFrame = table[
        (table["platform"] == account.platform) & table["agency_account"].isin(ids)
    ]
    return ours
