"""Reasons of one account that end with the same words of advice, which need saying once."""

import re
from collections.abc import Sequence
from itertools import takewhile

_BETWEEN = re.compile(r"(?<=[.”]) (?=[A-Z“])")


def said_once(reasons: Sequence[str]) -> list[str]:
    """Leave the sentences with which all reasons end to the last of them."""
    parted = [_BETWEEN.split(reason) for reason in reasons]
    backwards = zip(*(reversed(sentences) for sentences in parted), strict=False)
    shared = sum(1 for _ in takewhile(lambda ends: len(set(ends)) == 1, backwards))
    if len(parted) < 2 or any(len(sentences) == shared for sentences in parted):
        return list(reasons)
    short = [" ".join(sentences[: len(sentences) - shared]) for sentences in parted]
    return [*short[:-1], reasons[-1]]
