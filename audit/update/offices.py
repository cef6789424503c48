"""What a source says of offices, above all of members, against what the register holds of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

import pandas as pd

from audit.review.difference import SURE, Difference
from audit.update.claims import Claim
from audit.update.days import before, earliest, latest
from audit.update.found import Finding, Row, difference, sourced
from audit.update.house import SINGLE, House, row_key, said
from audit.update.office_claims import Read, person_found, read_claims
from audit.update.office_spells import Term, against, differs
from audit.update.owners import Known, Owner, folded


def office_differences(
    claims: Sequence[Claim],
    frames: Mapping[str, pd.DataFrame],
    known: Known,
    *,
    complete_members: bool,
    from_day: str = "",
) -> tuple[Difference, ...]:
    """Compare each office that a source names; and the people whom the register lacks for it.

    With ``complete_members`` the source has every member on its as-at day, so that those who sit
    by the register and are not in it have vanished. An office that the source does not date
    begins on ``from_day``; without that, on the day after polling day where a complete list is
    that of a House newly elected, or else on the source's own day.
    """
    house = House(frames)
    sitting = [row for rows in house.spells.values() for row in rows if row["role"] == "member"]
    read = read_claims(claims, house, known)
    found = [*_people(read, known, house)]
    usable = sorted((one for one in read if one.usable), key=_place)
    for _, several in groupby(usable, key=lambda one: one.owner.actor):
        found += _of_person([*several], house, Term(from_day, complete_members), known)
    found += [_difference(one, _unusable(one), known, house) for one in read if not one.usable]
    vanished = _vanished(read, sitting, known, house) if complete_members else ()
    return (*found, *vanished)


def _place(read: Read) -> tuple[str, str, str]:
    row = read.row
    return row["actor"], row["role"], earliest(row["from"] or row["as_at"])


def _unusable(read: Read) -> Finding:
    return Finding("unusable", why=read.claim.problem or read.owner.problem)


def _people(read: Sequence[Read], known: Known, house: House) -> Iterator[Difference]:
    """Propose each person once, unless the source's own claim about them has done so."""
    once = {one.owner.actor: one for one in reversed(read) if one.proposed and one.usable}
    for actor, one in reversed(once.items()):
        if actor not in known.names:
            told = f"{one.claim.owner['name']}, as at {one.row['as_at']}"
            made = difference("people", one.claim, one.owner, told, person_found(one), "")
            yield replace(made, party=house.parties.short.get(one.row["party"], ""))


def _of_person(
    several: Sequence[Read], house: House, term: Term, known: Known
) -> Iterator[Difference]:
    spells = _apart([one.row for one in several])
    told: list[tuple[Read, Finding]] = []
    last: dict[tuple[str, ...], Row] = {}
    for one, new in zip(several, spells, strict=True):
        found = against(new, house, term)
        if found is None:
            continue
        clash = next((other for other in spells if _clashes(new, other, house)), None)
        if clash and found.kind != "unusable":
            also = f"The source also says: {said(clash, house.short(clash))}."
            found = replace(found, kind="conflicting", why=f"{also} {found.why}".strip())
        elif found.kind in SURE:
            house.put(found.rows)
            last |= {row_key(row): row for row in found.rows}
        told.append((replace(one, row=new), found))
    for one, found in told:
        # what a later claim says of the same row holds for both
        rows = tuple(last.get(row_key(row), row) for row in found.rows)
        settled = replace(found, rows=rows) if found.kind in SURE else found
        yield _difference(one, settled, known, house)


def _apart(spells: Sequence[Row]) -> list[Row]:
    """End a spell the day before the next, where a source gives both the same day."""
    starts = {
        (row["role"], row["from"]): row for row in spells if len(row["from"]) == len("2026-11-08")
    }
    out = []
    for row in spells:
        following = starts.get((row["role"], row["to"]))
        shared = following is not None and following is not row and bool(differs(following, row))
        shared = shared and earliest(row["from"]) < row["to"]
        out.append({**row, "to": before(row["to"])} if shared else row)
    return out


def _clashes(one: Row, other: Row, house: House) -> bool:
    if one is other or one["role"] != other["role"] or not differs(one, other):
        return False
    places = ("electorate", "portfolio")
    if one["role"] not in SINGLE and any(folded(one[p]) != folded(other[p]) for p in places):
        return False
    (begins, ends), (starts, stops) = house.span(one), house.span(other)
    from_, to = max(begins, starts), min(ends, stops)
    return from_ < to or (from_ == to and (begins == ends or starts == stops))


def _difference(read: Read, found: Finding, known: Known, house: House) -> Difference:
    """Put a difference together, doubtful where its person is."""
    if found.kind in SURE and read.doubt:
        found = replace(found, kind="doubtful", why=f"{read.doubt} {found.why}".strip())
    with_person = "Their row of people goes with it." if read.proposed else ""
    told = (
        found.why
        if found.kind == "unusable"
        else " ".join(part for part in (read.why, found.why, with_person) if part)
    )
    # a source may only say that it knows of no such office: then there is none to show
    named = any(read.row[one] for one in ("party", "electorate", "portfolio", "from", "to"))
    shown = said(read.row, house.short(read.row)) if named else ""
    name = known.names.get(read.owner.actor, "")
    made = difference("offices", read.claim, read.owner, shown, replace(found, why=told), name)
    return replace(made, party=house.parties.short.get(read.row["party"], ""))


def _vanished(
    read: Sequence[Read], sitting: Sequence[Row], known: Known, house: House
) -> Iterator[Difference]:
    """Give the members of the register who are not in a list that has them all."""
    listed = [one for one in read if one.row["role"] == "member"]
    days = [one.row["as_at"] for one in listed if one.usable]
    if not days:
        return
    as_at = max(days)
    names = (folded(one.claim.owner["name"] or one.claim.owner["actor"]) for one in listed)
    there = {one.owner.actor for one in listed}
    there |= {actor for name in names for actor in known.by_name.get(name, ())}
    first = next(one for one in listed if one.usable and one.row["as_at"] == as_at)
    for row in sitting:
        sits = earliest(row["from"]) <= as_at < (earliest(row["to"]) if row["to"] else latest(""))
        if not sits or row["actor"] in there:
            continue
        ended = {**sourced(row, first.row), "to": as_at}
        why = f"The list is complete and does not have them; accepting ends it on {as_at}."
        found = Finding("vanished", house.holds(row), why, (ended,))
        absent = Owner(row["actor"])
        name = known.names[row["actor"]]
        made = difference("offices", first.claim, absent, "not in the list", found, name)
        where = first.claim.where.rpartition(", row ")[0] or first.claim.where
        yield replace(made, party=house.parties.short.get(row["party"], ""), where=where)
