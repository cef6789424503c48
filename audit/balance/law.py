"""The law of the share out of place for a list of n accounts chosen without preference.

Half the sum of deviations equals R A - n s, where A is the number of accounts in the parties above
proportion and s their total weight. So the exact law needs, for each set of parties that may be
above, only the law of A: independent Poisson counts given their sum are multinomial, and binomial
counts given their sum are multivariate hypergeometric. 2^k sets, each by convolution.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from audit.balance.pmf import Floats, binomial, poisson

EXACT_UP_TO = 300
DRAWS = 200_000
SEED = 20_261_124
_CELLS = 2**23  # about 300 MB at most while a law is being made
_ROUNDING = 1e-12


@dataclass(frozen=True, eq=False)
class Law:
    """The attainable excesses of a list of ``n``, rising, with their probabilities.

    ``total`` is R, the sum of the weights; D is excess / (n R). ``mean`` is the mean of D.
    ``draws`` is 0 for an exact law, or the number of simulated lists.
    """

    n: int
    total: int
    excesses: NDArray[np.int64]
    probabilities: Floats
    mean: float
    draws: int = 0

    @cached_property
    def tails(self) -> Floats:
        """The probability of each attainable excess or more; falling."""
        return np.cumsum(self.probabilities[::-1])[::-1]

    def p_at_least(self, excess: int) -> float:
        """Give P(T >= t): how often luck alone gives this excess or more; never 0 if simulated.

        A simulated p is (b + 1) / (B + 1) (Davison and Hinkley 1997).
        """
        start = int(np.searchsorted(self.excesses, excess))
        tail = min(1.0, float(self.tails[start])) if start < len(self.tails) else 0.0
        return (tail * self.draws + 1) / (self.draws + 1) if self.draws else tail

    def quantile(self, level: float) -> float:
        """Give the smallest attainable D with P(D <= d) of at least ``level``."""
        below = np.cumsum(self.probabilities)
        place = int(np.searchsorted(below, level - _ROUNDING))
        return int(self.excesses[min(place, len(below) - 1)]) / (self.n * self.total)


def law(n: int, weights: Sequence[int], *, whole_register: bool = False) -> Law:
    """Give the law of D for ``n`` accounts chosen in proportion to ``weights``, in any order.

    With ``whole_register`` the weights are the accounts that exist, each chosen at most once.
    """
    return _law(n, tuple(sorted(weights, reverse=True)), whole_register)


def law_when_drawn(n: int, weights: Sequence[int], shares: Sequence[float]) -> Law:
    """Give the law of D against ``weights`` for a list that in truth is drawn with ``shares``."""
    pairs = sorted(zip(weights, shares, strict=True), reverse=True)
    ordered = tuple(weight for weight, _ in pairs)
    if not _exact(n, len(ordered)):
        return _simulated(n, ordered, [share for _, share in pairs])
    return _enumerated(n, ordered, [poisson(n * share, n) for _, share in pairs], poisson(n, n)[n])


def law_of_draws(lists: NDArray[np.int64], weights: Sequence[int]) -> Law:
    """Give the law of D from simulated lists of one size: a row a list, a column a party."""
    n, total = int(lists[0].sum()), sum(weights)
    excesses = np.maximum(total * lists - n * np.asarray(weights, dtype=np.int64), 0).sum(axis=1)
    values, times = np.unique(excesses, return_counts=True)
    mean = float(values @ times) / (len(lists) * n * total)
    return Law(n, total, values, times / len(lists), mean, len(lists))


def chance_mean(n: int, weights: Sequence[int]) -> float:
    """Give the mean of D for a list chosen without preference, in closed form (De Moivre 1730)."""
    total = sum(weights)
    parts = []
    for r in sorted(weights):
        up = n * r // total + 1
        parts.append(up * float(binomial(n, r / total)[up : up + 1].sum()) * (1 - r / total))
    return sum(parts) / n


@lru_cache(maxsize=2048)
def _law(n: int, weights: tuple[int, ...], whole_register: bool) -> Law:
    total = sum(weights)
    if not _exact(n, len(weights)):
        if whole_register:
            return _simulated(n, weights, None)
        simulated = _simulated(n, weights, [r / total for r in weights])
        return replace(simulated, mean=chance_mean(n, weights))
    if whole_register:
        share = n / (
            total + 1
        )  # any share gives the same law; this one keeps the tables well scaled
        tables = [binomial(r, share, n) for r in weights]
        return _enumerated(n, weights, tables, binomial(total, share)[n])
    tables = [poisson(n * r / total, n) for r in weights]
    return _enumerated(n, weights, tables, poisson(n, n)[n])


def _exact(n: int, parties: int) -> bool:
    return n <= EXACT_UP_TO and (n + 1) << parties <= _CELLS


def _enumerated(n: int, weights: Sequence[int], tables: Sequence[Floats], given: float) -> Law:
    total = sum(weights)
    accounts = np.arange(n + 1)
    above = np.zeros((1, n + 1))
    above[0, 0] = 1.0
    below = above.copy()
    weight = np.zeros(1, dtype=np.int64)
    for r, table in zip(weights, tables, strict=True):
        over = total * accounts > n * r
        more, less = _shifts(np.where(over, table, 0.0)), _shifts(np.where(over, 0.0, table))
        above, below = np.vstack([above, above @ more]), np.vstack([below @ less, below])
        weight = np.concatenate([weight, weight + r])
    chances = above * below[:, ::-1] / given
    excesses = total * accounts[None, :] - n * weight[:, None]
    possible = chances > 0
    values, places = np.unique(excesses[possible], return_inverse=True)
    probabilities = np.bincount(places, weights=chances[possible]).astype(np.float64)
    mean = float(values @ probabilities) / (n * total)
    return Law(n, total, values, probabilities, mean)


def _shifts(table: Floats) -> Floats:
    """Give the matrix that convolves a row with ``table``, cut off at its length."""
    steps = np.arange(len(table))
    apart = steps[None, :] - steps[:, None]
    return np.where(apart >= 0, table[np.maximum(apart, 0)], 0.0)


def _simulated(n: int, weights: Sequence[int], shares: Sequence[float] | None) -> Law:
    generator = np.random.default_rng(SEED)
    if shares is None:
        lists = generator.multivariate_hypergeometric(weights, n, DRAWS, method="marginals")
    else:
        lists = generator.multinomial(n, shares, DRAWS)
    return law_of_draws(lists, weights)
