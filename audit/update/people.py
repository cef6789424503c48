"""What a source says of people against what the register holds of them."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

import pandas as pd

from audit.review.difference import Difference
from audit.update.claims import Claim
from audit.update.found import Finding, Row, difference, sourced
from audit.update.owners import Known, Owner, folded, owner_of, wikidata_id


def people_differences(
    claims: Sequence[Claim], frames: Mapping[str, pd.DataFrame], known: Known
) -> tuple[Difference, ...]:
    """Compare each person that a source names; whoever is not in it is not missing for that."""
    people = {
        str(row["actor"]): {str(column): str(cell) for column, cell in row.items()}
        for row in frames["people"].to_dict("records")
    }
    plain = [_plain(claim) for claim in claims]
    found = []
    for claim, proposed in zip(plain, new_ids(map(_person, plain), known), strict=True):
        owner = owner_of(claim.owner, known)
        one = _compare(claim, owner, people, proposed)
        if one:
            named = replace(owner, actor=owner.actor or proposed)
            name = known.names.get(owner.actor, "")
            found.append(difference("people", claim, named, _said(claim.cells), one, name))
    return tuple(found)


def known_with(claims: Sequence[Claim], known: Known) -> Known:
    """Add the people whom ``people_differences`` proposes, as the owners of what else is said."""
    people = [_person(_plain(claim)) for claim in claims]
    names, wikidata, by_name = {**known.names}, {**known.wikidata}, {**known.by_name}
    for person, actor in zip(people, new_ids(people, known), strict=True):
        if actor and actor not in names:
            names[actor] = person["name"]
            by_name[folded(person["name"])] = (*by_name.get(folded(person["name"]), ()), actor)
            wikidata |= {person["wikidata"]: actor} if person["wikidata"] else {}
    return Known(names, wikidata, by_name)


def new_ids(people: Iterable[Mapping[str, str]], known: Known) -> tuple[str, ...]:
    """Give an id for each person (``actor``, ``name``, ``wikidata``) whom the register lacks.

    Empty for those whom it has, or may have by the name. The same Wikidata id, or else the same
    name, is the same person.
    """
    given: dict[str, str] = {}
    taken = {*known.names}
    ids = []
    for person in people:
        name = folded(person["name"])
        if not name or owner_of(person, known).actor or name in known.by_name:
            ids.append("")
            continue
        key = person["wikidata"] or name
        if key not in given:
            given[key] = _free_id(person["actor"], name, taken)
            taken.add(given[key])
        ids.append(given[key])
    return tuple(ids)


def _compare(
    claim: Claim, owner: Owner, people: Mapping[str, Row], proposed: str
) -> Finding | None:
    if claim.problem:
        return Finding("unusable", why=claim.problem)
    if proposed:
        new = {**claim.cells, "actor": proposed}
        if proposed == claim.owner["actor"] or new["wikidata"]:
            return Finding("new", rows=(new,))
        return Finding("doubtful", why="Known by name alone: is it nobody it has?", rows=(new,))
    if owner.actor not in people:
        why = owner.problem or f"{owner.actor} is not a person."
        return Finding("unusable", why=why)
    return _against(people[owner.actor], claim.cells)


def _against(row: Row, said: Row) -> Finding | None:
    known_names = {folded(name) for name in (row["name"], *row["aliases"].split("|"))}
    changed = {one: said[one] for one in ("aliases", "wikidata") if said[one] not in ("", row[one])}
    if said["name"] and folded(said["name"]) not in known_names:
        changed["name"] = said["name"]
    if not changed:
        return None
    merged = {**sourced(row, said), **changed}
    if row["wikidata"] and "wikidata" in changed:
        return Finding("conflicting", _said(row), "Two Wikidata ids: is it them?", (merged,))
    if said["as_at"] < row["as_at"] and any(row[one] for one in changed):
        return Finding("conflicting", _said(row), "The source is the older one.", (merged,))
    return Finding("changed", _said(row), rows=(merged,))


def _free_id(written: str, name: str, taken: Container[str]) -> str:
    """Give the id that a source has for a new person, or a free one made of the name."""
    if written.startswith("per:"):
        return written
    slug = "-".join(re.findall(r"[a-z0-9]+", name.replace("'", "")))
    chosen = f"per:{slug}"
    numbers = count(2)
    while chosen in taken:
        chosen = f"per:{slug}-{next(numbers)}"
    return chosen if slug else ""


def _person(claim: Claim) -> dict[str, str]:
    own = {one: claim.cells[one] for one in ("name", "wikidata")}
    return {**claim.owner, **{one: cell for one, cell in own.items() if cell}}


def _plain(claim: Claim) -> Claim:
    """Take a name from the owner's column, and the bare number of a Wikidata address."""
    written = claim.owner["actor"]
    is_name = written and not written.startswith("per:") and not wikidata_id(written)
    name = claim.cells["name"] or (written if is_name else "")
    number = wikidata_id(claim.cells["wikidata"])
    problem = claim.problem
    if claim.cells["wikidata"] and not number:
        problem = problem or f"{claim.cells['wikidata']!r} is no id of Wikidata."
    return replace(claim, cells={**claim.cells, "name": name, "wikidata": number}, problem=problem)


def _said(cells: Row) -> str:
    told = [cells["name"], cells["wikidata"], cells["aliases"].replace("|", ", ")]
    return ", ".join([*filter(None, told), f"as at {cells['as_at']}"])
