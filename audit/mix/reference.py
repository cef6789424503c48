"""What a list is measured against on a day: seats, votes or one share for each party."""

from datetime import date

import pandas as pd

from audit.balance import scaled
from audit.register import Register
from audit.register.coverage import register_coverage
from audit.register.seats import elections_of, seats_on
from audit.review.model import Reference

MOST_ABSENT = 0.3


def reference_on(register: Register, wanted: str, day: date) -> Reference:
    """Give the weights by party on a day; none where the register has none for that day.

    ``seats`` are those of the House. ``votes`` are those of the last election whose result was
    declared, of the parties in the House, scaled to whole numbers that add up to 1,000. ``equal``
    is one for each party in the House.
    """
    seats = seats_on(register, day)
    if wanted == "votes":
        return Reference(wanted, day, _votes(register, seats, day))
    if wanted == "equal":
        return Reference(wanted, day, dict.fromkeys(seats, 1))
    return Reference(wanted, day, seats)


def present_on(register: Register, platform: str, day: date) -> frozenset[str]:
    """Name the parties of which the register knows an account on a platform, of any member."""
    known = register_coverage(register, day)
    parties = {row.party for row in known if row.platform == platform and row.known}
    accounts = register.accounts
    organisations = accounts.loc[
        (accounts["platform"] == platform) & accounts["actor"].str.startswith("party:"), "actor"
    ]
    return frozenset(parties | set(organisations))


def without_absent(reference: Reference, present: frozenset[str]) -> tuple[Reference, list[str]]:
    """Leave out the parties that are not on a platform; gives the new reference and who left."""
    absent = [party for party in reference.weights if party not in present]
    weights = {p: weight for p, weight in reference.weights.items() if p in present}
    return Reference(reference.id, reference.date, weights), absent


def share_of(reference: Reference, parties: list[str]) -> float:
    """Give the share of a reference that some parties hold together."""
    whole = sum(reference.weights.values())
    return sum(reference.weights[party] for party in parties) / whole if whole else 0.0


def _votes(register: Register, seats: dict[str, int], day: date) -> dict[str, int]:
    declared = [
        election
        for election in elections_of(register)
        if election.declared is not None and election.declared <= day
    ]
    if not declared:
        return {}
    rows = register.elections[register.elections["election"] == declared[-1].id]
    votes = pd.to_numeric(rows.set_index("party")["votes"])
    counted = {party: int(votes[party]) for party in seats if party in votes.index}
    return scaled(counted) if counted else {}
