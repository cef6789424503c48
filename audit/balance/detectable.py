"""The smallest imbalance a check could have seen: the government share noticed 4 times in 5.

The list is thought of as drawn with that share from the governing parties and the rest from the
others, each side in its own proportions, and tested against the reference at p of .05.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from audit.balance.assess import checked_reference
from audit.balance.law import law, law_when_drawn
from audit.balance.verdict import UNEVEN_D, UNEVEN_P

POWER = 0.8


@dataclass(frozen=True)
class Detectable:
    """Whole per cents of government at or above ``high``, or at or below ``low``, are noticed.

    None where even a list wholly from one side would be missed more than 1 time in 5.
    """

    high: int | None
    low: int | None


def detectable(
    n: int, reference: Mapping[str, int], governing: Iterable[str], *, alpha: float = UNEVEN_P
) -> Detectable | None:
    """Give the shares of government that a list of ``n`` would be noticed at, 4 times in 5.

    None where there is nobody in the list, or no party on one of the two sides.
    """
    weights = checked_reference(reference)
    inside = set(governing) & set(weights)
    government, total = sum(weights[party] for party in inside), sum(weights.values())
    if n == 0 or not inside or government == total:
        return None
    critical = _critical(n, tuple(weights.values()), alpha)

    def noticed(per_cent: int) -> bool:
        shares = [
            weight / government * per_cent / 100
            if party in inside
            else weight / (total - government) * (100 - per_cent) / 100
            for party, weight in weights.items()
        ]
        drawn = law_when_drawn(n, tuple(weights.values()), shares)
        return drawn.p_at_least(critical) >= POWER

    middle = round(100 * government / total)
    high = bisect_left(range(middle, 101), True, key=noticed) + middle
    low = middle - bisect_left(range(middle + 1), True, key=lambda step: noticed(middle - step))
    return Detectable(high if high <= 100 else None, low if low >= 0 else None)


def _critical(n: int, weights: tuple[int, ...], alpha: float) -> int:
    """Give the smallest excess that is flagged: p of at most ``alpha`` and D of at least 10 %."""
    luck = law(n, weights)
    rare = luck.excesses[luck.tails <= alpha]
    least = int(np.ceil(UNEVEN_D * n * luck.total))
    return max(int(rare[0]) if len(rare) else n * luck.total + 1, least)
