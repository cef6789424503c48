"""A professional account's own posts from the Instagram API: captions and the links in them.

Reached in two ways, told by the token: through a Facebook Page (graph.facebook.com) or by
Instagram's own login (graph.instagram.com). Of follows there is the number alone; likes, reposts
and link stickers there are none; stories stay for a day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from connectors import frames
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach
from connectors.errors import AuthError, SourceError
from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.connector import ListPlan, LiveConnector, Probed
from connectors.live.interpreting import interpreted
from connectors.live.listing import Told
from connectors.live.meta_errors import with_rules
from connectors.live.meta_pages import SIZE, Graph, items_of
from connectors.live.meta_post import PostFields, meta_post
from connectors.live.meta_version import VERSION
from connectors.live.not_given import said_of
from connectors.live.one_page import one_page
from connectors.live.own_post_row import NOT_A_POST
from connectors.live.own_posts import collected, own_id, planned, posts_of, reach_of_posts
from connectors.live.reach import reach_of
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, count, part, text
from connectors.records import Outcome
from connectors.text_links import links_in

THROUGH_PAGE, BY_ITSELF = "https://graph.facebook.com", "https://graph.instagram.com"
MEDIA_FIELDS = "id,caption,media_type,media_product_type,permalink,timestamp,username"
PROFILE_FIELDS = "id,username,name,follows_count,media_count"
_OWN_LOGIN = "IG"  # tokens of Instagram's own login begin so
_GIVEN = 10_000
_ENDS = f"Instagram gives about the newest {_GIVEN:,} posts; older ones are missing."
_LIMITS = {
    "post": "Stories are not given: they stay for a day.",
    "link": "Links are those in captions; Instagram does not give link stickers.",
}
_SIXTY_DAYS = (
    "A token of Instagram's own login lasts 60 days from when it was made or renewed; Instagram "
    "does not say here when that was."
)
_NO_REPOSTS = "Instagram's interface does not give reposts."
_NO_QUOTES = "Instagram has no quotes."
_CALLS, _HOUR = 200, 3_600
_NAMES = PostFields("caption", "permalink", "timestamp")


@dataclass(frozen=True)
class Posts:
    """Reads own posts: {id, caption, permalink, timestamp}."""

    account: OwnAccount
    agency_account: str

    def post(self, record: Record, evidence: str) -> Outcome:
        """Read one post and the links in its caption."""
        if not text(record, "id"):
            return NOT_A_POST
        written, row = meta_post(record, _NAMES, self.account, self.agency_account, evidence)
        links = ({**row, "kind": "link", "url": link} for link in links_in(written))
        return [{**row, "kind": "post"}, *links]


def read(account: OwnAccount, asking: Asking) -> Collected:
    """Read own posts; raises AuthError or SourceError without a professional account."""
    asking, graph = with_rules(asking), _graph(asking.access)
    own = _own(account, graph, asking)
    counts = _counts(own)
    walked = posts_of(account, graph.listing(f"{_id(own)}/media", MEDIA_FIELDS), asking)
    posts = Posts(account, own_id(account))
    walked, gathered = interpreted(walked, items_of, posts.post, account, asking)
    given = gathered.tally.records
    cut = counts.get("post", 0) > given >= _GIVEN * 0.9
    reached = reach_of(walked, _ENDS if cut else "")
    reach = reach_of_posts("instagram", reached, given, counts, _LIMITS)
    reach |= {
        "repost": Reach("unavailable", _NO_REPOSTS),
        "quote": Reach("unavailable", _NO_QUOTES),
    }
    return collected(account, gathered, frames.empty("accounts"), reach)


def probe(account: OwnAccount, asking: Asking) -> Probed:
    """Ask whose token it is, and for the numbers of follows and posts."""
    own = _own(account, _graph(asking.access), with_rules(asking))
    notes = (_SIXTY_DAYS,) if _by_itself(asking.access) else ()
    return Probed(
        own_id(account),
        text(own, "username"),
        stated=_counts(own),
        notes=(*notes, *said_of(account)),
    )


def plan(account: OwnAccount, counts: Mapping[str, int]) -> tuple[ListPlan, ...]:
    """Say what the list of posts takes."""
    return planned(account, counts, SIZE, _CALLS, _HOUR)


def _by_itself(access: Access) -> bool:
    return access.token.startswith(_OWN_LOGIN)


def _graph(access: Access) -> Graph:
    usual = BY_ITSELF if _by_itself(access) else THROUGH_PAGE
    return Graph(f"{access.at(usual)}/{VERSION}", access.token)


def _own(account: OwnAccount, graph: Graph, asking: Asking) -> Record:
    by_itself = _by_itself(asking.access)
    fields = (
        f"user_id,{PROFILE_FIELDS}"
        if by_itself
        else (f"instagram_business_account{{{PROFILE_FIELDS}}}")
    )

    def fetch(client: Client) -> Told:
        return graph.one(client, "me", fields)

    found: Record = one_page("profile", fetch, asking)
    own = found if by_itself else part(found, "instagram_business_account")
    if not own:
        raise SourceError(
            f"The Page whose token was given for {account.label} has no professional account of "
            "Instagram linked to it. Link it, or use a token of Instagram's own login."
        )
    username = text(own, "username")
    if username and f"@{username.casefold()}" != own_id(account):
        raise AuthError(
            f"The token given for {account.label} is of @{username}. Get one of the right account."
        )
    return own


def _id(own: Record) -> str:
    return text(own, "user_id") or text(own, "id")


def _counts(own: Record) -> dict[str, int]:
    return dict(_numbers(own))


def _numbers(own: Record) -> Iterator[tuple[str, int]]:
    for kind, name in (("follow", "follows_count"), ("post", "media_count")):
        number = count(own.get(name))
        if number is not None:
            yield kind, number


def _host(_: OwnAccount, access: Access) -> str:
    return urlsplit(access.at(BY_ITSELF if _by_itself(access) else THROUGH_PAGE)).netloc


CONNECTOR = LiveConnector("instagram", _host, probe, read, plan)
