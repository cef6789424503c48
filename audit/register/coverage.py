"""How well a register knows the accounts of those who sit in the House, party by party."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from audit.register.accounts import in_doubt
from audit.register.offices import members_on
from audit.register.register import Register
from audit.register.spells import covers
from audit.review.model import RegisterCoverage
from connectors.frames import PLATFORMS


def register_coverage(
    register: Register, day: date, platforms: Sequence[str] = PLATFORMS
) -> tuple[RegisterCoverage, ...]:
    """Count for each party and platform the sitting members with a known account, and all members.

    Between polling day and the result the members of the outgoing House count. An account counts
    if it can match on that day: its dates cover the day and its owner is not in doubt. Parties
    are in order of size, then id; those who belong to none are a party of their own.
    """
    sitting = members_on(register, day)
    sizes = sitting.groupby("party").size().sort_index().sort_values(ascending=False, kind="stable")
    known = (
        sitting.merge(_usable(register, day), on="actor")
        .drop_duplicates(["actor", "platform"])
        .groupby(["party", "platform"])
        .size()
    )
    return tuple(
        RegisterCoverage(
            party=str(party),
            platform=platform,
            known=int(known.get((party, platform), 0)),
            members=int(members),
        )
        for party, members in sizes.items()
        for platform in platforms
    )


def _usable(register: Register, day: date) -> pd.DataFrame:
    accounts = register.accounts
    return accounts[covers(accounts, pd.Timestamp(day)) & ~in_doubt(accounts)]


def known_members(
    register: Register, day: date, platforms: frozenset[str]
) -> dict[str, tuple[int, int]]:
    """Count for each party its members with a known account on any of some platforms, and all."""
    sitting = members_on(register, day)
    usable = _usable(register, day)
    reached = sitting["actor"].isin(usable.loc[usable["platform"].isin(platforms), "actor"])
    known = sitting.assign(known=reached).groupby("party")["known"].agg(["sum", "size"])
    return {
        str(party): (int(some), int(every))
        for party, some, every in zip(known.index, known["sum"], known["size"], strict=True)
    }


def known_accounts(register: Register, day: date, platforms: frozenset[str]) -> pd.DataFrame:
    """Give the accounts of sitting members and parties on some platforms, as the register has them.

    Columns: actor, party, platform, handle; one row for each account that can match on the day.
    """
    sitting = members_on(register, day)
    usable = _usable(register, day)
    here = usable[usable["platform"].isin(platforms)]
    of_parties = here[here["actor"].str.startswith("party:")]
    owned = pd.concat(
        [here.merge(sitting, on="actor"), of_parties.assign(party=of_parties["actor"])]
    )
    return owned[["actor", "party", "platform", "handle"]].reset_index(drop=True)
