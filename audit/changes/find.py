"""The changes of a review: every one with its cause, its words and its evidence."""

from collections import Counter
from collections.abc import Hashable, Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from audit.changes import gone, labels, words
from audit.changes.acts import APPEARED, MISSING, UNDONE, acts_changed
from audit.changes.item import Told, items_of
from audit.changes.ledger import keyed, lists_of
from audit.changes.lists import BUILDS_ON, compared
from audit.changes.past import KINDS, LIST, Collection, Past
from audit.changes.people import filled, sightings
from audit.changes.trend import quarters
from audit.inputs import Inputs
from audit.review.model import Change, Changes, ListCompared, Period, Quarter

_NOT_KNOWN = [MISSING, APPEARED]


def changes_of(
    now: Collection,
    past: Past,
    used: Inputs,
    period: Period,
    observed_at: datetime,
    this: Quarter,
    year: str,
) -> Changes:
    """Compare a review's collection with all earlier ones, and say what is not as it was.

    ``this`` has the figures of the review itself, ``year`` how the agency names its quarters.
    """
    trend = quarters(past.trend, this, period, year)
    if not past.runs:
        return Changes(sentence=words.FIRST, trend=trend)
    acts = keyed(now.acts, past.names)
    people = filled(sightings(now.accounts, past.names), past.people)
    lists = compared(lists_of(now.coverage, past.names), past.lists)
    found = gone.marked(acts_changed(acts, past.acts, lists), people, past.people)
    told = Told(past, people, period.id, observed_at)
    followed = acts.loc[acts["kind"] == "follow", [*LIST, "who"]]
    items = (
        *items_of(found[~found["what"].isin(_NOT_KNOWN)], told),
        *items_of(gone.still_followed(followed, people, past), told),
        *items_of(labels.changed(followed, people, past, used), told),
    )
    return _counted(past, items, _lists(lists, found, told), trend)


def _counted(
    past: Past,
    items: tuple[Change, ...],
    lists: tuple[ListCompared, ...],
    trend: tuple[Quarter, ...],
) -> Changes:
    counts = Counter(item.what for item in items)
    not_known = sum(one.missing + one.appeared for one in lists)
    changes = Changes(
        since=past.runs[-1].period,
        followed=counts["followed"],
        unfollowed=counts["unfollowed"],
        left=counts["left"],
        redone=counts["redone"],
        undone=counts["undone"],
        gone_from_platform=counts["gone"],
        label_changed=counts["label"],
        register_changed=counts["register"],
        not_known=not_known,
        notes=past.notes,
        items=items,
        lists=lists,
        trend=trend,
    )
    return words.with_sentence(changes, past.runs[-1])


def _lists(lists: pd.DataFrame, found: pd.DataFrame, told: Told) -> tuple[ListCompared, ...]:
    counts = Counter(found[[*LIST, "what"]].itertuples(index=False, name=None))
    order = {kind: place for place, kind in enumerate(KINDS)}
    rows = sorted(
        lists.to_dict("records"),
        key=lambda row: (row["platform"], row["agency_account"], order[row["kind"]]),
    )
    return tuple(_list(row, counts, told) for row in rows)


def _list(
    row: Mapping[Hashable, Any], counts: Mapping[tuple[object, ...], int], told: Told
) -> ListCompared:
    here = tuple(row[name] for name in LIST)
    # where something is missing, all was read anew
    blind = row["known"] and row["builds_on"] and not counts[(*here, UNDONE)]
    return ListCompared(
        platform=row["platform"],
        agency_account=row["agency_account"],
        handle=told.ours(row["platform"], row["agency_account"]),
        kind=row["kind"],
        since=told.run_name(row["base"]),
        known=bool(row["known"] and not blind),
        missing=counts[(*here, MISSING)],
        appeared=counts[(*here, APPEARED)],
        reason=BUILDS_ON if blind else row["reason"],
    )
