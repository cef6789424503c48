"""An account's own posts, reposts and quotes from the Threads API (graph.threads.net, v1.0).

GET /{user}/threads gives of a post passed on its id alone; whose it is, GET /{post} may tell or
refuse. The id of an account is another for each app, so that the username stands for it.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from connectors.collected import Collected, OwnAccount
from connectors.errors import AuthError, RetryLater, SourceError
from connectors.exports.named_accounts import accounts_of
from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.batches import Batches, ask_in_batches
from connectors.live.connector import ListPlan, LiveConnector, Probed
from connectors.live.interpreting import interpreted
from connectors.live.listing import Told
from connectors.live.meta_errors import MissingError, NotPermittedError, with_rules
from connectors.live.meta_pages import SIZE, Graph, items_of
from connectors.live.not_given import said_of
from connectors.live.one_page import one_page
from connectors.live.own_posts import collected, own_id, planned, posts_of, reach_of_posts
from connectors.live.reach import reach_of
from connectors.live.threads_rows import Author, Posts, passed_on
from connectors.live.walk import Walked
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, part, text, whole_record

PUBLIC = "https://graph.threads.net"
_FIELDS = (
    "id,media_type,permalink,username,text,timestamp,is_quote_post,quoted_post,reposted_post,"
    "link_attachment_url"
)
# Where none of the first can be seen, the token may see no posts of others.
_FIRST = 5
_CALLS, _DAY = 4_800, 86_400
_LATEST = 10**11
_LIMITS = {
    "post": "Replies are left out.",
    "link": "Links in replies are not read.",
    "quote": "",
}
_UNSEEN = (
    "Threads shows this token no posts of others, so that it is not known whose posts were "
    "reposted and quoted."
)
_SIXTY_DAYS = (
    "A token of Threads lasts 60 days from when it was made or renewed; Threads does not say here "
    "when that was."
)


def read(account: OwnAccount, asking: Asking) -> Collected:
    """Read own posts with what they pass on and link to; raises AuthError without an account."""
    asking, graph = with_rules(asking), _graph(asking.access)
    own = _own(account, graph, asking)
    walked = posts_of(account, graph.listing(f"{text(own, 'id')}/threads", _FIELDS), asking)
    authors, trouble = _authors(graph, _passed_on(walked), asking)
    posts = Posts(account, own_id(account), authors)
    walked, gathered = interpreted(walked, items_of, posts.post, account, asking)
    limits = {**_LIMITS, "repost": trouble, "quote": trouble}
    return collected(
        account,
        gathered,
        accounts_of(gathered.interactions, posts.profiles, {}, account.read_at),
        reach_of_posts("threads", reach_of(walked), gathered.tally.records, {}, limits),
    )


def probe(account: OwnAccount, asking: Asking) -> Probed:
    """Ask whose token it is, and when it ends."""
    asking, graph = with_rules(asking), _graph(asking.access)
    own = _own(account, graph, asking)
    ends = _ends(graph, asking)
    notes = () if ends else (_SIXTY_DAYS,)
    return Probed(
        own_id(account), text(own, "username"), notes=(*notes, *said_of(account)), expires=ends
    )


def plan(account: OwnAccount, counts: Mapping[str, int]) -> tuple[ListPlan, ...]:
    """Say what the list takes, and one request for each post passed on, at most."""
    kinds = [kind for kind in ("repost", "quote") if account.wants(kind)]
    known = [counts[kind] for kind in kinds if kind in counts]
    number = sum(known) if len(known) == len(kinds) else None
    authors = [ListPlan("authors", number, number, 0.0, _CALLS, _DAY)] if kinds else []
    return (*planned(account, counts, SIZE, _CALLS, _DAY), *authors)


def _graph(access: Access) -> Graph:
    return Graph(f"{access.at(PUBLIC)}/v1.0", access.token, in_query=True)


def _own(account: OwnAccount, graph: Graph, asking: Asking) -> Record:
    def fetch(client: Client) -> Told:
        return graph.one(client, "me", "id,username,name")

    own: Record = one_page("profile", fetch, asking)
    username = text(own, "username")
    if username and f"@{username.casefold()}" != own_id(account):
        raise AuthError(
            f"The token given for {account.label} is of @{username}. Sign in again as the right "
            "account."
        )
    return own


def _ends(graph: Graph, asking: Asking) -> datetime | None:
    """Ask when the token ends: {"data": {"expires_at": seconds since 1970}}; None if not told."""
    request = graph.request("debug_token", {"input_token": graph.token})
    try:
        told = asking.client.fetch(request, lambda reply: whole_record(reply, request, "data"))
    except (AuthError, RetryLater, SourceError):
        return None
    seconds = part(told, "data").get("expires_at")
    if not isinstance(seconds, int) or not 0 < seconds < _LATEST:
        return None
    return datetime.fromtimestamp(seconds, UTC)


def _passed_on(walked: Walked) -> list[str]:
    """Give the ids of posts passed on, newest first: old ones are more often gone."""
    ids = (passed_on(item) for item, _ in walked.items(items_of))
    return list(dict.fromkeys(filter(None, ids)))


def _authors(graph: Graph, posts: Sequence[str], asking: Asking) -> tuple[dict[str, Author], str]:
    """Ask whose the posts are; gives a sentence where that could not be had."""

    def fetch(client: Client, ids: Sequence[str]) -> Told:
        try:
            return graph.one(client, ids[0], "id,username,permalink")
        except (MissingError, NotPermittedError):  # as is usual with posts of others
            return Told({"id": ids[0]})

    batches = Batches("authors", 1, fetch, lasts=True)
    known: dict[str, Author] = {}
    for some in (posts[:_FIRST], posts[_FIRST:]):
        answered = ask_in_batches(batches, some, asking)
        known |= {text(one, "id"): _author(one) for one in answered.bodies}
        if answered.stopped is not None:
            return known, f"{_UNSEEN} {answered.stopped}"
        if some and not any(one.username for one in known.values()):
            return known, _UNSEEN
    return known, ""


def _author(record: Record) -> Author:
    return Author(text(record, "username"), text(record, "permalink"))


def _host(_: OwnAccount, access: Access) -> str:
    return urlsplit(access.at(PUBLIC)).netloc


CONNECTOR = LiveConnector("threads", _host, probe, read, plan)
