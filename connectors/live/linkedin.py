"""An organisation's own posts and what they pass on and link to, from LinkedIn's Posts API.

GET /rest/posts?q=author, pages by offset. Whom a Page follows and what it likes nobody can read.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from connectors import frames
from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.http import Client, Reply, Request
from connectors.live.asking import Asking
from connectors.live.connector import ListPlan, LiveConnector, Probed
from connectors.live.interpreting import interpreted
from connectors.live.linkedin_errors import VERSION, with_rules
from connectors.live.linkedin_rows import Posts
from connectors.live.listing import Listing, Told
from connectors.live.not_given import said_of
from connectors.live.one_page import one_page
from connectors.live.own_posts import collected, own_id, planned, posts_of, reach_of_posts
from connectors.live.reach import reach_of
from connectors.live.walk import by_http
from connectors.live.whole import whole_list
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, part, records, text

PUBLIC = "https://api.linkedin.com"
_SIZE = 100
_KINDS = ("company", "school", "showcase")
_HEADERS = {"Linkedin-Version": VERSION, "X-Restli-Protocol-Version": "2.0.0"}
_UNSEEN = "LinkedIn does not show whose the posts are that a Page passes on."
_LIMITS = {
    "post": "",
    "link": ("LinkedIn shortens addresses in texts to lnkd.in; where those lead is not looked up."),
    "repost": _UNSEEN,
    "quote": _UNSEEN,
}
_SIXTY_DAYS = "A token of LinkedIn lasts 60 days; LinkedIn does not say here when it was made."
_DAY = 86_400


def read(account: OwnAccount, asking: Asking) -> Collected:
    """Read own posts; raises AuthError or SourceError where there is no such organisation."""
    asking = with_rules(asking)
    listing = _posts(asking.access, _organisation(account, asking))
    walked = posts_of(account, listing, asking)
    own = frozenset(text(item, "id") for item, _ in walked.items(items_of))
    posts = Posts(account, own_id(account), own)
    walked, gathered = interpreted(walked, items_of, posts.post, account, asking)
    given = gathered.tally.records
    return collected(
        account,
        gathered,
        frames.empty("accounts"),
        reach_of_posts("linkedin", reach_of(walked), given, {}, _LIMITS),
    )


def probe(account: OwnAccount, asking: Asking) -> Probed:
    """Ask for the organisation and, as a proof of the permission, for the first of its posts."""
    asking = with_rules(asking)
    number = _organisation(account, asking)
    listing = _posts(asking.access, number, 1)
    one_page("posts", lambda client: Told(listing.fetch(client, "").body), asking)
    return Probed(own_id(account), account.handle, notes=(_SIXTY_DAYS, *said_of(account)))


def plan(account: OwnAccount, counts: Mapping[str, int]) -> tuple[ListPlan, ...]:
    """Say what the list of posts takes; LinkedIn does not publish its limits."""
    return planned(account, counts, _SIZE, 0, _DAY)


def items_of(body: Any) -> list[Record]:
    """Give the posts of a page."""
    return list(records(body.get("elements")))


def _organisation(account: OwnAccount, asking: Asking) -> str:
    """Give the number of our organisation, asking for it where the handle is a name."""
    kind, _, name = own_id(account).partition("/")
    if kind not in _KINDS or not name:
        raise SourceError(
            f"LinkedIn's interface reads the posts of organisations alone, and {account.label} is "
            "none. Write its handle as company/name, or order the export."
        )
    if name.isdecimal():
        return name

    def read(reply: Reply, request: Request) -> Told:
        return Told({"elements": whole_list(reply, request, "elements")["elements"]})

    def fetch(client: Client) -> Told:
        params = {"q": "vanityName", "vanityName": name}
        return by_http(lambda _: _request(asking.access, "organizations", params), read)(client, "")

    for found in items_of(one_page("profile", fetch, asking)):
        number = found.get("id")
        if isinstance(number, int):
            return str(number)
    raise SourceError(f"LinkedIn has no organisation {account.label}.")


def _posts(access: Access, organisation: str, size: int = _SIZE) -> Listing:
    def request(cursor: str) -> Request:
        params = {
            "q": "author",
            "author": f"urn:li:organization:{organisation}",
            "count": str(size),
            "start": cursor or "0",
            "sortBy": "CREATED",
        }
        return _request(access, "posts", params)

    def read(reply: Reply, asked: Request) -> Told:
        answer = whole_list(reply, asked, "elements")
        return Told({"elements": answer["elements"]}, _next(answer, asked.params["start"], size))

    return Listing("posts", by_http(request, read), keys=_keys, grows=True)


def _request(access: Access, path: str, params: Mapping[str, str]) -> Request:
    return Request(
        f"{access.at(PUBLIC)}/rest/{path}",
        params=params,
        headers={**_HEADERS, "X-RestLi-Method": "FINDER"},
        token=access.token,
        redirects=False,
    )


def _next(answer: Record, start: str, size: int) -> str:
    """Give where the next page begins: by LinkedIn's link, or behind a page that is full."""
    links = records(part(answer, "paging").get("links"))
    href = next((text(link, "href") for link in links if text(link, "rel") == "next"), "")
    following = parse_qs(urlsplit(href).query).get("start")
    if following:
        return following[0]
    return str(int(start) + size) if len(items_of(answer)) >= size else ""


def _keys(body: Any) -> list[str]:
    return [text(one, "id") or repr(one) for one in items_of(body)]


def _host(_: OwnAccount, access: Access) -> str:
    return urlsplit(access.at(PUBLIC)).netloc


CONNECTOR = LiveConnector("linkedin", _host, probe, read, plan)
