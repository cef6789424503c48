"""The seats that the register has, to tell what Wikidata leaves out from what it does not know."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from audit.update.days import earliest, latest
from audit.update.wikidata.statements import Statement

Spells = Sequence[tuple[str, str]]


def held_seats(offices: pd.DataFrame) -> Mapping[str, Spells]:
    """Give the first and last day of each seat of a member, by person."""
    members = offices[offices["role"] == "member"]
    spells: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for actor, first, last in members[["actor", "from", "to"]].to_numpy().tolist():
        spells[actor].append((earliest(first), latest(last)))
    return spells


def since(spells: Spells, day: str) -> str:
    """Give the first day of the seat held on a day, or empty text."""
    return max((first for first, last in spells if first <= day <= last), default="")


def is_held(seat: Statement, spells: Spells) -> bool:
    """Tell whether the register has a seat at the time of one, by more than the day of a poll."""
    return any(first < latest(seat.to) and earliest(seat.from_) < last for first, last in spells)
