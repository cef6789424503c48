"""Whose office a claim speaks of, in the register's own words: person, party and electorate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from audit.register.pack import ROLES
from audit.review.difference import Kind
from audit.review.words import listing
from audit.update.claims import Claim, cells_of
from audit.update.days import after, earliest, latest
from audit.update.found import Finding, Row
from audit.update.house import House, surname
from audit.update.owners import Known, Owner, folded, owner_of
from audit.update.parties import party_of
from audit.update.people import new_ids


@dataclass(frozen=True)
class Read:
    """A claim with the register's party and spelling, its owner and how sure that is.

    ``doubt`` asks whether a proposed person is one whom the register has under another name.
    """

    claim: Claim
    owner: Owner
    row: Row
    why: str = ""
    doubt: str = ""
    proposed: bool = False

    @property
    def usable(self) -> bool:
        """Tell whether it can be compared."""
        return not self.claim.problem and not self.owner.problem


def read_claims(claims: Sequence[Claim], house: House, known: Known) -> tuple[Read, ...]:
    """Read each claim, with one id for each person whom the register lacks."""
    read = _sure_once(tuple(_whose(_plain(claim, house), house, known) for claim in claims))
    named = {one.owner.actor for one in read if one.owner.actor}
    ids = new_ids((one.claim.owner for one in read), known)
    return tuple(
        _proposed(one, actor, house, named, known)
        if actor and not one.claim.problem
        else replace(one, proposed=one.usable and one.owner.actor not in house.people)
        for one, actor in zip(read, ids, strict=True)
    )


def person_found(read: Read) -> Finding:
    """Propose the person whom the register lacks."""
    cells, owner = read.claim.cells, read.claim.owner
    said = cells_of("people", {**cells, **owner})
    row = {**said, "actor": read.owner.actor}
    kind: Kind = "doubtful" if read.doubt else "new"
    return Finding(kind, why=read.doubt, rows=(row,))


def _plain(claim: Claim, house: House) -> Claim:
    """Write the party by its id, an electorate as the register does, and the first day likewise."""
    cells = {**claim.cells}
    problem = claim.problem
    if cells["party"]:
        cells["party"], wrong = party_of(cells["party"], house.parties)
        problem = problem or wrong
    cells["electorate"] = house.places.get(folded(cells["electorate"]), cells["electorate"])
    if cells["role"] not in ROLES:
        problem = problem or f"role {cells['role']!r} is not one of {', '.join(ROLES)}."
    if not cells["as_at"]:
        problem = problem or "It does not say as of when it stands."
    if not problem and earliest(cells["from"]) > latest(cells["to"]):
        problem = f"It ends ({cells['to']}) before it begins ({cells['from']})."
    polled = cells["role"] == "member" and cells["from"] in house.polling_days
    if polled and house.seats_taken_after:
        cells["from"] = after(cells["from"])
    return replace(claim, cells=cells, problem=problem)


def _whose(claim: Claim, house: House, known: Known) -> Read:
    owner = owner_of(claim.owner, known)
    row = {**claim.cells, "actor": owner.actor}
    if claim.problem:
        return Read(claim, owner, row)
    fits = known.by_name.get(folded(claim.owner["name"] or claim.owner["actor"]), ())
    reasons = {actor: house.known_as(actor, row) for actor in fits}
    sure = [actor for actor in fits if reasons[actor]]
    if (owner.by_name or owner.problem) and len(sure) == 1:
        return Read(claim, Owner(sure[0]), {**row, "actor": sure[0]}, reasons[sure[0]])
    if owner.actor and not owner.actor.startswith("per:"):
        return Read(claim, Owner(problem=f"{owner.actor} is not a person."), row)
    return Read(claim, owner, row)


def _sure_once(read: Sequence[Read]) -> tuple[Read, ...]:
    """Take someone whom one row names surely as meant by the other rows of that name."""
    sure = {one.owner.actor for one in read if one.usable and not one.owner.by_name}
    return tuple(
        replace(one, owner=Owner(one.owner.actor), why="Matched by name: as in another row.")
        if one.owner.by_name and one.owner.actor in sure
        else one
        for one in read
    )


def _proposed(read: Read, actor: str, house: House, named: set[str], known: Known) -> Read:
    """Take the id proposed for the owner, and ask where the register may have them after all."""
    owner = read.claim.owner
    doubt = "" if owner["wikidata"] or owner["actor"] else _alike(read, house, known.names, named)
    row = {**read.row, "actor": actor}
    return replace(read, owner=Owner(actor), row=row, doubt=doubt, proposed=True)


def _alike(read: Read, house: House, names: Mapping[str, str], named: set[str]) -> str:
    """Ask whether someone of that surname and party is meant, unless the source has them too."""
    party = read.row["party"]
    others = sorted(
        actor
        for actor in house.surnames[surname(read.claim.owner["name"])]
        if actor not in named and party and house.of_party(actor, party)
    )
    told = listing([f"{names[actor]} ({actor})" for actor in others])
    return f"The register has {told} of the same party: is it nobody it has?" if others else ""
