"""Which written reasons are released: none of a withheld account, and none that names somebody."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from audit.own_posts.personal import Own, personal_in
from audit.review.model import Decision
from audit.review.released import WITHHELD

_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"@|https?:|www\.", re.IGNORECASE)
_LONGEST_NAME = 8  # words
_NOBODY = Own((), frozenset())


@dataclass(frozen=True)
class Secrets:
    """Names that may be in no reason, in small letters: of withheld accounts, and of staff."""

    names: frozenset[str]


def secrets(names: Iterable[str], staff: Iterable[str]) -> Secrets:
    """Take the names of withheld accounts and of staff, and each longer word of a staff's name."""
    people = tuple(staff)
    parts = (word for name in people for word in _words(name) if len(word) > 2)
    whole = (" ".join(_words(name)) for name in (*names, *people))
    return Secrets(frozenset(name for name in (*whole, *parts) if name))


def released_reason(decision: Decision, about: str, hidden: Secrets) -> str:
    """Give a decision's reason as written, or WITHHELD; empty where there is none."""
    if not decision.reason:
        return ""
    private = (
        about == WITHHELD
        or _ADDRESS.search(decision.reason)
        or personal_in(decision.reason, _NOBODY)
        or _names_in(decision.reason, hidden)
    )
    return WITHHELD if private else decision.reason


def _names_in(text: str, hidden: Secrets) -> bool:
    words = _words(text)
    return any(
        " ".join(words[start : start + length]) in hidden.names
        for start in range(len(words))
        for length in range(1, _LONGEST_NAME + 1)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
