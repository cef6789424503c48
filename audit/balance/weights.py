"""Whole-number weights from large or fractional ones."""

from collections.abc import Mapping
from fractions import Fraction

from connectors.errors import ConfigError

SCALE = 1000


def scaled(votes: Mapping[str, int | float], total: int = SCALE) -> dict[str, int]:
    """Give weights that add up to ``total``, by largest remainder; ties go to the larger party.

    The rounded weights are the reference from then on, and are what a report prints. A party that
    rounds to 0 stands outside the index.
    """
    exact = {party: Fraction(count) for party, count in votes.items()}
    whole = sum(exact.values())
    if whole <= 0 or min(exact.values()) < 0:
        raise ConfigError(
            ["The reference has no votes to share out: give at least one party more than 0."]
        )
    parts = {party: count * total / whole for party, count in exact.items()}
    rounded = {party: int(part) for party, part in parts.items()}
    order = sorted(parts, key=lambda party: (rounded[party] - parts[party], -parts[party], party))
    for party in order[: total - sum(rounded.values())]:
        rounded[party] += 1
    return rounded
