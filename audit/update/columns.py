"""Which column of a source holds what: as the user says, or by the obvious word above it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from connectors.errors import ConfigError
from connectors.list_words import platforms_named

_NAMES: Mapping[str, str] = {
    "actor": "actor|register id|person id",
    "name": "name|full name|person|member|politician|mp|mp name|member name|surname firstname|"
    "surname first name|last name first name",
    "first_name": "first name|firstname|given name|given names|forename|forenames",
    "surname": "surname|last name|lastname|family name",
    "aliases": "aliases|other names",
    "wikidata": "wikidata|wikidata id|qid|q",
    "platform": "platform|network",
    "handle": "handle|username|user name|screen name|account",
    "platform_id": "platform id|account id|user id|userid|did|numeric id",
    "role": "role|kind of account",
    "party": "party|political party|party name",
    "electorate": "electorate|constituency|electorate or list|electorate list|seat",
    "party_electorate": "party electorate|party and electorate",
    "portfolio": "portfolio|portfolios",
    "from": "from|start|start date|since",
    "to": "to|end|end date|until",
    "status": "status",
    "source": "source",
    "evidence_url": "evidence url|evidence|source url",
    "as_at": "as at|date|checked|checked on|retrieved",
}
FIELDS = tuple(_NAMES)
_ABOUT_ACCOUNTS = ("handle", "platform_id")
# One of these sets of columns makes a table without accounts one of offices.
_ABOUT_OFFICES = (
    {"party", "electorate"},
    {"party_electorate"},
    {"portfolio"},
    {"role", "party"},
    {"role", "electorate"},
)
_OWNER = {"actor", "name", "surname", "wikidata"}


@dataclass(frozen=True)
class Columns:
    """The place of each field, and the columns of handles that name their platform above them."""

    of: Mapping[str, int]
    by_platform: Mapping[int, str]

    @property
    def table(self) -> str:
        """Name the register's table that the source speaks of."""
        accounts = self.by_platform or any(field in self.of for field in _ABOUT_ACCOUNTS)
        if accounts:
            return "accounts"
        return "offices" if any(one <= self.of.keys() for one in _ABOUT_OFFICES) else "people"


def read_map(written: str) -> dict[str, str]:
    """Read a column map such as ``handle=Twitter,actor=Name``; raises ConfigError."""
    pairs = [part.partition("=") for part in written.split(",") if part.strip()]
    chosen = {field.strip(): heading.strip() for field, _, heading in pairs}
    problems = [
        f"--columns: {field!r} is not one of {', '.join(FIELDS)}."
        for field in chosen
        if field not in FIELDS
    ]
    problems += [
        f"--columns: write {field}=, then the heading of its column."
        for field, heading in chosen.items()
        if not heading
    ]
    if problems:
        raise ConfigError(problems)
    return chosen


def columns_of(headings: Sequence[str], chosen: Mapping[str, str], name: str) -> Columns:
    """Find the columns; raises ConfigError where one that was named is not there, or no owner."""
    places = {_folded(heading): place for place, heading in reversed([*enumerate(headings)])}
    absent = [heading for heading in chosen.values() if _folded(heading) not in places]
    if absent:
        there = ", ".join(heading for heading in headings if heading)
        raise ConfigError([f"{name} has no column {', '.join(absent)}; it has {there}."])
    of = {field: places[_folded(heading)] for field, heading in chosen.items()}
    for field, words in _NAMES.items():
        free = [w for w in words.split("|") if w in places and places[w] not in of.values()]
        if field not in of and free:
            of[field] = places[free[0]]
    if not _OWNER & of.keys():
        raise ConfigError(
            [f"{name} does not say whose each row is: name its column with --columns name=…"]
        )
    return Columns(of, _by_platform(headings, of))


def _by_platform(headings: Sequence[str], of: Mapping[str, int]) -> dict[int, str]:
    """Give the columns of handles under a platform's name, such as Twitter or Facebook page."""
    taken = {place for field, place in of.items() if field != "handle"}
    named = {place: platforms_named(heading) for place, heading in enumerate(headings)}
    return {
        place: platforms[0]
        for place, platforms in named.items()
        if len(platforms) == 1 and place not in taken
    }


def _folded(heading: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", heading.casefold()).split())
