"""Asking about many accounts or posts, some at a time; each answer is kept as a page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from connectors.errors import AuthError, FollowAuditError, QuotaSpent, RetryLater, SourceError
from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.listing import Listing, Told
from connectors.live.pages import Page
from connectors.live.unforeseen import foreseen
from connectors.live.walk import fetch_page

_BETWEEN = "\n"  # the cursor of an answer names the keys it is about, one a line


@dataclass(frozen=True)
class Batches:
    """Questions about ``size`` keys at a time, such as profiles by id.

    ``fetch`` asks about some keys; ``usd`` is the most that each key can cost. ``lasts`` says
    that an answer stays true, such as who wrote a post: what the last run asked is not asked again.
    """

    name: str
    size: int
    fetch: Callable[[Client, Sequence[str]], Told]
    usd: float = 0.0
    lasts: bool = False


@dataclass(frozen=True)
class Answered:
    """The bodies of the answers, and what ended the asking early, None where all were asked.

    With ``lasts`` there may be answers about keys that are not asked about any more.
    """

    bodies: tuple[Any, ...]
    stopped: FollowAuditError | None = None


def ask_in_batches(batches: Batches, keys: Sequence[str], asking: Asking) -> Answered:
    """Ask about each key once, in order, but for those whose answers are kept already.

    Never raises AuthError, QuotaSpent, RetryLater or SourceError: see ``stopped``.
    """
    pages = _kept(batches, asking)
    answered = {key for page in pages for key in page.cursor.split(_BETWEEN)}
    left = [key for key in dict.fromkeys(keys) if key not in answered]
    stopped = None
    try:
        with foreseen(f"All of {batches.name}", asking.pages.place(batches.name)):
            for batch in _parted(left, batches.size):
                pages.append(fetch_page(_listing(batches, batch), _BETWEEN.join(batch), asking))
    except (AuthError, QuotaSpent, RetryLater, SourceError) as error:
        asking.stops.append(error)
        stopped = error
    return Answered(tuple(page.body for page in pages), stopped)


def _kept(batches: Batches, asking: Asking) -> list[Page]:
    """Give the answers that are there, in the order in which they were given."""
    pages, last = asking.pages, asking.last
    if batches.lasts and last is not None and not pages.has_earlier(batches.name):
        pages.take_over(batches.name, last)
    return [*pages.earlier(batches.name), *pages.read(batches.name)]


def _listing(batches: Batches, batch: Sequence[str]) -> Listing:
    def fetch(client: Client, _: str) -> Told:
        return batches.fetch(client, batch)

    return Listing(batches.name, fetch, keys=lambda _: (), usd=len(batch) * batches.usd)


def _parted(keys: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    left = iter(keys)
    return iter(lambda: tuple(islice(left, size)), ())
