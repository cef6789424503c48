"""Everything that a source says against the register, in the order in which it is shown."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from audit.register.register import Tables, register_of
from audit.review.difference import KINDS, Difference
from audit.update.accounts import account_differences
from audit.update.found import with_parties
from audit.update.offices import office_differences
from audit.update.owners import known_owners
from audit.update.people import known_with, people_differences
from audit.update.said import Said


def differences_of(
    said: Said, frames: Mapping[str, pd.DataFrame], *, from_day: str = ""
) -> tuple[Difference, ...]:
    """Compare what a source says of people, offices and accounts with the register.

    A person whom the source brings is known to the rest of it. ``from_day`` is when an office
    without a date of its own begins.
    """
    known = known_owners(frames)
    people = people_differences(said.people, frames, known)
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


def in_order(found: Sequence[Difference], tables: Tables, day: date) -> tuple[Difference, ...]:
    """Say each difference once, with the party of its owner on a day, the surest first."""
    once = tuple({one.key + one.kind: one for one in reversed(found)}.values())
    placed = with_parties(once, register_of(tables), day)
    return tuple(
        sorted(placed, key=lambda one: (KINDS.index(one.kind), one.party, one.name, one.said))
    )
