"""The records that an account on Bluesky keeps on its server: com.atproto.repo.listRecords.

A page has at most 100 records, the newest first on Bluesky's own servers; the cursor ends with the
first page without records. Anybody may read them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from connectors.collected import OwnAccount
from connectors.errors import AuthError, QuotaSpent, RetryLater, SourceError
from connectors.exports.bluesky_records import KINDS_OF
from connectors.http import Client, Reply, Request
from connectors.live.asking import Asking
from connectors.live.walk import Listing, Told, Walked, by_http, fetch_page, walk
from connectors.lookup.answers import whole_record
from connectors.waiting import Passing
from connectors.xrpc import NamedError, question

PAGE = 100
COLLECTIONS: Mapping[str, str] = {
    "follows": "app.bsky.graph.follow",
    "likes": "app.bsky.feed.like",
    "reposts": "app.bsky.feed.repost",
    "posts": "app.bsky.feed.post",
}


@dataclass(frozen=True)
class Repository:
    """The records of one account: its DID, and the address of the server that keeps them."""

    did: str
    server: str


def wanted(account: OwnAccount) -> tuple[str, ...]:
    """Name the lists that hold what is asked for."""
    return tuple(
        name
        for name, collection in COLLECTIONS.items()
        if any(account.wants(kind) for kind in KINDS_OF[collection])
    )


def read_list(name: str, repository: Repository, asking: Asking) -> Walked:
    """Read one list: follows in full, the others as far as the last run's pages begin."""
    listing = Listing(name, _fetching(COLLECTIONS[name], repository), keys)
    if name != "follows" and asking.last is not None:
        listing = replace(listing, grows=_newest_first(listing, asking))
    return walk(listing, asking)


def items(body: Any) -> Sequence[Any]:
    """Give the records of a page as they came."""
    listed: Sequence[Any] = body["records"]
    return listed


def keys(body: Any) -> list[str]:
    """Give the address of each record, and its place and all of it where it has none."""
    return [address_of(one) or f"{place} {one!r}" for place, one in enumerate(items(body))]


def address_of(item: Any) -> str:
    """Give the at:// address of a record, empty where it has none."""
    address = item.get("uri") if isinstance(item, dict) else None
    return address if isinstance(address, str) else ""


def _newest_first(listing: Listing, asking: Asking) -> bool:
    """Look at the first page: software of other makers may give the oldest first."""
    try:
        page = (asking.pages.read(listing.name) or [fetch_page(listing, "", asking)])[0]
    except (AuthError, QuotaSpent, RetryLater, SourceError):
        return False  # the walk meets the same and says so
    there = keys(page.body)
    return there == sorted(there, reverse=True)


def _fetching(collection: str, repository: Repository) -> Callable[[Client, str], Told]:
    def request(cursor: str) -> Request:
        after = [("cursor", cursor)] if cursor else []
        return question(
            repository.server,
            "com.atproto.repo.listRecords",
            ("repo", repository.did),
            ("collection", collection),
            ("limit", str(PAGE)),
            *after,
        )

    asked = by_http(request, _told)

    def fetch(client: Client, cursor: str) -> Told:
        try:
            return asked(client, cursor)
        except NamedError as said:
            raise _without_records(said, request(cursor)) from said

    return fetch


def _told(reply: Reply, request: Request) -> Told:
    record = whole_record(reply, request, "records")
    if not isinstance(record["records"], list):
        raise Passing(f"{request.host} sent no whole answer")
    cursor = record.get("cursor")
    return Told({"records": record["records"]}, cursor if isinstance(cursor, str) else "")


def _without_records(said: NamedError, request: Request) -> SourceError:
    if not said.message.casefold().startswith("could not find repo"):
        return said
    return SourceError(
        f"{request.host} does not give the records of this account: it is deactivated, suspended "
        "or deleted, or another server has them."
    )
