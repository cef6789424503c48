"""Seats in the House as Wikidata states them: when, for which electorate and which party."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from audit.register.wikidata_items import WikidataItems
from audit.review.words import listing
from audit.update.claims import Claim
from audit.update.days import earliest, latest
from audit.update.wikidata.claim import Stated
from audit.update.wikidata.held import Spells, is_held
from audit.update.wikidata.statements import Statement, number_of

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")


def member_claims(
    seats: Sequence[Statement],
    parties: Sequence[Statement],
    items: WikidataItems,
    stated: Stated,
    held: Mapping[str, Spells],
) -> tuple[Claim, ...]:
    """Give one claim for each seat; what is missing or ambiguous in it is its problem.

    ``held`` are the seats that the register has of these items: there Wikidata's silence about
    the electorate takes nothing away.
    """
    belongs: dict[str, list[Statement]] = defaultdict(list)
    for one in parties:
        belongs[one.item].append(one)
    return tuple(
        _claim(seat, belongs[seat.item], items, stated, is_held(seat, held[seat.item]))
        for seat in seats
    )


def _claim(
    seat: Statement,
    belongs: Sequence[Statement],
    items: WikidataItems,
    stated: Stated,
    in_register: bool,
) -> Claim:
    party, no_party = _party(seat, belongs, items, stated)
    electorate, no_electorate = _electorate(seat, items, stated)
    if in_register and not seat.values["district"]:
        electorate = ""
    cells = {"role": "member", "party": party, "electorate": electorate}
    cells |= {"from": seat.from_, "to": seat.to}
    problem = seat.problem or _undated(seat, stated) or no_party or no_electorate
    return stated.claim("offices", seat.item, cells, problem)


def _undated(seat: Statement, stated: Stated) -> str:
    term = stated.names.get(number_of(seat.one("term")), "")
    if not seat.from_:
        known = f"names the {term} but no first day" if term else "gives no first day"
        return f"Wikidata {known} of this seat."
    if seat.to:
        return ""
    if seat.ended:
        return "Wikidata says that this seat was given up, but not when."
    if seat.one("died"):
        return f"Wikidata gives no last day, though a death on {seat.one('died')[:10]}."
    if seat.one("termTo"):
        over = max(seat.values["termTo"])[:10]
        return f"Wikidata gives no last day, though its {term or 'term'} was over on {over}."
    return ""


def _electorate(seat: Statement, items: WikidataItems, stated: Stated) -> tuple[str, str]:
    """Name the electorate, or say why not; a seat without one is what the pack calls that."""
    districts = [number_of(one) for one in seat.values["district"]]
    names = [_IN_BRACKETS.sub("", stated.names.get(one, "")) for one in districts]
    if not districts:
        return items.no_district, ""
    if len(districts) > 1:
        return "", f"Wikidata gives {len(districts)} electorates: {listing(names)}."
    if not names[0]:
        return "", f"Wikidata has no name for the electorate {districts[0]}."
    without = items.no_district.casefold()
    if without and without in re.findall(r"\w+", names[0].casefold()):
        return items.no_district, ""
    return names[0], ""


def _party(
    seat: Statement, belongs: Sequence[Statement], items: WikidataItems, stated: Stated
) -> tuple[str, str]:
    """Give the party by the parliamentary group, or else by the party belonged to at the time.

    Where Wikidata names none there is none to give: the register may know it.
    """
    groups = [number_of(one) for one in seat.values["group"]]
    numbers = [one for one in groups if items.party(one)] or [
        number_of(one.one("party")) for one in belongs if _meets(one, seat)
    ]
    found = sorted({items.party(one) for one in numbers} - {""})
    if len(found) == 1:
        return found[0], ""
    if found:
        return "", f"Wikidata gives more than one party for that time: {listing(found)}."
    unknown = [f"{stated.names.get(one, 'no name')} ({one})" for one in (*groups, *numbers)]
    if unknown:
        also = listing(sorted(set(unknown)))
        return "", f"The party that Wikidata gives is not in [wikidata] of pack.toml: {also}."
    return "", ""


def _meets(one: Statement, seat: Statement) -> bool:
    """Tell whether a membership of a party can have held on some day of a seat."""
    over = one.ended and not one.to
    return (
        not over
        and earliest(one.from_) <= latest(seat.to)
        and earliest(seat.from_) <= latest(one.to)
    )
