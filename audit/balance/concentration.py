"""Many acts for one person: likes and reposts are tested on people, and one person's share is said.

Thirty likes of one politician are one choice repeated, so a list of acts holds less than it seems.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audit.balance.assess import checked_reference
from audit.balance.law import SEED

FEWEST_ACTS = 5
DRAWS = 100_000
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Concentration:
    """One politician who drew more than half of the acts: ``acts`` of ``total``."""

    person: str
    acts: int
    total: int


def concentration(acts: Mapping[str, int]) -> Concentration | None:
    """Give the person who drew more than half of five acts or more, or None."""
    total = sum(acts.values())
    if total < FEWEST_ACTS:
        return None
    person = max(acts, key=lambda one: acts[one])
    return Concentration(person, acts[person], total) if 2 * acts[person] > total else None


def effective_number(acts: Mapping[str, int]) -> float:
    """Give Kish's effective number of people behind the acts: (sum w)^2 / sum of w^2; 0 if none."""
    squares = sum(count * count for count in acts.values())
    return sum(acts.values()) ** 2 / squares if squares else 0.0


def author_randomised_p(people: Sequence[tuple[str, int]], reference: Mapping[str, int]) -> float:
    """Give p for the mix of acts, each person's acts kept together and the party drawn anew.

    ``people`` holds a party of the reference and a number of acts per person. 100,000 draws with a
    fixed seed; p is (b + 1) / (B + 1).
    """
    weights = checked_reference(reference)
    order = sorted(weights, key=lambda party: (-weights[party], party))
    wanted = np.array([weights[party] for party in order], dtype=np.int64)
    acts = np.array(sorted((count for _, count in people), reverse=True), dtype=np.int64)
    seen = np.array([sum(c for party, c in people if party == one) for one in order])
    drawn = np.random.default_rng(SEED).random((DRAWS, len(acts)))
    places = np.searchsorted(np.cumsum(wanted) / wanted.sum(), drawn, side="right")
    totals = np.stack([(places == place) @ acts for place in range(len(order))], axis=1)
    excesses = _excess(totals, wanted)
    beyond = int((excesses >= _excess(seen[None, :], wanted)[0]).sum())
    return (beyond + 1) / (DRAWS + 1)


def _excess(lists: Whole, weights: Whole) -> Whole:
    total, n = weights.sum(), lists.sum(axis=1, keepdims=True)
    above: Whole = np.maximum(total * lists - n * weights, 0).sum(axis=1)
    return above
