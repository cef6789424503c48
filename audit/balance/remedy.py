"""Which additions would bring a list within 10 per cent of its reference."""

from collections.abc import Mapping
from heapq import heapify, heappop, heapreplace

from audit.balance.assess import checked_reference
from audit.balance.index import excess

WITHIN_TENTHS = 1


def fewest_additions(
    counts: Mapping[str, int],
    reference: Mapping[str, int],
    available: Mapping[str, int] | None = None,
) -> dict[str, int] | None:
    """Give the fewest accounts to add, by party, so that D is at most .10; {} if it is already.

    ``available`` caps each party's additions (a party it does not name has none to add). None
    where no additions are enough. Taking the largest shortfall each time is best here: the sum
    of shortfalls is separable and convex.
    """
    weights = checked_reference(reference)
    parties = sorted(weights, key=lambda party: (-weights[party], party))
    wanted = [weights[party] for party in parties]
    listed = [counts.get(party, 0) for party in parties]
    caps = None if available is None else [available.get(party, 0) for party in parties]
    if sum(listed) == 0:
        return None
    most = None if caps is None else sum(caps)
    added = 0
    while most is None or added <= most:
        if _could_reach(listed, wanted, added):
            grown = _grown(listed, wanted, caps, added)
            if _within(grown, wanted):
                return {
                    party: new - old
                    for party, new, old in zip(parties, grown, listed, strict=True)
                    if new > old
                }
        added += 1
    return None


def _within(counts: list[int], weights: list[int]) -> bool:
    return 10 * excess(counts, weights) <= WITHIN_TENTHS * sum(counts) * sum(weights)


def _could_reach(counts: list[int], weights: list[int], added: int) -> bool:
    """Tell whether the accounts already over would fit in 10 per cent of the longer list."""
    n, total = sum(counts) + added, sum(weights)
    over = sum(max(0, total * x - n * r) for x, r in zip(counts, weights, strict=True))
    return 10 * over <= WITHIN_TENTHS * n * total


def _grown(counts: list[int], weights: list[int], caps: list[int] | None, added: int) -> list[int]:
    """Give the list after ``added`` additions, each to the party with the largest shortfall."""
    n, total = sum(counts) + added, sum(weights)
    grown = list(counts)
    surplus = [
        (total * counts[i] - n * weights[i], i)
        for i in range(len(counts))
        if caps is None or caps[i] > 0
    ]
    heapify(surplus)
    for _ in range(added):
        above, i = surplus[0]
        grown[i] += 1
        if caps is not None and grown[i] - counts[i] == caps[i]:
            heappop(surplus)
        else:
            heapreplace(surplus, (above + total, i))
    return grown
