"""The funnel plot: the government's share of each agency's follows against how many they are.

Follows alone: likes and reposts are measured against Parliament as it was on their own days, so
no one line fits the lists of two agencies. Only lists that are long enough for a verdict are in
it. No ranking: agencies stand in the order of the alphabet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from audit.balance.verdict import FLAGGED, MINIMUM, NONE, TESTED, TOO_FEW
from audit.fleet import words
from audit.fleet.limits import limits_of, place
from audit.fleet.lines import governing
from audit.fleet.model import AgencyLine, Centre, Funnel, LeftOut, ListSaid, Point
from audit.mix.reference import share_of
from audit.review.model import Review

_FOR_A_MEDIAN = 3  # of two agencies it is the middle between them, which says nothing
_BESIDE = 1.15  # how much further than the longest list the limits are drawn
_House = tuple[str, tuple[str, ...], tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class _Measured:
    line: AgencyLine
    review: Review
    said: ListSaid

    @property
    def house(self) -> _House:
        """What compared lists have in common: the register, the government, the seats."""
        follow = next(one for one in self.review.balance if _is_follow(one.scope, one.kind))
        seats = tuple(sorted(follow.reference.weights.items()))
        parties = tuple(party for party in governing(self.review) if party in dict(seats))
        return self.review.labels.register.jurisdiction, parties, seats


def funnels(
    pairs: Sequence[tuple[AgencyLine, Review]],
) -> tuple[tuple[Funnel, ...], tuple[LeftOut, ...]]:
    """Give a funnel for each House that two agencies or more are measured against, and the rest."""
    houses: dict[_House, list[_Measured]] = {}
    left_out: list[LeftOut] = []
    for line, review in pairs:
        said = next((one for one in line.lists if one.kind == "follow"), None)
        reason = _reason(said)
        if reason or said is None:
            left_out.append(LeftOut(line.agency.name, said.n if said else 0, reason))
        else:
            one = _Measured(line, review, said)
            houses.setdefault(one.house, []).append(one)
    drawn: list[Funnel] = []
    for house, members in houses.items():
        _, parties, seats = house
        one_sided = len(parties) in {0, len(seats)}
        if len(members) > 1 and not one_sided:
            drawn.append(_funnel(house, members))
            continue
        why = words.ONE_SIDED if one_sided else words.ALONE
        left_out += [LeftOut(one.line.agency.name, one.said.n, why) for one in members]
    order = {line.agency.name: number for number, (line, _) in enumerate(pairs)}
    return tuple(drawn), tuple(sorted(left_out, key=lambda one: order[one.agency]))


def _is_follow(scope: str, kind: str) -> bool:
    return (scope, kind) == ("all", "follow")


def _reason(said: ListSaid | None) -> str:
    if said is None or said.read == "not_read":
        return words.NOT_READ
    if said.reference != "seats":
        return words.OTHER_REFERENCE
    if said.verdict == TOO_FEW:
        return words.TOO_FEW
    if said.verdict == NONE:
        return words.NOBODY if said.read == "complete" else words.NOBODY_IN_PART
    return "" if said.verdict in TESTED else words.NOT_ASSESSABLE


def _funnel(house: _House, members: Sequence[_Measured]) -> Funnel:
    jurisdiction, parties, seats = house
    sizes = [one.said.n for one in members]
    shares = [one.said.government / one.said.n for one in members]
    longest = max(int(max(sizes) * _BESIDE) + 1, max(sizes) + 3)
    range_of_n = range(min(MINIMUM, *sizes), longest + 1)
    wanted = {"parliament": share_of(dict(seats), list(parties))}
    if len(members) >= _FOR_A_MEDIAN:
        wanted["agencies"] = median(shares)
    centres = tuple(
        Centre(name, share, tuple(limits_of(n, share) for n in range_of_n))
        for name, share in wanted.items()
    )
    points = tuple(_point(one, centres) for one in members)
    names = {party.id: party.name for party in members[0].review.parties}
    return Funnel(
        jurisdiction=jurisdiction,
        seats=dict(seats),
        governing=tuple(names.get(party, party) for party in parties),
        days=tuple(sorted({one.said.day for one in members})),
        centres=centres,
        points=points,
        sentences=words.funnel_sentences(centres, points),
        own_verdicts=words.own_verdicts(
            [point.agency for point in points if point.verdict in FLAGGED]
        ),
    )


def _point(one: _Measured, centres: Sequence[Centre]) -> Point:
    said = one.said
    return Point(
        agency=one.line.agency.name,
        n=said.n,
        government=said.government,
        share=said.government / said.n,
        places={
            centre.id: place(said.government, limits_of(said.n, centre.share)) for centre in centres
        },
        verdict=said.verdict,
        whole=said.read == "complete",
    )
