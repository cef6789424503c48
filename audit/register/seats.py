"""Who sat in the House and who governed on a day, and which elections fall in a period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from audit.register.register import Register
from audit.register.spells import covers
from audit.review.model import Party

INDEPENDENT = "party:independent"


@dataclass(frozen=True)
class Election:
    """A general election; ``declared`` is the day its official result was, null while unknown."""

    id: str
    polling_day: date
    declared: date | None

    @property
    def result_known(self) -> bool:
        """Tell whether the register holds the official result."""
        return self.declared is not None


def seats_on(register: Register, day: date) -> dict[str, int]:
    """Give the seats of each party in the House on a day, largest first, independents left out.

    Empty before the first House that the register knows. After an election the old House stands
    until the day on which the result is declared.
    """
    house = _house_on(register, day)
    return {party: seats for party, seats in house.items() if party != INDEPENDENT}


def outside_on(register: Register, day: date) -> int:
    """Count the members of the House who belonged to no party on a day."""
    return _house_on(register, day).get(INDEPENDENT, 0)


def government_on(register: Register, day: date) -> frozenset[str]:
    """Name the parties in government on a day."""
    return frozenset(
        register.governments.loc[covers(register.governments, pd.Timestamp(day)), "party"]
    )


def parties_of(register: Register, day: date) -> tuple[Party, ...]:
    """Give every party the register knows on a day, in its order, and whether it governed."""
    government = government_on(register, day)
    known = register.parties[covers(register.parties, pd.Timestamp(day))]
    names = zip(known["party"], known["name"], known["name_mi"], known["short"], strict=True)
    return tuple(
        Party(id=party, name=name, name_mi=name_mi, short=short, government=party in government)
        for party, name, name_mi, short in names
    )


def elections_of(register: Register) -> tuple[Election, ...]:
    """Give the elections that the register knows, by polling day."""
    rows = register.elections.drop_duplicates("election").sort_values("polling_day")
    return tuple(
        Election(id, date.fromisoformat(polling), date.fromisoformat(said) if said else None)
        for id, polling, said in zip(  # noqa: A001 - the field's own name
            rows["election"], rows["polling_day"], rows["declared"], strict=True
        )
    )


def election_in(register: Register, start: date, end: date) -> tuple[Election, ...]:
    """Give the elections whose polling day or declaration falls in a period, both days included."""
    return tuple(
        election
        for election in elections_of(register)
        if start <= election.polling_day <= end
        or (election.declared is not None and start <= election.declared <= end)
    )


@lru_cache(maxsize=1024)
def _house_on(register: Register, day: date) -> Mapping[str, int]:
    listed = register.seats[register.seats["from"] <= day.isoformat()]
    house = listed[listed["from"] == listed["from"].max()]
    seats = house.assign(seats=house["seats"].astype("int64"))
    ordered = seats.sort_values(["seats", "party"], ascending=[False, True])
    return dict(zip(ordered["party"], ordered["seats"].tolist(), strict=True))
