"""The one page loop: fetch, keep the raw page, read the next cursor.

It stops where there is no cursor, where one comes again, or after three pages without an item;
never on a short page. What was kept before is not fetched again. A list that only grows at its
new end is read as far as the last run's pages begin.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import Any

from connectors.errors import AuthError, FollowAuditError, QuotaSpent, RetryLater, SourceError
from connectors.http import Client, Reply, Request
from connectors.live.asking import Asking
from connectors.live.pages import Page, PageFolder

_EMPTY_PAGES = 3
# An act undone and done again stands at the new end: one known item is no proof of the place.
_KNOWN_IN_A_ROW = 3


@dataclass(frozen=True)
class Told:
    """What an answer tells: the body to keep and the next cursor, empty at the end of the list.

    ``usd`` is what this page cost.
    """

    body: Any
    next: str = ""
    usd: float = 0.0


@dataclass(frozen=True)
class Listing:
    """A list that a platform gives page by page.

    ``fetch`` asks for the page of a cursor, empty for the first. ``keys`` gives the key of each
    item in a body, in its order. ``grows`` says that new items come first and old ones stay;
    ``usd`` is the most that a page can cost.
    """

    name: str
    fetch: Callable[[Client, str], Told]
    keys: Callable[[Any], Sequence[str]]
    grows: bool = False
    usd: float = 0.0


@dataclass(frozen=True)
class Walked:
    """The pages of a list; ``stopped`` is the error that ended it early, None where it is whole.

    ``earlier`` are pages of an earlier run that were not fetched anew.
    """

    listing: Listing
    pages: tuple[Page, ...]
    earlier: tuple[Page, ...] = ()
    stopped: FollowAuditError | None = None

    def items(self, items: Callable[[Any], Iterable[Any]]) -> Iterator[tuple[Any, str]]:
        """Give each item once, newest first, with the page and place it came from as evidence.

        ``items`` takes the items out of a body, as many and in the order as ``keys`` does.
        """
        seen: set[str] = set()
        name = self.listing.name
        named = chain(
            ((f"{name}, page {number}", page) for number, page in enumerate(self.pages, 1)),
            ((f"{name} of earlier runs, page {n}", page) for n, page in enumerate(self.earlier, 1)),
        )
        for place, page in named:
            keyed = zip(self.listing.keys(page.body), items(page.body), strict=True)
            for number, (key, item) in enumerate(keyed, 1):
                if key not in seen:
                    seen.add(key)
                    yield item, f"{place}, item {number}"


def by_http(
    request: Callable[[str], Request], read: Callable[[Reply, Request], Told]
) -> Callable[[Client, str], Told]:
    """Make a ``fetch`` of the request for a cursor and of what takes its answer apart.

    ``read`` raises Passing where an answer is not whole.
    """

    def fetch(client: Client, cursor: str) -> Told:
        asked = request(cursor)
        return client.fetch(asked, lambda reply: read(reply, asked))

    return fetch


def walk(listing: Listing, asking: Asking) -> Walked:
    """Give all pages of a list, fetching those that are not kept yet.

    Never raises AuthError, QuotaSpent, RetryLater or SourceError: ``stopped`` has what ended it
    early, and what came before is kept.
    """
    pages = asking.pages.read(listing.name)
    stopped = None
    try:
        _fetch_on(listing, asking, pages)
    except (AuthError, QuotaSpent, RetryLater, SourceError) as error:
        stopped = error
    return Walked(listing, tuple(pages), tuple(asking.pages.earlier(listing.name)), stopped)


def fetch_page(listing: Listing, cursor: str, asking: Asking) -> Page:
    """Fetch one page and keep it; raises what the client and the budget raise."""
    asking.budget.spend(listing.usd)
    told = listing.fetch(asking.client, cursor)
    asking.budget.give_back(listing.usd - told.usd)
    page = Page(cursor, told.next, told.body, asking.client.patience.now())
    asking.pages.add(listing.name, page)
    return page


def _fetch_on(listing: Listing, asking: Asking, pages: list[Page]) -> None:
    known = _Known(listing, asking.last) if listing.grows and asking.last else None
    if asking.pages.has_earlier(listing.name):
        return
    while not _ended(listing, pages):
        if known and asking.last and known.reached_in(pages):
            asking.pages.take_over(listing.name, asking.last)
            return
        pages.append(fetch_page(listing, pages[-1].next if pages else "", asking))


def _ended(listing: Listing, pages: Sequence[Page]) -> bool:
    """Tell whether the list is read to its end; raises SourceError where it goes in circles."""
    if not pages:
        return False
    last = pages[-1]
    if not last.next:
        return True
    if any(page.cursor == last.next for page in pages):
        raise SourceError(
            f"The list of {listing.name} came to a page that was there before and was not read on."
        )
    empty = takewhile(lambda page: not listing.keys(page.body), reversed(pages))
    if sum(1 for _ in empty) >= _EMPTY_PAGES:
        raise SourceError(
            f"The list of {listing.name} gave {_EMPTY_PAGES} empty pages one after the other and "
            "was not read on."
        )
    return False


class _Known:
    """The keys of the last run's list, where that was whole."""

    def __init__(self, listing: Listing, last: PageFolder) -> None:
        own, before = last.read(listing.name), last.earlier(listing.name)
        whole = last.has_earlier(listing.name) or (bool(own) and not own[-1].next)
        self._keys_of = listing.keys
        self._keys = {key for page in [*own, *before] for key in listing.keys(page.body) if whole}

    def reached_in(self, pages: Sequence[Page]) -> bool:
        """Tell whether the last page ends among items that the last run had."""
        if not self._keys or not pages:
            return False
        keys = list(self._keys_of(pages[-1].body))
        at_the_end = keys[-_KNOWN_IN_A_ROW:]
        if len(at_the_end) == _KNOWN_IN_A_ROW and self._keys.issuperset(at_the_end):
            return True
        seen = {key for page in pages for key in self._keys_of(page.body)}
        return seen >= self._keys
