"""Everything that the rows of a table say, above all a list of members with party and electorate.

The parties stay as the list writes them: audit/update/parties.py knows which they are.
"""

import re
from collections.abc import Mapping, Sequence

from audit.register.pack import ROLES
from audit.update.claims import (
    Claim,
    Given,
    SourceRow,
    cells_of,
    claims_of,
    dated,
    owner_in,
    person_claim,
    require_day,
    said_in,
    unsafe,
)
from audit.update.columns import Columns
from audit.update.names import plain_name
from audit.update.owners import folded, wikidata_id
from audit.update.said import Said

LIST = "List"
_LIST = re.compile(r"(?:party )?list(?: (?:mp|member|seat))?", re.IGNORECASE)
_MEMBER = re.compile(
    r"(?:mp|(?:electorate |list )?(?:mp|member)(?: of parliament)?)(?: for (?P<place>.+))?",
    re.IGNORECASE,
)
_OTHERS = {
    "co leader": "party_leader",
    "leader": "party_leader",
    "party leader": "party_leader",
    "party co leader": "party_leader",
    "minister": "minister",
    "mayor": "mayor",
    "councillor": "councillor",
    "candidate": "candidate",
    "electorate candidate": "candidate",
}


def said_of(
    rows: Sequence[SourceRow], columns: Columns, given: Given, name: str, *, complete: bool
) -> Said:
    """Read a table of accounts, of people or of offices, whichever its columns speak of.

    A table of offices with a column of Wikidata ids or other names speaks of the people too.
    Raises ConfigError where nothing says as of when it stands.
    """
    if columns.table == "accounts":
        accounts = claims_of(rows, columns, given, name)
        return Said(accounts=accounts, complete_accounts=complete)
    if columns.table == "people":
        return Said(people=claims_of(rows, columns, given, name))
    require_day(columns, given, name)
    said = [(f"{name}, row {number}", _said(cells, columns, given)) for number, cells in rows]
    whose = [(where, one) for where, one in said if any(owner_in(one).values())]
    offices = dated([_office(where, one) for where, one in whose])
    people = (
        [person_claim(*one) for one in whose] if {"wikidata", "aliases"} & {*columns.of} else []
    )
    return Said(people=dated(people), offices=offices, complete_members=complete)


def _said(written: Sequence[str], columns: Columns, given: Given) -> dict[str, str]:
    said = said_in(written, columns, given)
    party, _, electorate = said.get("party_electorate", "").partition(",")
    together = {"party": party.strip(), "electorate": electorate.strip()}
    role, place = _role(said, columns)
    electorate = said.get("electorate") or together["electorate"] or place
    actor = said.get("actor", "")
    is_name = actor and not actor.startswith("per:") and not wikidata_id(actor)
    return {
        **said,
        "name": plain_name(said["name"] or (actor if is_name else "")),
        "party": said.get("party") or together["party"],
        "electorate": LIST if _LIST.fullmatch(electorate) else electorate,
        "role": role,
    }


def _role(said: Mapping[str, str], columns: Columns) -> tuple[str, str]:
    """Give the register's word for a role, and the place that it names besides."""
    written = said.get("role", "")
    if "role" not in columns.of:
        return ("minister" if said.get("portfolio") else "member"), ""
    key = " ".join(re.sub(r"[\W_]+", " ", folded(written)).split())
    member = _MEMBER.fullmatch(" ".join(written.split()))
    if member:
        return "member", member["place"] or (LIST if key.startswith("list") else "")
    return _OTHERS.get(key, written), ""


def _office(where: str, said: Mapping[str, str]) -> Claim:
    cells = cells_of("offices", said)
    problem = unsafe(cells)
    if cells["role"] not in ROLES:
        problem = f"role {cells['role']!r} is not one of {', '.join(ROLES)}."
    return Claim(where, owner_in(said), cells, problem)
