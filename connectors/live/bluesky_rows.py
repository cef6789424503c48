"""The records of a Bluesky account as acts, read as its repository file is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd

from connectors import columns, frames
from connectors.collected import OwnAccount, Tally
from connectors.coverage import Reach
from connectors.exports.bluesky_mst import Record
from connectors.exports.bluesky_records import KINDS_OF, NOT_A_RECORD, Records, redated
from connectors.live.asking import Asking
from connectors.live.bluesky_identity import Identity
from connectors.live.bluesky_lists import COLLECTIONS, address_of, items
from connectors.live.reach import reach_of, stated
from connectors.live.walk import Walked, understood
from connectors.records import Gathered


@dataclass(frozen=True)
class Acts:
    """The rows of all lists, what became of each record, and how far was read by kind of act."""

    interactions: pd.DataFrame
    tallies: tuple[Tally, ...]
    reach: Mapping[str, Reach]


def acts_of(account: OwnAccount, us: Identity, lists: Iterable[Walked], asking: Asking) -> Acts:
    """Make rows of the pages of each list."""
    parts, tallies, reach = [], [], {}
    for one in lists:
        name = one.listing.name
        records = Records(account, us.did, name)
        walked, gathered = understood(one, asking, partial(_gathered, records, account))
        parts.append(gathered.interactions)
        tallies.append(gathered.tally)
        for kind in KINDS_OF[COLLECTIONS[name]]:
            far = _reach(walked, records, gathered.tally, kind)
            fetched = int((gathered.interactions["kind"] == kind).sum())
            reach[kind] = stated(far, us.stated.get(kind), fetched, _why(kind, gathered.tally))
    return Acts(frames.concat("interactions", parts), tuple(tallies), reach)


def _gathered(records: Records, account: OwnAccount, walked: Walked) -> Gathered:
    name = walked.listing.name
    # Oldest first, as in a repository: of two follows of one account the first counts.
    listed = [_record(item, COLLECTIONS[name]) for item, _ in walked.items(items)][::-1]
    return columns.gather(name, name, [listed], records.read, account)


def _record(item: Any, collection: str) -> Record:
    _, found, rkey = address_of(item).rpartition(f"/{collection}/")
    value = item.get("value") if found else None
    # In a file a value may be missing; in an answer it is of no form.
    return Record(f"{collection}/{rkey}", "" if value is None else value)


def _reach(walked: Walked, records: Records, tally: Tally, kind: str) -> Reach:
    bad = tally.reported.get(NOT_A_RECORD, 0)
    said = f"{bad:,} records are of no form that Bluesky writes." if bad else ""
    far = reach_of(walked, said)
    return replace(far, reason=" ".join(filter(None, [far.reason, redated(records, kind)])))


def _why(kind: str, tally: Tally) -> str:
    if kind == "post":
        return f"It counts replies too, with which the list has {tally.records:,}."
    return "It may still count follows that our server no longer has."
