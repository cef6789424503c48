"""The server of our own account: where and as whom it is asked, and its pages.

Lists are paged by the Link header alone: its cursors are ids of follows and likes, which no item
shows. Only the query of a link is used, so that a token never goes to another address. Of a post
that not everybody may see, such as a message to one person, the words are not kept.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from requests.utils import parse_header_links

from connectors.collected import OwnAccount
from connectors.errors import ConfigError, SourceError
from connectors.http import Reply, Request
from connectors.live.walk import Listing, Told, by_http
from connectors.lookup.access import Access
from connectors.lookup.mastodon import SERVER
from connectors.mastodon_answers import shown_to_all
from connectors.waiting import Passing

_OF_A_PRIVATE_POST = ("id", "uri", "visibility", "account")
SIZES = {"follows": 80, "likes": 40, "posts": 40}
PATHS = {
    "follows": "/api/v1/accounts/{}/following",
    "likes": "/api/v1/favourites",
    "posts": "/api/v1/accounts/{}/statuses",
}


@dataclass(frozen=True)
class Server:
    """The address of a server, and how our account is named there.

    ``host`` is what our handle has after its @, empty where it has none; ``domain`` what the
    handles of this server have there.
    """

    address: str
    name: str
    host: str
    domain: str
    token: str

    def request(self, path: str, params: Mapping[str, str] | None = None) -> Request:
        """Make a request; with a token no other address is followed to."""
        return Request(
            f"{self.address}{path}",
            params=params or {},
            token=self.token,
            redirects=not self.token,
        )

    def listing(self, name: str, path: str, *, grows: bool) -> Listing:
        """Describe a list of this server, newest first, as many items a page as it gives."""
        size = SIZES[name]

        def request(cursor: str) -> Request:
            return self.request(path, dict(parse_qsl(cursor)) if cursor else {"limit": str(size)})

        def read(reply: Reply, asked: Request) -> Told:
            return page_of(reply, asked, size)

        return Listing(name, by_http(request, read), keys=_keys, grows=grows)


def server_of(account: OwnAccount, access: Access) -> Server:
    """Give the server in the settings, else that of the handle; raises ConfigError for neither."""
    name, _, host = account.handle.partition("@")
    address = access.at(SERVER.format(host) if host else "")
    if not address:
        raise ConfigError(
            [f"{account.label}: add base_url, your server, or write the handle as name@server."]
        )
    host = host.casefold()
    return Server(address, name, host, host or urlsplit(address).netloc, access.token)


def page_of(reply: Reply, asked: Request, size: int) -> Told:
    """Read a page; raises Passing where it is none, SourceError where its link was lost."""
    try:
        items = json.loads(reply.body)
    except (ValueError, RecursionError):
        items = None
    if not isinstance(items, list):
        raise Passing(f"{asked.host} sent no whole answer")
    link = reply.headers.get("Link", "")
    if len(items) >= size and not link:
        raise SourceError(
            f"{asked.host} gave a full page and no Link header to go on by: what stands between "
            "it and this computer may take the header away."
        )
    return Told([_kept(one) for one in items], _next(link, asked.host))


def _kept(item: Any) -> Any:
    """Leave out of a post for some people alone all but whose it is; accounts stay as they are."""
    if not isinstance(item, dict) or "visibility" not in item or shown_to_all(item):
        return item
    return {key: item[key] for key in _OF_A_PRIVATE_POST if key in item}


def _next(link: str, host: str) -> str:
    for one in parse_header_links(link) if link else ():
        if "next" in one.get("rel", "").split():
            query = one.get("url", "").partition("?")[2].partition("#")[0]
            if not query:
                raise SourceError(f"{host} says that its list goes on, and not where.")
            return query
    return ""


def _keys(items: list[Any]) -> list[str]:
    return [str(one.get("id")) if isinstance(one, dict) else repr(one)[:200] for one in items]
