"""A Page's own posts, what they pass on and what they link to, from the Graph API.

GET /{page}/published_posts with the Page's token. Whom a Page follows and what it likes no
interface says; the parent of a shared post is missing where this token may not see it.
"""

from collections import Counter
from collections.abc import Mapping
from urllib.parse import urlsplit

import pandas as pd

from connectors.collected import Collected, OwnAccount
from connectors.errors import AuthError
from connectors.exports.named_accounts import accounts_of
from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.connector import ListPlan, LiveConnector, Probed
from connectors.live.facebook_rows import Posts
from connectors.live.interpreting import interpreted
from connectors.live.listing import Told
from connectors.live.meta_errors import MissingError, with_rules
from connectors.live.meta_pages import SIZE, Graph, items_of
from connectors.live.meta_version import VERSION
from connectors.live.not_given import said_of
from connectors.live.one_page import one_page
from connectors.live.own_posts import collected, own_id, planned, posts_of, reach_of_posts
from connectors.live.reach import reach_of
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, text
from connectors.profiles import parse_profile

PUBLIC = "https://graph.facebook.com"
PAGE_FIELDS = "id,name,username,category"
POST_FIELDS = "id,created_time,message,permalink_url,status_type,parent_id"
_ATTACHED = "type,title,url,unshimmed_url,target"
_FIELDS = f"{POST_FIELDS},attachments{{{_ATTACHED},subattachments{{{_ATTACHED}}}}}"
_A_YEAR = 600
_RANKED = (
    f"Facebook gives about {_A_YEAR} posts of a year, and chooses them itself: {{}} may have more."
)
_LIMITS = {
    "post": "",
    "link": "",
    "quote": "Quotes are posts whose text has the address of another's post.",
    "repost": "Facebook does not show whose the shared posts are that this token may not see.",
}
_CALLS, _DAY = 4_800, 86_400


def read(account: OwnAccount, asking: Asking) -> Collected:
    """Read own posts; raises AuthError where the token is not of this Page."""
    asking, graph = with_rules(asking), _graph(asking.access)
    page = _own(account, graph, asking)
    number = text(page, "id")
    posts = Posts(account, own_id(account), number)
    walked = posts_of(account, graph.listing(f"{number}/published_posts", _FIELDS), asking)
    walked, gathered = interpreted(walked, items_of, posts.post, account, asking)
    interactions = gathered.interactions
    return collected(
        account,
        gathered,
        accounts_of(interactions, posts.profiles, {}, account.read_at),
        reach_of_posts(
            "facebook",
            reach_of(walked, _ranked(interactions)),
            gathered.tally.records,
            {},
            _LIMITS,
        ),
        [_unnamed(account, page)],
    )


def probe(account: OwnAccount, asking: Asking) -> Probed:
    """Ask whose token it is."""
    page = _own(account, _graph(asking.access), with_rules(asking))
    notes = filter(None, [_unnamed(account, page), *said_of(account)])
    return Probed(own_id(account), text(page, "username"), notes=tuple(notes))


def plan(account: OwnAccount, counts: Mapping[str, int]) -> tuple[ListPlan, ...]:
    """Say what the list of posts takes."""
    return planned(account, counts, SIZE, _CALLS, _DAY)


def _graph(access: Access) -> Graph:
    return Graph(f"{access.at(PUBLIC)}/{VERSION}", access.token)


def _own(account: OwnAccount, graph: Graph, asking: Asking) -> Record:
    def fetch(client: Client) -> Told:
        return graph.one(client, "me", PAGE_FIELDS)

    try:
        page: Record = one_page("profile", fetch, asking)
    except MissingError as error:  # a person has no category
        raise AuthError(
            f"The token given for {account.label} is not a Page's. Get the token of the Page."
        ) from error
    known = {text(page, "id"), text(page, "username").casefold()}
    own = parse_profile(account.handle, "facebook")
    if own is not None and own.account_id not in known and not _unnamed(account, page):
        raise AuthError(
            f"The token given for {account.label} is of {text(page, 'name')} "
            f"({text(page, 'id')}). Get the token of the right Page."
        )
    return page


def _unnamed(account: OwnAccount, page: Record) -> str:
    """Say that nobody can tell here whether a Page without a username is the one configured."""
    if text(page, "username") or account.handle.isdigit():
        return ""
    return (
        f"The token is of {text(page, 'name')} ({text(page, 'id')}), which has no username; "
        f"whether that is {account.handle} Facebook does not say."
    )


def _ranked(interactions: pd.DataFrame) -> str:
    """Say which years may have more posts than Facebook gives."""
    times = interactions.drop_duplicates("post_id")["happened_at"].dropna()
    years = Counter(times.dt.year)
    full = [str(year) for year, number in sorted(years.items()) if number >= 0.9 * _A_YEAR]
    return _RANKED.format(", ".join(full)) if full else ""


def _host(_: OwnAccount, access: Access) -> str:
    return urlsplit(access.at(PUBLIC)).netloc


CONNECTOR = LiveConnector("facebook", _host, probe, read, plan)
