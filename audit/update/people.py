"""What a source says of people against what the register holds of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

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
    found = []
    for claim in map(_plain, claims):
        owner = owner_of(claim.owner, known)
        proposed = _proposed(claim, owner, known)
        one = _compare(claim, owner, people, proposed)
        if one:
            named = replace(owner, actor=owner.actor or proposed)
            name = known.names.get(owner.actor, "")
            found.append(difference("people", claim, named, _said(claim.cells), one, name))
    return tuple(found)


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


def _proposed(claim: Claim, owner: Owner, known: Known) -> str:
    """Give the id for a person whom the register does not have; empty where it does."""
    name = claim.cells["name"]
    if owner.actor or not name or folded(name) in known.by_name:
        return ""
    if claim.owner["actor"].startswith("per:"):
        return claim.owner["actor"]
    slug = "-".join(re.findall(r"[a-z0-9]+", folded(name).replace("'", "")))
    taken = {*known.names}
    number = 2
    chosen = f"per:{slug}"
    while chosen in taken:
        chosen, number = f"per:{slug}-{number}", number + 1
    return chosen if slug else ""


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
