"""How far a list is from a reference: the share out of place, in whole numbers until the last step.

``counts`` and ``weights`` are whole numbers in the same party order, with every weight above 0;
n is the sum of the counts and R the sum of the weights.
"""

import math
from collections.abc import Sequence


def excess(counts: Sequence[int], weights: Sequence[int]) -> int:
    """Give the accounts above proportion times R: the sum of max(0, R x - n r).

    The deviations add up to 0, so this is half the sum of their sizes. Lists are compared on this
    whole number, never on a fraction.
    """
    n, total = sum(counts), sum(weights)
    return sum(max(0, total * x - n * r) for x, r in zip(counts, weights, strict=True))


def share_out_of_place(counts: Sequence[int], weights: Sequence[int]) -> float:
    """Give D, 0 to 1: half the sum of |x/n - r/R| (Loosemore and Hanby 1971)."""
    return excess(counts, weights) / (sum(counts) * sum(weights))


def nearest(counts: Sequence[int], weights: Sequence[int]) -> tuple[int, ...]:
    """Give the nearest list of the same size: largest remainders, ties in favour of the list.

    At a tie the account goes to a party whose count is above its whole-number share, so that of
    two equally near lists the one that needs fewer moves is taken.
    """
    n, total = sum(counts), sum(weights)
    seats = [n * r // total for r in weights]
    order = sorted(
        range(len(weights)),
        key=lambda i: (-(n * weights[i] % total), counts[i] <= seats[i], -weights[i]),
    )
    for i in order[: n - sum(seats)]:
        seats[i] += 1
    return tuple(seats)


def misplaced(counts: Sequence[int], weights: Sequence[int]) -> int:
    """Give the accounts that would be of other parties in the nearest list of the same size."""
    pairs = zip(counts, nearest(counts, weights), strict=True)
    return sum(max(0, x - h) for x, h in pairs)


def floor(n: int, weights: Sequence[int]) -> float:
    """Give the smallest D, 0 to 1, that any list of n accounts can have."""
    total = sum(weights)
    remainders = sorted((n * r % total for r in weights), reverse=True)
    up = n - sum(n * r // total for r in weights)
    return sum(total - remainder for remainder in remainders[:up]) / (n * total)


def gallagher(counts: Sequence[int], weights: Sequence[int]) -> float:
    """Give the least squares index, 0 to 1: the root of half the sum of (x/n - r/R)^2."""
    n, total = sum(counts), sum(weights)
    squares = sum((total * x - n * r) ** 2 for x, r in zip(counts, weights, strict=True))
    return math.sqrt(squares / 2) / (n * total)


def effective_parties(counts: Sequence[int]) -> float:
    """Give the effective number of parties, 1 / sum of (x/n)^2 (Laakso and Taagepera 1979)."""
    n = sum(counts)
    return n * n / sum(x * x for x in counts)
