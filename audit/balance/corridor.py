"""The due-weight corridor: any mix between in proportion to seats and the same from each party.

New Zealand's own practice lies between the two (Broadcasting Act 1989, section 78(2)), so a list
counts as uneven only if it fits no mix in between: p is the largest of five.
"""

import math
from collections.abc import Sequence

from audit.balance.index import excess
from audit.balance.law import law

QUARTERS = (0, 1, 2, 3, 4)


def weights_at(weights: Sequence[int], quarters: int) -> tuple[int, ...]:
    """Give the whole-number weights at ``quarters`` of the way from the reference to equal."""
    total, parties = sum(weights), len(weights)
    mixed = [(4 - quarters) * parties * r + quarters * total for r in weights]
    common = math.gcd(*mixed)
    return tuple(weight // common for weight in mixed)


def p_corridor(counts: Sequence[int], weights: Sequence[int]) -> float:
    """Give the largest p along the corridor, which is valid for the whole of it."""
    return max(_p(counts, weights_at(weights, quarters)) for quarters in QUARTERS)


def _p(counts: Sequence[int], weights: Sequence[int]) -> float:
    return law(sum(counts), weights).p_at_least(excess(counts, weights))
