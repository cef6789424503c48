"""Whose a row of a source is: by the register's id, by Wikidata's, or by name: a doubtful one."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from audit.review.words import listing

_WIKIDATA = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/\w+/)?(Q[1-9]\d*)", re.ASCII)


@dataclass(frozen=True)
class Owner:
    """The owner found, and whether by name alone; or ``problem``, which says why there is none."""

    actor: str = ""
    by_name: bool = False
    problem: str = ""


@dataclass(frozen=True)
class Known:
    """Everyone the register knows, by id, by Wikidata's id and by folded name."""

    names: Mapping[str, str]
    wikidata: Mapping[str, str]
    by_name: Mapping[str, tuple[str, ...]]


def known_owners(frames: Mapping[str, pd.DataFrame]) -> Known:
    """Index the people, parties and organisations of a register."""
    names: dict[str, str] = {}
    by_name: dict[str, tuple[str, ...]] = {}
    for table, column, written in (
        ("people", "actor", ("name", "aliases")),
        ("parties", "party", ("name", "name_mi", "short", "aliases")),
        ("organisations", "actor", ("name", "name_mi")),
    ):
        for row in frames[table].to_dict("records"):
            names[row[column]] = row["name"]
            every = {folded(part) for one in written for part in row[one].split("|")} - {""}
            for name in every:
                by_name[name] = (*by_name.get(name, ()), row[column])
    people = frames["people"][frames["people"]["wikidata"] != ""]
    return Known(names, dict(zip(people["wikidata"], people["actor"], strict=True)), by_name)


def owner_of(said: Mapping[str, str], known: Known) -> Owner:
    """Find the owner that a source names; a name that fits exactly is no proof, only a hint."""
    if said["actor"] in known.names:
        return Owner(said["actor"])
    for written in (said["wikidata"], said["actor"]):
        number = wikidata_id(written)
        if number in known.wikidata:
            return Owner(known.wikidata[number])
    name = said["name"] or said["actor"]
    found = known.by_name.get(folded(name), ())
    if len(found) == 1:
        return Owner(found[0], by_name=True)
    if found:
        return Owner(problem=f"The name fits {listing(found)}; give the id of the one meant.")
    return Owner(problem="Nobody in the register has this id or name.")


def wikidata_id(written: str) -> str:
    """Give the number of a Wikidata item, from its address too; empty where it is none."""
    match = _WIKIDATA.fullmatch(written.strip())
    return match[1] if match else ""


def folded(name: str) -> str:
    """Write a name as it is compared: no accents or macrons, lower case, single spaces."""
    apart = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(plain.casefold().split())
