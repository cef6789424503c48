"""What looks wrong in a register that can be used: spells, parties and seats that do not agree.

What makes a register unusable is in audit/register/check.py.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from audit.register.age import members_missing
from audit.register.offices import members_on
from audit.register.register import Register, Tables
from audit.register.seats import elections_of
from audit.register.spells import first_day, last_day
from audit.review.words import count
from audit.review.words import day as written

_ONE_AT_A_TIME = ("member", "party_leader")
_DAY = pd.Timedelta(days=1)


def integrity_problems(tables: Tables, register: Register) -> tuple[str, ...]:
    """Say what looks wrong, a sentence each, with file and line: nothing of it stops a review."""
    offices, elections = tables.frames["offices"], tables.frames["elections"]
    return (
        *_overlaps(offices),
        *_without_party(offices),
        *_election_days(elections),
        *_results_against_seats(elections, tables.frames["seats"]),
        *_members_against_seats(tables.frames["seats"], register),
    )


def _at(rows: pd.DataFrame, sentence: str) -> Iterator[str]:
    for row in rows.to_dict("records"):
        yield f"{row['file']}, line {row['line']}: {sentence.format_map(row)}"


def _overlaps(offices: pd.DataFrame) -> Iterator[str]:
    """Name spells that surely overlap: partial dates are given the benefit of the doubt."""
    single = offices["role"].isin(_ONE_AT_A_TIME)
    place = offices["electorate"] + "/" + offices["portfolio"]
    held = offices.assign(
        row=range(len(offices)),
        place=place.mask(single, ""),
        surely_from=last_day(offices["from"]).fillna(pd.Timestamp.min.as_unit("us")),
        surely_to=first_day(offices["to"]).fillna(pd.Timestamp.max.as_unit("us")),
    )
    # a candidate's open spell ends with the election, so only those dated on both sides can clash
    held = held[(held["role"] != "candidate") | (held["to"] != "")]
    pairs = held.merge(held, on=["actor", "role", "place"], suffixes=("", "_2"))
    both = (pairs["surely_from"] <= pairs["surely_to_2"]) & (
        pairs["surely_from_2"] <= pairs["surely_to"]
    )
    yield from _at(
        pairs[both & (pairs["row"] > pairs["row_2"])],
        "{actor} is {role} here and in {file_2}, line {line_2}, at the same time.",
    )


def _without_party(offices: pd.DataFrame) -> Iterator[str]:
    members = offices[(offices["role"] == "member") & (offices["party"] == "")]
    yield from _at(members, "{actor} is a member without party; party:independent is for none.")


def _election_days(elections: pd.DataFrame) -> Iterator[str]:
    once = elections.drop_duplicates("election")
    early = (once["declared"] != "") & (once["declared"] < once["polling_day"])
    yield from _at(
        once[early], "the result is declared ({declared}) before polling day ({polling_day})."
    )
    dated = (once["period_from"] != "") & (once["period_to"] != "")
    turned = dated & (once["period_from"] > once["period_to"])
    yield from _at(
        once[turned], "the election period ends ({period_to}) before it begins ({period_from})."
    )
    late = once["period_to"] > once["polling_day"]
    yield from _at(
        once[late], "the election period ends ({period_to}) after polling day ({polling_day})."
    )


def _results_against_seats(elections: pd.DataFrame, seats: pd.DataFrame) -> Iterator[str]:
    """Compare each result with the first House listed after polling day."""
    results = elections[elections["party"] != ""]
    days = sorted(seats["from"].unique())
    houses = seats[["from", "party", "seats"]].rename(columns={"from": "house"})
    for polling_day, rows in results.groupby("polling_day"):
        first = next((day for day in days if day > str(polling_day)), "")
        house = houses[houses["house"] == first].set_index("party")["seats"].astype("int64")
        if house.empty:
            continue
        listed = rows["party"].map(house).fillna(0).astype("int64")
        won = rows["seats"].astype("int64")
        differs = rows.assign(listed=listed, house=first)[listed != won]
        yield from _at(
            differs,
            "{party} won {seats} seats, and seats.csv gives it {listed} from {house}.",
        )


def _members_against_seats(seats: pd.DataFrame, register: Register) -> Iterator[str]:
    """Compare members with seats on each day that one of them changes; say each difference once."""
    before: dict[str, tuple[int, int]] = {}
    for day in _change_days(register):
        in_force = seats["from"][seats["from"] <= day.isoformat()].max()
        house = seats[seats["from"] == in_force]
        differences = _differences(house, members_on(register, day)["party"])
        for party in sorted(differences):
            if before.get(party) != differences[party]:
                have, members = differences[party]
                own = house[house["party"] == party]
                at = (house if own.empty else own).iloc[0]
                yield (
                    f"{at['file']}, line {at['line']}: on {written(day)} {party} has "
                    f"{count(have, 'seat')} and {count(members, 'member')}."
                )
        before = differences


def _differences(house: pd.DataFrame, sitting: "pd.Series[Any]") -> dict[str, tuple[int, int]]:
    listed = house.set_index("party")["seats"].astype("int64")
    members = sitting[sitting != ""].value_counts()
    both = pd.DataFrame({"seats": listed, "members": members}).fillna(0).astype("int64")
    differing = both[both["seats"] != both["members"]]
    return {
        str(party): (int(have), int(sit))
        for party, have, sit in zip(
            differing.index, differing["seats"], differing["members"], strict=True
        )
    }


def _change_days(register: Register) -> list[date]:
    """Give each day on which seats or members change, without those that belong to two Houses.

    From polling day to the result members of both may sit, so the result is compared instead.
    """
    spells = register.offices[register.offices["role"] == "member"]
    listed = pd.to_datetime(register.seats["from"]).dt.as_unit("us")
    if listed.empty:
        return []
    elections = elections_of(register)
    declared = pd.Series(pd.to_datetime([e.declared for e in elections if e.declared]))
    moments = pd.concat([listed, spells["starts"], spells["ends"] + _DAY, declared]).dropna()
    first, last = listed.min(), members_missing(register)
    days = {moment.date() for moment in moments if moment >= first}
    between = [(e.polling_day, e.declared or date.max) for e in elections]
    return sorted(
        day
        for day in days
        if (last is None or day <= last)
        and not any(polled < day < said for polled, said in between)
    )
