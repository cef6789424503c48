"""Settles which row counts where an item stands in several, or why none does."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from audit.decisions.model import Decided, Issued
from audit.decisions.one_row import Judged
from audit.decisions.standing import decided_on
from audit.decisions.store import Store
from audit.review.words import day

Settled: TypeAlias = Mapping[str, tuple[str, Judged | None]]


def settle(rows: Iterable[Judged], store: Store) -> Settled:
    """Say for each item that people decided which row counts, or why none does."""
    by_item: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in rows:
        if one.issued is not None:
            by_item[one.item].append(one)
    return {item: _agreed(found, store.decided.get(item)) for item, found in by_item.items()}


def _agreed(rows: list[Judged], before: Decided | None) -> tuple[str, Judged | None]:
    newest = max(issued_of(one).observed_at for one in rows)
    latest = [one for one in rows if issued_of(one).observed_at == newest]
    if len({said_in(one) for one in latest}) > 1:
        places = "; ".join(one.place for one in latest)
        return f"this item has different decisions, so none is used: {places}", None
    first = min(latest, key=lambda one: len(one.notes))  # the plainest, in any order of rows
    if before is not None and before.issued_at > newest and not is_recorded(before, first):
        said = f"a newer workbook, read on {day(decided_on(before))}, says {before.decision}"
        return said, None
    return "", first


def issued_of(one: Judged) -> Issued:
    """Give the item of a row that has one."""
    assert one.issued is not None  # noqa: S101 - only rows with an item are settled
    return one.issued


def said_in(one: Judged) -> tuple[str, ...]:
    """Give what a person wrote in a row, to compare it with another."""
    written = one.row.written
    due = one.row.due_day.isoformat() if one.row.due_day else written.due
    return one.value or written.decision, written.reason, written.owner, due


def is_recorded(before: Decided, one: Judged) -> bool:
    """Tell whether a row says what is recorded already."""
    written = one.row.written
    now = (one.value, written.reason, written.owner, one.row.due_day)
    return (before.decision, before.reason, before.owner, before.due) == now
