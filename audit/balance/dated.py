"""Acts of one period under more than one reference: each person is measured by their own day's.

Seats change within a term, so a quarter of likes may fall under two Houses. What is expected is
the mean over the people; luck draws each of them from the House of their own day.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from audit.balance.assess import Balance, assess, checked_reference, measured, nobody
from audit.balance.corridor import QUARTERS, weights_at
from audit.balance.index import excess
from audit.balance.law import SEED, Law, law_of_draws
from audit.balance.verdict import MINIMUM

DRAWS = 100_000
Part = tuple[Mapping[str, int], Mapping[str, int]]


def assess_dated(
    parts: Sequence[Part], *, corridor: bool = True, minimum: int = MINIMUM
) -> Balance:
    """Measure distinct people, counted by party in parts that each have a reference of their own.

    One reference gives what ``assess`` gives. With more, the weights of the result are the
    expected mix in whole numbers, and p is from 100,000 lists drawn with a fixed seed.
    """
    merged = _merged(parts)
    if len(merged) == 1:
        counts, weights = merged[0]
        return assess(counts, weights, corridor=corridor, minimum=minimum)
    inside = [({p: counts.get(p, 0) for p in weights}, weights) for counts, weights in merged]
    held = [(part, weights) for part, weights in inside if any(part.values())]
    outside = _people(counts for counts, _ in merged) - _people(part for part, _ in held)
    if not held:
        return nobody(merged[0][1], outside, minimum)
    parties = _largest_first([weights for _, weights in held])
    houses = [[weights.get(p, 0) for p in parties] for _, weights in held]
    sizes = [sum(part.values()) for part, _ in held]
    totals = {p: sum(part.get(p, 0) for part, _ in held) for p in parties}
    listed = list(totals.values())
    along = [_luck(sizes, houses, quarters) for quarters in (QUARTERS if corridor else (0,))]
    widest = max(luck.p_at_least(excess(listed, mix)) for luck, mix in along)
    luck, mix = along[0]
    return measured(totals, dict(zip(parties, mix, strict=True)), outside, minimum, luck, widest)


def _merged(parts: Sequence[Part]) -> list[tuple[dict[str, int], dict[str, int]]]:
    """Give one part per different reference, in an order that does not depend on theirs."""
    merged: dict[frozenset[tuple[str, int]], tuple[dict[str, int], dict[str, int]]] = {}
    for counts, reference in parts:
        weights = checked_reference(reference)
        so_far, _ = merged.setdefault(frozenset(weights.items()), ({}, weights))
        for party, count in counts.items():
            so_far[party] = so_far.get(party, 0) + count
    return sorted(merged.values(), key=lambda part: sorted(part[1].values(), reverse=True))


def _people(parts: Iterable[Mapping[str, int]]) -> int:
    return sum(sum(part.values()) for part in parts)


def _largest_first(references: Sequence[Mapping[str, int]]) -> list[str]:
    """Order parties by their weights, so that no name decides which random number they get."""
    parties = {party for weights in references for party in weights}
    return sorted(parties, key=lambda p: ([-weights.get(p, 0) for weights in references], p))


def _luck(
    sizes: Sequence[int], houses: Sequence[Sequence[int]], quarters: int
) -> tuple[Law, list[int]]:
    """Give the law of D, and the expected mix, with each house ``quarters`` towards equal."""
    mixes = [_towards_equal(house, quarters) for house in houses]
    common = math.lcm(*(sum(mix) for mix in mixes))
    scales = [size * common // sum(mix) for size, mix in zip(sizes, mixes, strict=True)]
    expected = [
        sum(scale * mix[i] for scale, mix in zip(scales, mixes, strict=True))
        for i in range(len(mixes[0]))
    ]
    shared = math.gcd(*expected)
    weights = [weight // shared for weight in expected]
    generator = np.random.default_rng(SEED)
    drawn = [
        generator.multinomial(size, np.array(mix) / sum(mix), DRAWS)
        for size, mix in zip(sizes, mixes, strict=True)
    ]
    return law_of_draws(np.sum(drawn, axis=0), weights), weights


def _towards_equal(house: Sequence[int], quarters: int) -> list[int]:
    mixed = iter(weights_at([weight for weight in house if weight], quarters))
    return [next(mixed) if weight else 0 for weight in house]
