"""Who was elected: the electorates' winners, and the lists in their order without them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audit.update.names import plain_name
from audit.update.office_rows import LIST
from audit.update.owners import folded
from audit.update.result_parts import Candidate, Count, PartyResult, Winner, refuse

_REMARK = re.compile(r"\s*\([^()]*\)$")
_SMALL = "a-zà-öø-ÿāēīōū"
_CAPITALS = re.compile(rf"([^\W\d_{_SMALL}])([^\W\d_{_SMALL}]+)")


@dataclass(frozen=True)
class Elected:
    """A member elected, under the party's name in the source; ``electorate`` is List for a list."""

    name: str
    party: str
    electorate: str


def with_others(count: Count, winners: Sequence[Winner]) -> tuple[PartyResult, ...]:
    """Add those who won an electorate for a party, or none, that had no party votes to count."""
    others: dict[tuple[str, ...], int] = {}
    for one in winners:
        if not any(party.is_named(one.parties) for party in count.parties):
            others[one.parties] = others.get(one.parties, 0) + 1
    return (*count.parties, *(PartyResult(names, 0, 0, won) for names, won in others.items()))


def check_winners(parties: Sequence[PartyResult], winners: Sequence[Winner], file: str) -> None:
    """Refuse winners that are not those whom the count has."""
    if len({folded(one.electorate) for one in winners}) < len(winners):
        refuse(file, "an electorate was won twice.")
    for party in parties:
        won = sum(party.is_named(one.parties) for one in winners)
        if won != party.electorate_seats:
            refuse(
                file,
                f"{party.name} has {party.electorate_seats} electorates in the count and won "
                f"{won} of those given.",
            )


def members_elected(
    parties: Sequence[PartyResult],
    winners: Sequence[Winner],
    candidates: Sequence[Candidate],
    file: str,
) -> tuple[Elected, ...]:
    """Name the members: the winners, and with ``candidates`` those of the lists too."""
    stood = [_candidate(one, candidates, file) for one in winners] if candidates else []
    names = [one.name for one in stood] or [one.name for one in winners]
    elected = [
        Elected(shown_name(name), _party(one.parties, parties), one.electorate)
        for name, one in zip(names, winners, strict=True)
    ]
    seated = {one.number for one in stood}
    for party in parties if candidates else ():
        left = [
            one
            for one in candidates
            if one.place and one.number not in seated and party.is_named(one.parties)
        ]
        listed = sorted(left, key=lambda one: one.place)[: party.list_seats]
        if len(listed) != party.list_seats:
            refuse(file, f"the list of {party.name} is shorter than its seats.")
        elected += [Elected(shown_name(one.name), party.name, LIST) for one in listed]
    return tuple(elected)


def shown_name(written: str) -> str:
    """Turn ``McEXAMPLE, Mere (poll cancelled)`` into ``Mere McExample``."""
    surname, comma, rest = _REMARK.sub("", written).partition(",")
    lowered = _CAPITALS.sub(lambda word: word[1] + word[2].lower(), surname)
    return plain_name(f"{lowered}{comma}{rest}")


def _party(names: Sequence[str], parties: Sequence[PartyResult]) -> str:
    return next((one.name for one in parties if one.is_named(names)), names[0])


def _candidate(winner: Winner, candidates: Sequence[Candidate], file: str) -> Candidate:
    """Find a winner among those who stood: a party has one candidate in an electorate."""
    if winner.number:
        fits = [one for one in candidates if one.number == winner.number]
    else:
        names = {*map(folded, winner.parties)}
        fits = [
            one
            for one in candidates
            if folded(one.electorate) == folded(winner.electorate)
            and names & {*map(folded, one.parties)}
        ]
    if len(fits) > 1:
        fits = [one for one in fits if _surname(one.name) == _surname(winner.name)]
    if len(fits) != 1:
        refuse(file, f"{winner.name} won {winner.electorate}, and did not stand there by it.")
    return fits[0]


def _surname(written: str) -> str:
    return folded(written.partition(",")[0])
