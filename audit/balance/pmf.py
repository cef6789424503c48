"""Two counting laws as tables, so that no statistics library is needed."""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def poisson(mean: float, top: int) -> Floats:
    """Give the Poisson probabilities of 0 to ``top``, by the recurrence v(x) = v(x-1) mean / x."""
    table = np.empty(top + 1)
    table[0] = math.exp(-mean)
    table[1:] = mean / np.arange(1, top + 1)
    return np.multiply.accumulate(table, dtype=np.float64)


def binomial(trials: int, share: float, top: int | None = None) -> Floats:
    """Give the binomial probabilities of 0 to ``top`` (default ``trials``) at ``share``."""
    top = trials if top is None else top
    table = np.zeros(top + 1)
    if share in (0.0, 1.0):
        sure = trials if share else 0
        table[sure : sure + 1] = 1.0
        return table
    yes, no = math.log(share), math.log1p(-share)
    whole = math.lgamma(trials + 1)
    for x in range(min(trials, top) + 1):
        ways = whole - math.lgamma(x + 1) - math.lgamma(trials - x + 1)
        table[x] = math.exp(ways + x * yes + (trials - x) * no)
    return table


def binomial_range(trials: int, share: float, low: float, high: float) -> tuple[int, int]:
    """Give the quantiles of the binomial law at two levels: the smallest counts that reach them."""
    up_to = np.cumsum(binomial(trials, share))
    first, last = (min(int(np.searchsorted(up_to, level)), trials) for level in (low, high))
    return first, last
