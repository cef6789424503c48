"""A channel's subscriptions, liked videos and own videos, from the YouTube Data API v3.

Each request costs one unit of the 10,000 that a project has a day. Reposts and quotes there are
none; community posts and comments are not given.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from connectors import frames
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach, coverage
from connectors.errors import AuthError, SourceError
from connectors.exports.meta_coverage import limited
from connectors.exports.ordering import ORDER
from connectors.exports.youtube_follows import Follows
from connectors.exports.youtube_values import inside, moment
from connectors.live.asking import Asking
from connectors.live.connector import ListPlan, LiveConnector, Probed
from connectors.live.interpreting import Interpret, all_interpreted
from connectors.live.one_page import one_page
from connectors.live.reach import named, reach_of, stated
from connectors.live.walk import Listing, Told, Walked, walk
from connectors.live.youtube_channels import accounts_frame, look_up
from connectors.live.youtube_lists import PAGE, follows, items_of, own_channel, playlist, total_of
from connectors.live.youtube_rows import Likes, Uploads, followed_channel
from connectors.live.youtube_sign_in import SignIn
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, count, part, text
from connectors.lookup.youtube import PUBLIC
from connectors.lookup.youtube_errors import refused, spent
from connectors.profiles import parse_profile

_UNITS_A_DAY, _DAY = 10_000, 86_400
# Beyond these YouTube has been seen to give nothing more, without a word.
_FOLLOWS_GIVEN, _LIKES_GIVEN = 1_000, 5_000
_NOTHING = {
    "repost": "YouTube has no reposts; its interface does not give community posts.",
    "quote": "YouTube has no quotes.",
}
_NO_LIKES = (
    "An API key reads what is public alone, and likes are not. Read them with the channel's own "
    f"sign-in, or order the export: {ORDER['youtube']}"
)
_CEILING = (
    "YouTube has been seen to give no more than about {:,} of such a list; order the export for "
    f"the rest: {ORDER['youtube']}"
)
_NO_COMMUNITY = "YouTube's interface does not give community posts."
_NO_COMMENTS = "Links are those in titles and descriptions; links in comments are not given."
_CLOSED = "YouTube counts channels that were closed, and gives none of them."
_GONE = "YouTube counts videos that it does not list."
_HIDDEN = "Private and unlisted videos are counted, and are no posts."


def read(account: OwnAccount, asking: Asking) -> Collected:
    """Read what the credential lets one read; raises AuthError or SourceError without a channel."""
    asking, sign_in = _with_rules(asking), SignIn(asking.access)
    channel = _own(account, sign_in, asking)
    own = text(channel, "id")
    walks = {one.name: walk(one, asking) for one in _listings(account, sign_in, channel)}
    followed = Follows(account, own, _since(walks.get("follows")))
    likes = Likes(account, own)
    readers: Mapping[str, Interpret] = {
        "follows": followed.item,
        "likes": likes.like,
        "uploads": Uploads(account, own).upload,
    }
    walks, gathered = all_interpreted(walks, items_of, readers, account, asking)
    given = {name: _given(walked) for name, walked in walks.items()}
    interactions = frames.concat("interactions", [one.interactions for one in gathered])
    channels = look_up(sign_in, followed.profiles, likes.profiles, asking)
    profiles = {**likes.profiles, **followed.profiles}
    names = {**likes.names, **followed.names}
    accounts = accounts_frame(profiles, names, channels, account.read_at)
    reach = named(_reach(sign_in, walks, given), interactions, accounts, channels.trouble)
    return Collected(
        agency_account=own,
        interactions=interactions,
        accounts=accounts,
        coverage=coverage(account, own, interactions, reach, account.read_at),
        tallies=tuple(one.tally for one in gathered),
    )


def probe(account: OwnAccount, asking: Asking) -> Probed:
    """Ask for the channel; its counts are of videos alone.

    With a key subscriptions are asked for too: a channel may hide them.
    """
    asking, sign_in = _with_rules(asking), SignIn(asking.access)
    channel = _own(account, sign_in, asking)
    videos = _video_count(channel)
    hour = (
        ""
        if sign_in.lasts
        else (
            "An access token of Google ends after an hour. For a scheduled run write "
            "client_id:client_secret:refresh_token into the variable."
        )
    )
    return Probed(
        account_id=text(channel, "id"),
        handle=text(part(channel, "snippet"), "customUrl").removeprefix("@"),
        stated={} if videos is None else {"post": videos},
        problems=tuple(_unread_with_key(account, channel, asking)) if sign_in.is_key else (),
        notes=tuple(filter(None, [hour])),
    )


def plan(account: OwnAccount, counts: Mapping[str, int]) -> tuple[ListPlan, ...]:
    """Say what each list takes, a unit for fifty items, and as much for the names of channels."""
    lists = [("follows", "follow"), ("likes", "like"), ("uploads", "post")]
    if not account.wants("post") and account.wants("link"):
        lists[2] = ("uploads", "link")
    plans = [_planned(name, counts.get(kind)) for name, kind in lists if account.wants(kind)]
    named = [counts.get(kind) for kind in ("follow", "like") if account.wants(kind)]
    known = [one for one in named if one is not None]
    if named:
        plans.append(_planned("channels", sum(known) if len(known) == len(named) else None))
    return (ListPlan("profile", 1, 1, 0.0, _UNITS_A_DAY, _DAY), *plans)


def _planned(name: str, items: int | None) -> ListPlan:
    requests = None if items is None else max(1, -(-items // PAGE))
    return ListPlan(name, items, requests, 0.0, _UNITS_A_DAY, _DAY)


def _with_rules(asking: Asking) -> Asking:
    return replace(asking, client=replace(asking.client, refused=refused, spent=spent))


def _own(account: OwnAccount, sign_in: SignIn, asking: Asking) -> Record:
    own = parse_profile(account.handle, "youtube")
    channel = own_channel(sign_in, own.account_id if own else account.handle, asking)
    if channel is None:
        if sign_in.is_key:
            raise SourceError(f"YouTube has no channel {account.label}, or has closed it.")
        raise AuthError(
            f"The sign-in given for {account.label} has no channel of its own. Sign in again and "
            "choose the channel, not the person."
        )
    _refuse_another(account, text(channel, "id"), text(part(channel, "snippet"), "customUrl"))
    return channel


def _refuse_another(account: OwnAccount, channel: str, handle: str) -> None:
    """Raise AuthError where the credential is another channel's: one sign-in may have several."""
    own = parse_profile(account.handle, "youtube")
    # Old names such as user/… cannot be compared with anything that YouTube gives.
    comparable = own is not None and own.account_id.startswith(("UC", "@")) and handle
    if own is not None and comparable and own.account_id not in {channel, handle.casefold()}:
        raise AuthError(
            f"The credential given for {account.label} is of {handle} ({channel}). "
            "Sign in again and choose the right channel."
        )


