"""Which office a person held on a day, for which party, and how people say it."""

from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from audit.register.pack import ROLES
from audit.register.register import Register
from audit.register.spells import covers
from connectors.frames import TEXT

FORMER = "former member"
OUTGOING = "outgoing member"
# A label of an election lapses after this, for want of a result: a register that nobody keeps up
# must not call people candidates for years.
RESULT_WITHIN = pd.Timedelta(days=90)

_RANK = (*ROLES[:2], OUTGOING, *ROLES[2:])
_SAID_FIRST = ("minister", "party_leader", "member", OUTGOING, "mayor", "councillor", "candidate")
_KEYS = ["actor", "day"]
ANSWER = ("party", "role", "office")


def offices_on(register: Register, asked: pd.DataFrame) -> pd.DataFrame:
    """Say for each row (``actor``, ``day``) the party, role and office of that person that day.

    ``day`` is a naive datetime at midnight. The answer has the index of ``asked`` and the columns
    of ANSWER, as text, empty where the person held no office. A member comes before a minister,
    who comes before an outgoing member (term over, result not declared), a party leader, a mayor,
    a councillor and a candidate; the office names all that were held. A candidate is one until
    the result is declared. Someone who was a member before and holds nothing now is a former
    member of no party.
    """
    days = asked[_KEYS].drop_duplicates()
    days = days.assign(day=days["day"].dt.as_unit("us"))
    spells = days.merge(_spells(register), on="actor")
    current = spells[covers(spells, spells["day"])]
    over = (spells["role"] == "member") & (spells["ends"] < spells["day"])
    former = spells[over].drop_duplicates(_KEYS)
    answers = pd.concat(
        [
            _highest(current).merge(_words(current), on=_KEYS),
            former.assign(role=FORMER)[[*_KEYS, "role"]],
        ]
    ).drop_duplicates(_KEYS)
    wanted = asked[_KEYS].assign(day=asked["day"].dt.as_unit("us"))
    found = wanted.merge(answers, on=_KEYS, how="left").set_index(asked.index)
    return found[list(ANSWER)].astype(TEXT).fillna("")


@lru_cache(maxsize=256)
def members_on(register: Register, day: date) -> pd.DataFrame:
    """Give the ``actor`` and ``party`` of each member of the House on a day.

    Between polling day and the result, the members of the outgoing House are among them.
    """
    spells = _spells(register)
    sitting = spells[spells["role"].isin(["member", OUTGOING]) & covers(spells, pd.Timestamp(day))]
    members = _highest(sitting.assign(day=pd.Timestamp(day))).sort_values("actor")
    return members[["actor", "party"]].reset_index(drop=True)


def _highest(current: pd.DataFrame) -> pd.DataFrame:
    # Where two spells of one role overlap, for want of exact dates, the later one counts.
    ranked = current.assign(rank=current["role"].map(_RANK.index)).sort_values(
        ["rank", "starts", "party"], ascending=[True, False, True], na_position="last"
    )
    return ranked.drop_duplicates(_KEYS)[[*_KEYS, "party", "role"]]


def _words(current: pd.DataFrame) -> pd.DataFrame:
    place = current["electorate"].where(current["role"] != "minister", current["portfolio"])
    said = current.assign(place=place, order=current["role"].map(_SAID_FIRST.index))
    said = said.sort_values(["order", "starts", "place"])
    sits = (said["role"] == "member").groupby([said["actor"], said["day"]]).transform("any")
    said = said[~((said["role"] == OUTGOING) & sits)]
    roles = said.groupby([*_KEYS, "order", "role"], as_index=False)["place"].agg(_listed)
    sentences: pd.DataFrame = roles.assign(office=_said(roles["role"], roles["place"]))
    return sentences.groupby(_KEYS, as_index=False).agg(office=("office", "; ".join))


def _listed(places: "pd.Series[Any]") -> str:
    return ", ".join(dict.fromkeys(place for place in places if place))


def _said(role: "pd.Series[Any]", place: "pd.Series[Any]") -> "pd.Series[Any]":
    named = {
        "member": "Member for " + place,
        OUTGOING: "Outgoing member for " + place,
        "minister": ("Minister: " + place).str.replace(
            r"^Minister: (?=(?:Deputy )?Prime Minister)", "", regex=True
        ),
        "party_leader": "Party leader" + place.where(place == "", ", " + place),
        "mayor": "Mayor of " + place,
        "councillor": "Councillor for " + place,
        "candidate": "Candidate for " + place,
    }
    plain = role.str.replace("_", " ").str.capitalize()
    words = plain.where(place != "List", plain + " from a party list")
    for name, sentence in named.items():
        words = words.mask((role == name) & ~place.isin(["", "List"]), sentence)
    return words


@lru_cache(maxsize=8)
def _spells(register: Register) -> pd.DataFrame:
    offices = register.offices[
        ["actor", "role", "party", "electorate", "portfolio", "starts", "ends"]
    ]
    polls = _polls(register)
    standing = offices["role"] == "candidate"
    return pd.concat(
        [offices[~standing], _until_declared(offices[standing], polls), _outgoing(offices, polls)],
        ignore_index=True,
    )


def _polls(register: Register) -> pd.DataFrame:
    rows = register.elections.drop_duplicates("election")
    polling = pd.to_datetime(rows["polling_day"]).dt.as_unit("us")
    declared = pd.to_datetime(rows["declared"].where(rows["declared"] != "")).dt.as_unit("us")
    last = (declared - pd.Timedelta(days=1)).fillna(polling + RESULT_WITHIN)
    return pd.DataFrame({"polling": polling, "last": last}).sort_values("polling")


def _until_declared(candidates: pd.DataFrame, polls: pd.DataFrame) -> pd.DataFrame:
    dated = candidates.sort_values("starts")
    dated = dated[dated["starts"].notna()]
    stood = pd.merge_asof(dated, polls, left_on="starts", right_on="polling", direction="forward")
    ends = stood["ends"].fillna(stood["last"])
    ends = ends.where(ends < stood["last"], stood["last"]).fillna(ends)
    return stood.assign(ends=ends).drop(columns=["polling", "last"])


def _outgoing(offices: pd.DataFrame, polls: pd.DataFrame) -> pd.DataFrame:
    members = offices[offices["role"] == "member"]
    ended = members.merge(polls, left_on="ends", right_on="polling")
    over = ended.assign(
        role=OUTGOING, starts=ended["polling"] + pd.Timedelta(days=1), ends=ended["last"]
    )
    return over.drop(columns=["polling", "last"])
