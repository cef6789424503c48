"""Builds the history of a review from the run folders of earlier ones."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from audit import history
from audit.changes.of_review import collection_of
from audit.gathered import Gathered
from audit.history import History
from audit.review.model import Period
from audit.run import folder, keep
from audit.run.past import past
from connectors.frames import KINDS

_FLOW = [kind for kind in KINDS if kind != "follow"]
_UNDATED = [*history.ACT_KEY, "happened_at"]


def remember(output: Path, period: Period, gathered: Gathered, today: date) -> History:
    """Read earlier run folders and keep what the review of this period needs of them.

    Reviews of periods that ended before this one count as earlier; the item numbers of all runs
    are kept, so that a number is never given twice. Raises SourceError for a broken folder.
    """
    runs = [keep.earlier(path) for path in folder.runs(output)]
    before = [run for run in runs if run.end < period.start]
    seen = [history.undated(keep.acts_of(run.folder, _FLOW, _UNDATED)) for run in before]
    known = pd.concat(seen, ignore_index=True) if seen else History().seen
    here = history.undated(gathered.interactions)
    again = history.was_seen(here, History(seen=known))
    return History(
        seen=here[again].reset_index(drop=True),
        reviewed=frozenset().union(*(run.read for run in before)),
        items=_items(runs),
        found=frozenset().union(*(run.items for run in before)),
        accounts=_last_accounts(before, gathered.accounts),
        past=past(before, collection_of(gathered), today),
    )


def _last_accounts(before: Sequence[keep.Earlier], accounts: pd.DataFrame) -> pd.DataFrame | None:
    """Give what the last of the earlier reviews knew of the accounts of this one."""
    if not before:
        return None
    last = max(before, key=lambda run: (run.end, run.folder.name))
    return history.of_these(keep.accounts(last.folder), accounts)


def _items(runs: list[keep.Earlier]) -> Mapping[str, str]:
    items: dict[str, str] = {}
    for run in runs:
        items = {**run.items, **items}
    return items
