"""Draws that are the same on every Python: they use random() alone, which never changes."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeVar

_Item = TypeVar("_Item")


def pick(rng: random.Random, items: Sequence[_Item]) -> _Item:
    """Draw one item."""
    return items[int(rng.random() * len(items))]


def shuffled(rng: random.Random, items: Sequence[_Item]) -> list[_Item]:
    """Give the items in a drawn order."""
    order = sorted((rng.random(), place) for place in range(len(items)))
    return [items[place] for _, place in order]


def times(rng: random.Random, number: int, start: datetime, end: datetime) -> list[datetime]:
    """Draw whole seconds between start and end, newest first."""
    seconds = int((end - start).total_seconds())
    drawn = {int(rng.random() * seconds) for _ in range(number * 2)}
    chosen = sorted(shuffled(rng, sorted(drawn))[:number], reverse=True)
    return [start + timedelta(seconds=second) for second in chosen]
