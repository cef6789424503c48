"""The one page loop: fetch, keep the raw page, read the next cursor.

It stops where there is no cursor, where one comes again, or after three pages without an item;
never on a short page. What was kept before is not fetched again. A list that only grows at its
new end is read as far as the last run's pages begin.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from itertools import chain, takewhile
from typing import Any, TypeVar

from connectors.errors import AuthError, FollowAuditError, QuotaSpent, RetryLater, SourceError
from connectors.http import Client, Reply, Request
from connectors.live.asking import Asking
from connectors.live.known import Known, standing
from connectors.live.listing import Listing, Told
from connectors.live.pages import Page
from connectors.live.unforeseen import foreseen

__all__ = ["Listing", "Told", "Walked", "by_http", "fetch_page", "understood", "walk"]
Made = TypeVar("Made")
_EMPTY_PAGES = 3


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

        ``items`` takes the items out of a body, as many and in the order as ``keys`` does. What
        an earlier run had above the place where this one stopped reading was removed since.
        """
        name = self.listing.name
        here = ((f"{name}, page {n}", page) for n, page in enumerate(self.pages, 1))
        before = ((f"{name} of earlier runs, page {n}", p) for n, p in enumerate(self.earlier, 1))

        def taken(place: str, page: Page) -> Iterator[tuple[str, tuple[Any, str]]]:
            keyed = zip(self.listing.keys(page.body), items(page.body), strict=True)
            for number, (key, item) in enumerate(keyed, 1):
                yield key, (item, f"{place}, item {number}")

        yield from standing(
            (page, taken(place, page)) for place, page in chain(here, before)
        ).values()


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
        with _foreseen(listing, asking):
            _fetch_on(listing, asking, pages)
    except (AuthError, QuotaSpent, RetryLater, SourceError) as error:
        stopped = error
        if not isinstance(error, _EndlessError):
            asking.stops.append(error)
    walked = Walked(listing, tuple(pages), tuple(asking.pages.earlier(listing.name)), stopped)
    return understood(walked, asking, _all_keys)[0]


def understood(
    walked: Walked, asking: Asking, make: Callable[[Walked], Made]
) -> tuple[Walked, Made]:
    """Make something of a list; where that meets a form that nobody foresaw, the list has failed.

    It then has no pages, and ``make`` is given it so: a list of which a part cannot be read is
    not known to be read at all.
    """
    try:
        with _foreseen(walked.listing, asking):
            return walked, make(walked)
    except SourceError as error:
        asking.stops.append(error)
        unread = replace(walked, pages=(), earlier=(), stopped=error)
    return unread, make(unread)


def fetch_page(listing: Listing, cursor: str, asking: Asking) -> Page:
    """Fetch one page and keep it; raises what the client and the budget raise."""
    asking.budget.spend(listing.usd)
    cost = 0.0
    try:
        told = listing.fetch(asking.client, cursor)
        cost = told.usd
    finally:
        asking.budget.give_back(listing.usd - cost)
    page = Page(cursor, told.next, told.body, asking.client.patience.now())
    asking.pages.add(listing.name, page)
    return page


def _foreseen(listing: Listing, asking: Asking) -> AbstractContextManager[None]:
    return foreseen(f"The list of {listing.name}", asking.pages.place(listing.name))


def _all_keys(walked: Walked) -> None:
    for page in chain(walked.pages, walked.earlier):
        walked.listing.keys(page.body)


class _EndlessError(SourceError):
    """A list that would never end: going on would not help."""


def _fetch_on(listing: Listing, asking: Asking, pages: list[Page]) -> None:
    if asking.pages.has_earlier(listing.name):
        return
    known = Known(listing, asking.last) if listing.grows and asking.last else None
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
        raise _EndlessError(
            f"The list of {listing.name} came to a page that was there before and was not read on."
        )
    empty = takewhile(lambda page: not listing.keys(page.body), reversed(pages))
    if sum(1 for _ in empty) >= _EMPTY_PAGES:
        raise _EndlessError(
            f"The list of {listing.name} gave {_EMPTY_PAGES} empty pages one after the other and "
            "was not read on."
        )
    return False
