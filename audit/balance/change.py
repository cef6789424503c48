"""What changed between two reviews: the follows, the likes and reposts, and the reference."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audit.balance.assess import Balance, assess, checked_reference
from audit.balance.index import share_out_of_place
from audit.balance.law import SEED
from audit.balance.verdict import MINIMUM, UNEVEN_P

DRAWS = 100_000
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class StockChange:
    """How a list of follows changed; ``added`` and ``removed`` count people by party.

    ``before`` and ``after`` are D against the reference of their own time; ``from_reference`` is
    the part of the difference that comes from the reference alone: the old list against the new
    reference. None where a list holds nobody of the reference. ``additions`` assesses the people
    added as a list of their own, where there are enough of them.
    """

    added: Mapping[str, int]
    removed: Mapping[str, int]
    before: float | None
    after: float | None
    from_reference: float | None
    additions: Balance | None


def stock_change(
    before: Mapping[str, str],
    after: Mapping[str, str],
    reference_before: Mapping[str, int],
    reference_after: Mapping[str, int],
    *,
    minimum: int = MINIMUM,
) -> StockChange:
    """Compare two lists of follows, each a mapping of person to party.

    The lists overlap, so they are not tested against each other. Somebody who changed party is
    neither added nor removed.
    """
    added = Counter(party for person, party in after.items() if person not in before)
    removed = Counter(party for person, party in before.items() if person not in after)
    old = _d(before, reference_before)
    same_list = _d(before, reference_after)
    additions = assess(added, reference_after, minimum=minimum)
    return StockChange(
        added=dict(sorted(added.items())),
        removed=dict(sorted(removed.items())),
        before=old,
        after=_d(after, reference_after),
        from_reference=None if old is None or same_list is None else same_list - old,
        additions=additions if additions.n >= minimum else None,
    )


@dataclass(frozen=True)
class FlowChange:
    """How far apart two quarters' people are, 0 to 1, and how often luck alone gives that."""

    apart: float | None
    p: float | None

    @property
    def changed(self) -> bool:
        """Whether the difference is more than luck explains."""
        return self.p is not None and self.p <= UNEVEN_P


def flow_change(first: Mapping[str, int], second: Mapping[str, int]) -> FlowChange:
    """Compare two quarters' distinct authors by party with a permutation test.

    The statistic is half the sum of |q1 - q2|. Both quarters' people are pooled and dealt anew
    100,000 times with a fixed seed; p is (b + 1) / (B + 1).
    """
    columns = sorted(
        (first.get(party, 0), second.get(party, 0)) for party in first.keys() | second.keys()
    )
    pooled = np.array([a + b for a, b in columns], dtype=np.int64)
    n, m = sum(first.values()), sum(second.values())
    if n == 0 or m == 0:
        return FlowChange(None, None)
    generator = np.random.default_rng(SEED)
    dealt = generator.multivariate_hypergeometric(pooled, n, DRAWS, method="marginals")
    seen = _apart(np.array([[a for a, _ in columns]], dtype=np.int64), pooled, n, m)[0]
    beyond = int((_apart(dealt, pooled, n, m) >= seen).sum())
    return FlowChange(int(seen) / (2 * n * m), (beyond + 1) / (DRAWS + 1))


def _apart(dealt: Whole, pooled: Whole, n: int, m: int) -> Whole:
    """Give 2 n m times half the sum of |q1 - q2|, in whole numbers, per row of first quarters."""
    rows: Whole = np.abs(m * dealt - n * (pooled - dealt)).sum(axis=1)
    return rows


def _d(people: Mapping[str, str], reference: Mapping[str, int]) -> float | None:
    weights = checked_reference(reference)
    parties: Sequence[str] = [party for party in people.values() if party in weights]
    counts = Counter(parties)
    listed = [counts[party] for party in weights]
    return share_out_of_place(listed, list(weights.values())) if parties else None
