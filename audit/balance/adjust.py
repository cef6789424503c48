"""Many lists in one report: Benjamini and Hochberg's adjustment, and the verdict after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from audit.balance import verdict
from audit.balance.assess import Balance

Key = TypeVar("Key")


@dataclass(frozen=True)
class Adjusted:
    """What a list's family makes of it: the adjusted p (None if it was not tested) and verdict."""

    p_adjusted: float | None
    verdict: str


def benjamini_hochberg(ps: Sequence[float]) -> tuple[float, ...]:
    """Give the adjusted p of each p, in the same order (Benjamini and Hochberg 1995)."""
    order = sorted(range(len(ps)), key=lambda i: -ps[i])
    adjusted = [1.0] * len(ps)
    smallest = 1.0
    for place, i in enumerate(order):
        smallest = min(smallest, ps[i] * (len(ps) / (len(ps) - place)))
        adjusted[i] = smallest
    return tuple(adjusted)


def adjust(family: Mapping[Key, Balance]) -> dict[Key, Adjusted]:
    """Adjust a family of lists; only those that were tested belong to it, the others stay."""
    tested = {key: balance for key, balance in family.items() if balance.verdict in verdict.TESTED}
    ps = benjamini_hochberg([_p(balance) for balance in tested.values()])
    after = {
        key: Adjusted(p, verdict.judge(p, balance.d or 0.0))
        for (key, balance), p in zip(tested.items(), ps, strict=True)
    }
    return {key: after.get(key, Adjusted(None, balance.verdict)) for key, balance in family.items()}


def _p(balance: Balance) -> float:
    return 1.0 if balance.p_corridor is None else balance.p_corridor
