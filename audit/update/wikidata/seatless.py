"""Who has no seat in Wikidata: sitting members of the register, and politicians it lacks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from audit.review.words import listing
from audit.update.claims import Claim
from audit.update.days import latest
from audit.update.owners import Known, owner_of
from audit.update.wikidata.claim import Stated
from audit.update.wikidata.held import Spells, since
from audit.update.wikidata.statements import Statement

_NAMED_AT_MOST = 20


def without_seat(
    seats: Sequence[Statement], held: Mapping[str, Spells], known: Known, stated: Stated
) -> Iterator[Claim]:
    """Name each sitting member of the register of whose seat on the day Wikidata says nothing."""
    told: dict[str, str] = {}
    for seat in seats:
        actor = actor_of(seat.item, stated, known)
        told[actor] = max(told.get(actor, ""), latest(seat.to))
    numbers = {actor: number for number, actor in known.wikidata.items()}
    why = f"Wikidata, which is never complete, states no seat of theirs on {stated.as_at}."
    for actor in sorted(held):
        if told.get(actor, "") < since(held[actor], stated.as_at):
            yield stated.claim("offices", numbers.get(actor, ""), {"role": "member"}, why, actor)


def unknown_politicians(found: Mapping[str, str], known: Known, stated: Stated) -> Iterator[Claim]:
    """Name, for each party, its politicians without a seat of whom the register knows nothing.

    ``found`` gives the party of each item. They are not proposed: without an office they may be
    private persons.
    """
    by_party: dict[str, list[str]] = defaultdict(list)
    for item, party in found.items():
        if not actor_of(item, stated, known):
            by_party[party].append(stated.names.get(item, item))
    for party, names in sorted(by_party.items()):
        more = len(names) - _NAMED_AT_MOST
        said = listing(sorted(names)[:_NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")
        why = f"Wikidata states no seat of {said}, and the register has none of them. Do they sit?"
        yield stated.claim("offices", "", {"role": "member", "party": party}, why, party)


def actor_of(item: str, stated: Stated, known: Known) -> str:
    """Give the register's id of an item, by its number or its name; empty where it has none."""
    named = {"actor": "", "wikidata": item, "name": stated.names.get(item, "")}
    return owner_of(named, known).actor
