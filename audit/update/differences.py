"""Everything that a source says against the register, in the order in which it is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from audit.register.register import Tables, register_of
from audit.review.difference import KINDS, Difference
from audit.update.accounts import account_differences
from audit.update.found import with_parties
from audit.update.house import House
from audit.update.office_claims import read_claims
from audit.update.offices import office_differences
from audit.update.owners import Known, known_owners
from audit.update.people import known_with, people_differences
from audit.update.said import Said


def differences_of(
    said: Said, frames: Mapping[str, pd.DataFrame], *, from_day: str = ""
) -> tuple[Difference, ...]:
    """Compare what a source says of people, offices and accounts with the register.

    A person whom the source brings is known to the rest of it; so is one of whom it says an
    office that the register has of the only person of that name. ``from_day`` is when an office
    without a date of its own begins.
    """
    known = known_owners(frames)
    by_office = _known_by_office(said, frames, known)
    known = replace(known, wikidata={**by_office.items, **known.wikidata})
    people = tuple(
        replace(one, why=" ".join(filter(None, (by_office.reasons.get(one.actor), one.why))))
        for one in people_differences(said.people, frames, known)
    )
    known = known_with(said.people, known)
    offices = office_differences(
        said.offices,
        frames,
        known,
        complete_members=said.complete_members,
        from_day=from_day,
    )
    accounts = account_differences(said.accounts, frames, known, complete=said.complete_accounts)
    return (*people, *offices, *accounts)


@dataclass(frozen=True)
class _ByOffice:
    """The people whom a source names with an office that tells them: by their Wikidata items."""

    items: Mapping[str, str]
    reasons: Mapping[str, str]


def _known_by_office(said: Said, frames: Mapping[str, pd.DataFrame], known: Known) -> _ByOffice:
    told = {
        read.claim.owner["wikidata"]: read
        for read in read_claims(said.offices, House(frames), known)
        if read.usable and read.why and read.claim.owner["wikidata"]
    }
    taken = {*known.wikidata.values()}
    sure = {item: read for item, read in told.items() if read.owner.actor not in taken}
    return _ByOffice(
        {item: read.owner.actor for item, read in sure.items()},
        {read.owner.actor: read.why for read in sure.values()},
    )


def in_order(found: Sequence[Difference], tables: Tables, day: date) -> tuple[Difference, ...]:
    """Say each difference once, with the party of its owner on a day, the surest first."""
    once = tuple({one.key + one.kind: one for one in reversed(found)}.values())
    placed = with_parties(once, register_of(tables), day)
    return tuple(
        sorted(placed, key=lambda one: (KINDS.index(one.kind), one.party, one.name, one.said))
    )
