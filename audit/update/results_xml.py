"""The Electoral Commission's media feed: election.xml, parties.xml, candidates.xml, eNN.xml.

As published for the general elections of 2017 to 2023 under media.election.net.nz. Parties,
candidates and electorates are joined on their numbers (p_no, c_no, e_no); 0 stands for none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from audit.update.result_parts import (
    INDEPENDENT,
    Candidate,
    Count,
    PartyResult,
    Winner,
    check_shares,
    refuse,
)
from connectors.errors import SourceError

_ONCE = ("election", "parties", "candidates", "electorates")
USED = (*_ONCE, "electorate")
_UNUSED = ("statistics", "votingplaces", "votingplace")
Root = tuple[str, Element]
Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Feed:
    """What the files of the feed say; ``lacks`` names electorates whose own file is not given."""

    count: Count | None = None
    parties: tuple[tuple[str, ...], ...] = ()
    candidates: tuple[Candidate, ...] = ()
    winners: tuple[Winner, ...] = ()
    lacks: tuple[str, ...] = ()


def parse(content: bytes, file: str) -> Root:
    """Parse one file of the feed; raises SourceError for anything else."""
    try:
        root = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise SourceError(
            f"{file} is not whole XML ({error}): it is cut off or a web page. Download it again."
        ) from error
    if root.tag not in (*USED, *_UNUSED):
        raise SourceError(
            f"{file} is XML of {root.tag!r}, not of the Electoral Commission's results feed: "
            "give its election.xml and parties.xml."
        )
    return file, root


def read_feed(roots: Sequence[Root]) -> Feed:
    """Read the files of one feed together, whichever of them there are."""
    once: dict[str, Root] = {}
    for file, root in roots:
        if root.tag in _ONCE:
            if root.tag in once:
                refuse(file, f"{once[root.tag][0]} is {root.tag}.xml as well.", "Give one of them.")
            once[root.tag] = file, root
    names = _party_names(once["parties"]) if "parties" in once else {}
    places = _electorates(once["electorates"]) if "electorates" in once else {}
    candidates = _candidates(once["candidates"], names, places) if "candidates" in once else ()
    results = [(file, root) for file, root in roots if root.tag == "electorate"]
    winners = _winners(results, candidates, places)
    given = {root.get("e_no", "") for _, root in results}
    return Feed(
        count=_count(once["election"], names, len(places)) if "election" in once else None,
        parties=tuple(names.values()),
        candidates=candidates,
        winners=winners,
        lacks=tuple(name for number, name in places.items() if number not in given),
    )


def _count(root: Root, names: Names, electorates: int) -> Count:
    file, election = root
    if not names:
        refuse(file, "it names parties by number alone.", "Give parties.xml of the same feed too.")
    statistics = _part(root, election, "statistics")
    rows = _part(root, election, "partystatus").findall("party")
    numbers = [row.get("p_no", "") for row in rows]
    if not rows or len({*numbers}) < len(rows):
        refuse(file, "it has no parties, or one of them twice.")
    parties = tuple(
        _party(file, row, names, number) for row, number in zip(rows, numbers, strict=True)
    )
    final = _share(file, statistics, "percent_electorates_final") >= 100
    declared = _number(file, statistics, "total_electorates_final")
    all_of_them = electorates or (declared if final else 0)
    count = Count(file, parties, final, _stamp(file, election), all_of_them or None)
    shares = [_text(row, "percent_votes") for row in rows]
    check_shares(count, zip(parties, shares, strict=True))
    if sum(one.votes for one in parties) > _number(file, statistics, "total_votes_cast"):
        refuse(file, "its parties have more votes than were cast.")
    return count


def _party(file: str, row: Element, names: Names, number: str) -> PartyResult:
    if number not in names:
        refuse(file, f"party number {number} is not in parties.xml.")
    kinds = ("votes", "party_seats", "candidate_seats", "total_seats")
    votes, listed, electorates, total = (_number(file, row, kind) for kind in kinds)
    if listed + electorates != total:
        refuse(file, f"the seats of {names[number][0]} do not add up to its total.")
    return PartyResult(names[number], votes, listed, electorates)


def _party_names(root: Root) -> Names:
    file, parties = root
    names = {
        row.get("p_no", ""): tuple(
            dict.fromkeys(filter(None, (_text(row, "party_name"), _text(row, "short_name"))))
        )
        for row in parties.findall("party")
    }
    if not names or not all(names.values()):
        refuse(file, "it has a party without a name, or none.")
    return names


def _electorates(root: Root) -> dict[str, str]:
    file, electorates = root
    names = {
        row.get("e_no", ""): _text(row, "electorate_name")
        for row in electorates.findall("electorate")
    }
    if not names or not all(names.values()):
        refuse(file, "it has an electorate without a name, or none.")
    return names


def _candidates(root: Root, names: Names, places: Mapping[str, str]) -> tuple[Candidate, ...]:
    file, candidates = root
    if not names or not places:
        refuse(
            file,
            "it names parties and electorates by number alone.",
            "Give parties.xml and electorates.xml of the same feed too.",
        )
    parties, electorates = {**names, "0": (INDEPENDENT,)}, {**places, "0": ""}
    read = []
    for row in candidates.findall("candidate"):
        party, electorate = _text(row, "party"), _text(row, "electorate")
        name = _text(row, "candidate_name")
        if party not in parties or electorate not in electorates or not name:
            refuse(file, f"candidate {row.get('c_no')} has no name, party or electorate there is.")
        place = _number(file, row, "list_no")
        number = row.get("c_no", "")
        read.append(Candidate(number, name, electorates[electorate], parties[party], place))
    if len({one.number for one in read}) < len(read) or not read:
        refuse(file, "it has no candidates, or one of them twice.")
    return tuple(read)


def _winners(
    results: Sequence[Root], candidates: Sequence[Candidate], places: Mapping[str, str]
) -> tuple[Winner, ...]:
    stood = {one.number: one for one in candidates}
    winners: dict[str, Winner | None] = {}
    for file, root in results if stood else ():
        number = root.get("e_no", "")
        if number in winners or number not in places:
            refuse(file, f"electorate {number} is given twice, or is not in electorates.xml.")
        winners[number] = _winner((file, root), stood, places[number])
    return tuple(one for one in winners.values() if one)


def _winner(root: Root, stood: Mapping[str, Candidate], electorate: str) -> Winner | None:
    """Give who has the most votes; nobody where none were cast, as in a poll that is put off."""
    file, result = root
    rows = _part(root, result, "candidatevotes").findall("candidate")
    votes = {row.get("c_no", ""): _number(file, row, "votes") for row in rows}
    most = max(votes.values(), default=0)
    first = [number for number, cast in votes.items() if cast == most]
    if not most:
        return None
    if len(first) > 1 or first[0] not in stood:
        refuse(file, f"nobody who stood in {electorate} has the most votes alone.")
    one = stood[first[0]]
    return Winner(electorate, one.name, one.parties, one.number)


def _part(root: Root, parent: Element, tag: str) -> Element:
    found = parent.find(tag)
    if found is None:
        _incomplete(root[0], tag)
    return found


def _incomplete(file: str, tag: str) -> NoReturn:
    raise SourceError(
        f"{file} has no {tag!r}, as the Electoral Commission's results feed does: "
        "it is another country's, or not whole. Download it again."
    )


def _text(parent: Element, tag: str) -> str:
    return " ".join((parent.findtext(tag) or "").split())


def _number(file: str, parent: Element, tag: str) -> int:
    written = _text(parent, tag)
    if not written:
        _incomplete(file, tag)
    if not (written.isascii() and written.isdigit()):
        refuse(file, f"{tag} {written!r} is not a whole number.")
    return int(written)


def _share(file: str, parent: Element, tag: str) -> float:
    try:
        return float(_text(parent, tag))
    except ValueError:
        _incomplete(file, tag)


def _stamp(file: str, election: Element) -> date:
    try:
        return date.fromisoformat(election.get("updated", "")[:10])
    except ValueError:
        _incomplete(file, "updated")