def _unread_with_key(account: OwnAccount, channel: Record, asking: Asking) -> Iterator[str]:
    if account.wants("like"):
        yield _NO_LIKES
    if account.wants("follow"):
        listing = follows(SignIn(asking.access), text(channel, "id"))
        try:
            one_page("follows", lambda client: Told(listing.fetch(client, "").body), asking)
        except SourceError as error:
            yield str(error)


def _listings(account: OwnAccount, sign_in: SignIn, channel: Record) -> Iterable[Listing]:
    if account.wants("follow"):
        yield follows(sign_in, text(channel, "id"))
    if account.wants("like") and not sign_in.is_key:
        yield playlist("likes", sign_in, "LL")
    lists = part(part(channel, "contentDetails"), "relatedPlaylists")
    # Of a channel without videos the list does not exist.
    if (account.wants("post") or account.wants("link")) and _video_count(channel) != 0:
        yield playlist("uploads", sign_in, text(lists, "uploads"))


def _reach(
    sign_in: SignIn, walks: Mapping[str, Walked], given: Mapping[str, int]
) -> Mapping[str, Reach]:
    uploads = _of_list(walks, given, "uploads", _HIDDEN)
    likes = Reach("unavailable", _NO_LIKES)
    if not sign_in.is_key:
        likes = _of_list(walks, given, "likes", _GONE, _LIKES_GIVEN)
    return {
        **{kind: Reach("unavailable", why) for kind, why in _NOTHING.items()},
        "follow": _of_list(walks, given, "follows", _CLOSED, _FOLLOWS_GIVEN),
        "like": likes,
        "post": limited(uploads, _NO_COMMUNITY),
        "link": replace(limited(uploads, _NO_COMMENTS), stated=None),
    }


def _of_list(
    walks: Mapping[str, Walked], given: Mapping[str, int], name: str, why: str, ceiling: int = 0
) -> Reach:
    """Judge a list beside YouTube's own count; one at its ceiling is not known to be whole."""
    walked = walks.get(name)
    if walked is None:
        return Reach("complete")
    total = total_of(walked.pages[0].body) if walked.pages else None
    short = total is not None and total > given[name]
    at_ceiling = ceiling and given[name] >= 0.9 * ceiling and (short or given[name] >= ceiling)
    reached = reach_of(walked, _CEILING.format(ceiling) if at_ceiling else "")
    return stated(reached, total, given[name], why)


def _since(walked: Walked | None) -> dict[str, Any]:
    """Give since when each channel is followed."""
    items = [] if walked is None else [item for item, _ in walked.items(items_of)]
    return {
        channel: moment(inside(item, "snippet").get("publishedAt"))
        for item in items
        if (channel := followed_channel(item))
    }


def _given(walked: Walked) -> int:
    return sum(1 for _ in walked.items(items_of))


def _video_count(channel: Record) -> int | None:
    return count(part(channel, "statistics").get("videoCount"))


def _host(_: OwnAccount, access: Access) -> str:
    return urlsplit(access.at(PUBLIC)).netloc


CONNECTOR = LiveConnector("youtube", _host, probe, read, plan)
