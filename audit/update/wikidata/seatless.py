"""Who has no seat in Wikidata: sitting members of the register, and politicians it lacks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from audit.register.spells import covers, first_day, last_day
from audit.review.words import listing
from audit.update.claims import Claim
from audit.update.days import earliest, latest
from audit.update.owners import Known, owner_of
from audit.update.wikidata.claim import Stated
from audit.update.wikidata.statements import Statement

_NAMED_AT_MOST = 20


def without_seat(
    seats: Sequence[Statement], frames: Mapping[str, pd.DataFrame], known: Known, stated: Stated
) -> Iterator[Claim]:
    """Name each sitting member of the register of whose seat on the day Wikidata says nothing."""
    told: dict[str, str] = {}
    for seat in seats:
        actor = owner_of(owner_named(seat.item, stated), known).actor
        told[actor] = max(told.get(actor, ""), latest(seat.to))
    numbers = {actor: number for number, actor in known.wikidata.items()}
    why = f"Wikidata states no seat of theirs on {stated.as_at}; that is no sign of anything."
    for actor, since in _sitting(frames["offices"], stated.as_at).items():
        if told.get(actor, "") < since:
            yield stated.claim("offices", numbers.get(actor, ""), {"role": "member"}, why, actor)


def unknown_politicians(found: Mapping[str, str], known: Known, stated: Stated) -> Iterator[Claim]:
    """Name, for each party, its politicians without a seat of whom the register knows nothing.

    ``found`` gives the party of each item. They are not proposed: without an office they may be
    private persons.
    """
    by_party: dict[str, list[str]] = defaultdict(list)
    for item, party in found.items():
        if not owner_of(owner_named(item, stated), known).actor:
            by_party[party].append(stated.names.get(item, item))
    for party, names in sorted(by_party.items()):
        more = len(names) - _NAMED_AT_MOST
        said = listing(sorted(names)[:_NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")
        why = f"Wikidata states no seat of {said}, and the register has none of them. Do they sit?"
        yield stated.claim("offices", "", {"role": "member", "party": party}, why, party)


def owner_named(item: str, stated: Stated) -> dict[str, str]:
    """Write the owner of a claim about an item, to look for it in the register."""
    return {"actor": "", "wikidata": item, "name": stated.names.get(item, "")}


def _sitting(offices: pd.DataFrame, day: str) -> dict[str, str]:
    """Give the first day of the seat that each member of the register holds on a day."""
    members = offices[offices["role"] == "member"]
    spells = members.assign(starts=first_day(members["from"]), ends=last_day(members["to"]))
    rows = spells[covers(spells, pd.Timestamp(day))].sort_values(["actor", "starts"])
    begun = [earliest(str(written)) for written in rows["from"]]
    return dict(zip(rows["actor"].map(str), begun, strict=True))
