"""Asking about many accounts or posts, some at a time; each answer is kept as a page."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from connectors.errors import AuthError, FollowAuditError, QuotaSpent, RetryLater, SourceError
from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.walk import Listing, Told, fetch_page


@dataclass(frozen=True)
class Batches:
    """Questions about ``size`` keys at a time, such as profiles by id.

    ``fetch`` asks about some keys; ``usd`` is the most that one question can cost.
    """

    name: str
    size: int
    fetch: Callable[[Client, Sequence[str]], Told]
    usd: float = 0.0


@dataclass(frozen=True)
class Answered:
    """The bodies of the answers, and what ended the asking early, None where all were asked."""

    bodies: tuple[Any, ...]
    stopped: FollowAuditError | None = None


def ask_in_batches(batches: Batches, keys: Sequence[str], asking: Asking) -> Answered:
    """Ask about each key once, in order, but for the answers that are kept already.

    Never raises AuthError, QuotaSpent, RetryLater or SourceError: see ``stopped``.
    """
    kept = {page.cursor: page.body for page in asking.pages.read(batches.name)}
    bodies: list[Any] = []
    try:
        for batch in _parted(tuple(dict.fromkeys(keys)), batches.size):
            cursor = _cursor(batch)
            if cursor not in kept:
                kept[cursor] = fetch_page(_listing(batches, batch), cursor, asking).body
            bodies.append(kept[cursor])
    except (AuthError, QuotaSpent, RetryLater, SourceError) as error:
        return Answered(tuple(bodies), error)
    return Answered(tuple(bodies))


def _listing(batches: Batches, batch: Sequence[str]) -> Listing:
    def fetch(client: Client, _: str) -> Told:
        return batches.fetch(client, batch)

    return Listing(batches.name, fetch, keys=lambda _: (), usd=batches.usd)


def _parted(keys: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    left = iter(keys)
    return iter(lambda: tuple(islice(left, size)), ())


def _cursor(batch: Sequence[str]) -> str:
    """Name a batch by what it asks about, so that a kept answer serves that question alone."""
    return hashlib.sha256("\n".join(batch).encode("utf-8", "replace")).hexdigest()[:16]
