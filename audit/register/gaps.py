"""Which sitting members have no account on a platform that the register knows and can match."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from audit import matching
from audit.register.accounts import in_doubt
from audit.register.coverage import known_accounts
from audit.register.offices import members_on, offices_on
from audit.register.register import Register
from audit.review.gaps import Gap
from audit.review.words import count
from connectors import frames

_MARKS = r"[\u0300-\u036f]"
_KEYS = ["actor", "platform"]


def gaps(
    register: Register, day: date, platforms: Sequence[str], alike: pd.DataFrame
) -> tuple[Gap, ...]:
    """Give each sitting member and platform without a known account, by platform, party and name.

    ``alike`` are the accounts of ``namesakes``.
    """
    members = members_on(register, day)
    wanted = members.merge(pd.DataFrame({"platform": list(platforms)}, dtype=frames.TEXT), "cross")
    known = known_accounts(register, day, frozenset(platforms))[_KEYS].drop_duplicates()
    marked = wanted.merge(known, "left", on=_KEYS, indicator="known")
    missing = marked[marked["known"] == "left_only"].drop(columns="known")
    offices = offices_on(register, missing.assign(day=pd.Timestamp(day)))["office"]
    said = missing.assign(
        office=offices,
        name=missing["actor"].map(register.people.set_index("actor")["name"]),
        party=missing["party"].map(register.parties.set_index("party")["short"]),
    )
    for column, handles in (("doubt", _doubts(register)), ("alike", _shown(alike))):
        said = said.merge(handles.rename(column), "left", left_on=_KEYS, right_index=True)
    said = said.assign(place=said["platform"].map(list(platforms).index))
    said = said.sort_values(["place", "party", "name", "actor"]).fillna("")
    return tuple(
        Gap(**{str(key): str(value) for key, value in row.items()})
        for row in said.drop(columns="place").to_dict("records")
    )


def namesakes(register: Register, day: date, followed: pd.DataFrame) -> pd.DataFrame:
    """Give the followed accounts that have a sitting member's name and no owner in the register.

    ``followed`` has the columns of the accounts frame; the answer has actor, platform, handle and
    url. A name says nothing of whose an account is: this is a question for a person.
    """
    labels = matching.label(followed, register)
    unknown = (labels["actor"] == "") & (labels["note"] != matching.REJECTED)
    there = followed[unknown.to_numpy()]
    people = register.people[register.people["actor"].isin(members_on(register, day)["actor"])]
    called = people.assign(called=people["name"] + "|" + people["aliases"])
    names = called.assign(key=called["called"].str.split("|")).explode("key")[["actor", "key"]]
    names = names.assign(key=name_key(names["key"])).drop_duplicates()
    named = there.assign(key=name_key(there["name"].fillna("")))
    same = named[named["key"] != ""].merge(names, on="key")
    return same[["actor", "platform", "handle", "url"]].reset_index(drop=True)


def count_namesakes(register: Register, day: date, followed: pd.DataFrame) -> int:
    """Count the accounts that ``namesakes`` asks about, each once."""
    asked = namesakes(register, day, followed)
    return len(asked.drop_duplicates(["platform", "handle", "url"]))


def unconfirmed(number: int) -> tuple[str, ...]:
    """Say that so many followed accounts have a member's name, and where to ask; or nothing."""
    if not number:
        return ()
    return (
        f"{count(number, 'followed account')} {'has' if number == 1 else 'have'} the name of a "
        "sitting member and no owner in the register. Nobody is matched by a name alone: "
        "follow-audit register gaps asks for each whose it is.",
    )


def name_key(names: "pd.Series[Any]") -> "pd.Series[Any]":
    """Write names as they are compared: without macrons and accents, upper and lower case alike."""
    plain = names.str.normalize("NFKD").str.replace(_MARKS, "", regex=True)
    return plain.str.casefold().str.split().str.join(" ")


def _doubts(register: Register) -> "pd.Series[Any]":
    """Name the handles of each actor and platform that are rejected or in doubt."""
    accounts = register.accounts
    doubtful = accounts[in_doubt(accounts)]
    said = pd.concat(
        [
            doubtful.assign(said="@" + doubtful["handle"] + ": may be someone else's now"),
            register.rejected.assign(
                said="@" + register.rejected["handle"] + ": " + register.rejected["reason"]
            ),
        ]
    )
    return _joined(said)


def _shown(alike: pd.DataFrame) -> "pd.Series[Any]":
    handles = ("@" + alike["handle"]).fillna(alike["url"])
    return _joined(alike.assign(said=handles))


def _joined(said: pd.DataFrame) -> "pd.Series[Any]":
    joined: pd.Series[Any] = said.groupby(_KEYS)["said"].agg("; ".join)
    return joined
