"""How the balance of follows of the last review would read with one more person in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from audit.balance.index import misplaced


@dataclass(frozen=True)
class LastFollows:
    """The follows of the last review: the accounts frame of them, and their measured mix.

    ``counts`` and ``weights`` are by party, ``weights`` empty where nothing was measured;
    ``assessable`` says whether the list could carry a verdict. ``whole`` names the platforms on
    which all our accounts' follows were read in full.
    """

    run: str
    day: date
    accounts: pd.DataFrame
    counts: Mapping[str, int]
    weights: Mapping[str, int]
    assessable: bool
    whole: frozenset[str]


@dataclass(frozen=True)
class WithOne:
    """Accounts out of place and counted, now and with one more of a party."""

    run: str
    day: date
    misplaced: int
    counted: int
    misplaced_with: int
    counted_with: int
    assessable: bool


def with_one(last: LastFollows, party: str) -> WithOne | None:
    """Measure the list again with one more of a party; None where its reference has no such."""
    if not last.weights.get(party):
        return None
    more = {**last.counts, party: last.counts.get(party, 0) + 1}
    now, then = _measured(last.counts, last.weights), _measured(more, last.weights)
    return WithOne(last.run, last.day, *now, *then, last.assessable)


def _measured(counts: Mapping[str, int], weights: Mapping[str, int]) -> tuple[int, int]:
    parties = [party for party, weight in weights.items() if weight > 0]
    listed = [counts.get(party, 0) for party in parties]
    return misplaced(listed, [weights[party] for party in parties]), sum(listed)
