"""The sentences of a report over several agencies: what they have together, without any ranking."""

from collections.abc import Sequence
from datetime import date

from audit.fleet.model import (
    CENTRES,
    INSIDE,
    PLACES,
    AgencyLine,
    Centre,
    NotHere,
    Point,
    Totals,
)
from audit.review.words import count, day, in_words, listing, per_cent

NOT_READ = "Its follows could not be read, so nothing can be said of them."
TOO_FEW = "Too few politicians for any share to mean something."
NOBODY = "It follows no politician that the register knows."
NOBODY_IN_PART = "No politician was found in what could be read of its follows."
NOT_ASSESSABLE = "Its own review gives no verdict on its follows, and says why."
OTHER_REFERENCE = "Its configuration measures follows against something else than seats."
ALONE = "No other agency here is measured against the same House, government and register."
ONE_SIDED = "The register knows no party in government, or none outside it, so there is no share."
MOST_NAMED = 5


def answer(totals: Totals) -> str:
    """Say what all agencies have together."""
    need = count(totals.need_decision, "item needs", "items need")
    high = f"{totals.high or 'none'} {'is' if totals.high < 2 else 'are'} high priority"
    agencies = count(totals.agencies, "agency", "agencies")
    if not totals.need_decision:
        return f"No items need a decision in the reviews of {agencies}."
    overdue = f"{totals.overdue:,} overdue" if totals.overdue else "none overdue"
    return f"{need} a decision in the reviews of {agencies}; {high}, {overdue}."


def coverage(totals: Totals, lines: Sequence[AgencyLine], not_here: Sequence[NotHere]) -> str:
    """Say in one or two sentences what could not be looked at."""
    short = [line.agency.name for line in lines if line.lists_short]
    said = []
    if not_here:
        said.append(f"Not in this report: {_named([one.name for one in not_here])}.")
    if short:
        whole = "every agency" if len(short) == len(lines) else _named(short)
        said.append(f"Not everything could be read of {whole}: see Coverage.")
    elif totals.accounts_read == totals.accounts_total:
        said.append("Everything that the agencies asked for could be read.")
    return " ".join(said)


def funnel_sentences(centres: Sequence[Centre], points: Sequence[Point]) -> tuple[str, ...]:
    """Say who lies outside the limits around each centre, by name in the order of the alphabet."""
    return tuple(_around(centre, points) for centre in centres)


def own_verdicts(flagged: Sequence[str]) -> str:
    """Say whose own report calls for a look, wherever they lie in the plot."""
    if not flagged:
        return "None of their own reports finds the mix of parties uneven beyond luck."
    return (
        "Wherever they lie, the mix of parties is worth a look or needs an explanation by the own "
        f"{'report' if len(flagged) == 1 else 'reports'} of {_named(flagged)}."
    )


def _around(centre: Centre, points: Sequence[Point]) -> str:
    outside = {
        words: [point.agency for point in points if point.places[centre.id] == place]
        for place, words in PLACES.items()
        if place != INSIDE
    }
    inside = len(points) - sum(map(len, outside.values()))
    number = "all" if inside == len(points) else in_words(inside) if inside else "none"
    lie = "lies" if inside == 1 else "lie"
    told = [
        f"Around {CENTRES[centre.id]} of {per_cent(centre.share)}, {number} of the "
        f"{in_words(len(points))} agencies {lie} inside the limits.",
        *(f"{words}: {_named(names)}." for words, names in outside.items() if names),
    ]
    return " ".join(told)


def several_houses(number: int) -> str:
    """Say why there is more than one funnel."""
    return (
        f"There are {in_words(number)} funnel plots: agencies that are measured against different "
        "seats, governments or registers are not compared."
    )


def other_register_versions(versions: Sequence[str]) -> str:
    """Say that registers of several days were used."""
    return (
        f"The agencies used registers of different days ({listing(list(versions))}), which may "
        "know different accounts."
    )


def read_between(first: date, last: date) -> str:
    """Say when the reviews were read."""
    if first == last:
        return f"All reviews were read on {day(first)}."
    return f"The reviews were read between {day(first)} and {day(last)}."


def in_transition(names: Sequence[str]) -> str:
    """Say that an election falls into the quarter."""
    return (
        f"An election falls into the quarter of {_named(names)}: its result and the new government "
        "change what lists are measured against. The agencies' own reports show both."
    )


def set_aside(number: int) -> str:
    """Say how many ministers the agencies set aside."""
    own = count(number, "own minister is", "own ministers are")
    return f"Among follows, {own} set aside, as in the agencies' own reports."


def _named(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    if more > 1:
        return listing([*names[:MOST_NAMED], f"{in_words(more)} more"])
    return listing(list(names))
