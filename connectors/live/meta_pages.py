"""Pages of Meta's Graph API: {"data": [...], "paging": {"cursors": {"before", "after"}, "next"}}.

``next`` is a whole address with the token in it, so that it is never kept: its place in the list
alone is. An empty page may have one; a short page is no end.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from connectors.http import Client, Reply, Request
from connectors.live.listing import Listing, Told
from connectors.live.whole import whole_list
from connectors.lookup.answers import Record, part, records, text, whole_record

SIZE = 100
# What in the query of ``next`` says where in the list a page begins.
_PLACE = frozenset({"after", "until", "since", "offset", "__paging_token", "__previous"})


@dataclass(frozen=True)
class Graph:
    """One of Meta's interfaces: its address with the version, and the token.

    ``in_query`` sends the token as the parameter access_token, where a header is not documented.
    """

    address: str
    token: str = field(repr=False)
    in_query: bool = False

    def request(self, path: str, params: Mapping[str, str]) -> Request:
        """Ask for an object or an edge."""
        secret = {"access_token": self.token} if self.in_query else {}
        return Request(
            f"{self.address}/{path}",
            params={**params, **secret},
            token="" if self.in_query else self.token,
            redirects=False,
        )

    def one(self, client: Client, path: str, fields: str) -> Told:
        """Give one object."""
        request = self.request(path, {"fields": fields})
        return Told(client.fetch(request, lambda reply: whole_record(reply, request, "id")))

    def listing(self, path: str, fields: str, size: int = SIZE) -> Listing:
        """List own posts, the newest first."""

        def fetch(client: Client, cursor: str) -> Told:
            params = {"fields": fields, "limit": str(size), **dict(parse_qsl(cursor))}
            request = self.request(path, params)
            return client.fetch(request, lambda reply: _page(reply, request, size))

        return Listing(
            "posts", fetch, keys=lambda body: [_key(one) for one in items_of(body)], grows=True
        )


def items_of(body: Any) -> list[Record]:
    """Give the posts of a page."""
    return list(records(body.get("data")))


def _page(reply: Reply, request: Request, size: int) -> Told:
    answer = whole_list(reply, request, "data")
    paging = part(answer, "paging")
    found = list(records(answer.get("data")))
    following = urlsplit(text(paging, "next")).query
    place = [(name, value) for name, value in parse_qsl(following) if name in _PLACE]
    after = text(part(paging, "cursors"), "after")
    # Threads documents the cursors alone: a full page without ``next`` may be followed by another.
    if after and not place and len(found) >= size:
        place = [("after", after)]
    return Told({"data": answer["data"]}, urlencode(place))


def _key(post: Record) -> str:
    return text(post, "id") or repr(post)
