"""What lists are measured against, day by day: seats, votes, equal shares, or your own."""

from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd

from audit.balance import scaled
from audit.mix.custom import CustomReference
from audit.register import Register
from audit.register.coverage import known_accounts
from audit.register.seats import elections_of, seats_on

MOST_ABSENT = 0.3
Weights = Mapping[str, int]
WeightsOn = Callable[[date], Weights]


def weights_on(
    register: Register, wanted: str, custom: CustomReference | None, platforms: frozenset[str]
) -> WeightsOn:
    """Give the function from a day to the weights by party; empty where there are none.

    ``seats`` are those of the House. ``votes`` are those of the last declared election, of the
    parties in the House, scaled to add up to 1,000. ``equal`` is one for each party in the House.
    ``available`` counts the actors whose account the register knows on the list's platforms.
    """
    if custom is not None:
        return custom.weights_on
    if wanted == "votes":
        return lambda day: _votes(register, day)
    if wanted == "equal":
        return lambda day: dict.fromkeys(seats_on(register, day), 1)
    if wanted == "available":
        return lambda day: available_on(register, platforms, day)
    return lambda day: seats_on(register, day)


def available_on(register: Register, platforms: frozenset[str], day: date) -> dict[str, int]:
    """Count the actors of each party in the House whose account the register knows there."""
    known = known_accounts(register, day, platforms).drop_duplicates("actor")
    sizes = known["party"].value_counts()
    return {p: int(sizes[p]) for p in seats_on(register, day) if p in sizes.index}


def share_of(weights: Weights, parties: list[str]) -> float:
    """Give the share of the weights that some parties hold together."""
    whole = sum(weights.values())
    return sum(weights[party] for party in parties) / whole if whole else 0.0


def _votes(register: Register, day: date) -> dict[str, int]:
    declared = [
        election
        for election in elections_of(register)
        if election.declared is not None and election.declared <= day
    ]
    if not declared:
        return {}
    rows = register.elections[register.elections["election"] == declared[-1].id]
    votes = pd.to_numeric(rows.set_index("party")["votes"])
    counted = {p: int(votes[p]) for p in seats_on(register, day) if p in votes.index}
    return scaled(counted) if counted else {}
