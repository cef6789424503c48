"""The lists of X API v2 that an account's review needs, as pages with their price.

``GET /2/users/{id}/following``, ``/liked_tweets`` and ``/tweets``; users by id. What a page holds
of expanded posts and users is counted as charged: X does not say that it is free.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from connectors.errors import AuthError, FollowAuditError, SourceError
from connectors.http import Client
from connectors.live.batches import Batches
from connectors.live.listing import Listing, Told
from connectors.live.prices import Prices
from connectors.live.x_door import Ask, Door
from connectors.live.x_spelling import EXPANSIONS, POST_FIELDS, USER_FIELDS
from connectors.lookup.answers import Record, part, records, text
from connectors.x_problems import AppTokenError, unknown_reason

FOLLOWS_A_PAGE, POSTS_A_PAGE, USERS_A_PAGE = 1_000, 100, 100
BY_HANDLE = "by handle"
_HANDLE = re.compile(r"\w{1,15}", re.ASCII)
_USERS = {"user_fields": list(USER_FIELDS)}
_POSTS = {
    "max_results": POSTS_A_PAGE,
    "expansions": list(EXPANSIONS),
    "tweet_fields": list(POST_FIELDS),
    **_USERS,
}
_WHY = {
    "suspended": "X has suspended it.",
    "deleted": "X knows no such account.",
    "protected": "X does not show this to the credential.",
    "not_permitted": "X does not show this to the credential.",
}


def items(body: Record) -> Iterator[Record]:
    """Give the users or posts of a page: X leaves out an empty list, and gives one user bare."""
    found = body.get("data")
    yield from records([found] if isinstance(found, dict) else found)


def keys(body: Any) -> Sequence[str]:
    """Give the id of each user or post of a page."""
    return [text(one, "id") for one in items(body)]


def posts_of(body: Record) -> Iterator[Record]:
    """Give the posts that a page holds beside its own, in either spelling."""
    includes = part(body, "includes")
    for name in ("tweets", "posts"):
        yield from records(includes.get(name))


def users_of(body: Record) -> Iterator[Record]:
    """Give the users that a page holds beside its own."""
    yield from records(part(body, "includes").get("users"))


def profile(door: Door, handle: str, prices: Prices) -> Listing:
    """Make the list of who we are: the credential's own account, and ours where that is another."""

    def fetch(client: Client, cursor: str) -> Told:
        if cursor:
            return _told(_asked(door, client, _by_handle(handle)), prices.user)
        try:
            body = _asked(door, client, lambda asking: asking.get_me(user_auth=False, **_USERS))
        except AppTokenError:
            return Told({"errors": []}, BY_HANDLE)
        own = any(text(one, "username").casefold() == handle.casefold() for one in items(body))
        return _told(body, prices.user, "" if own else BY_HANDLE)

    return Listing("profile", fetch, keys, usd=prices.user)


def follows(door: Door, account_id: str, prices: Prices, stated: int | None = None) -> Listing:
    """Make the list of accounts that an account follows, newest first."""

    def fetch(client: Client, cursor: str) -> Told:
        page = {"max_results": FOLLOWS_A_PAGE, "pagination_token": cursor or None, **_USERS}
        body = _asked(door, client, lambda asking: asking.get_users_following(account_id, **page))
        return _told(body, prices.follow)

    most = _most("follows", prices, FOLLOWS_A_PAGE, stated)
    return Listing("follows", fetch, keys, usd=most)


def likes(door: Door, account_id: str, prices: Prices, stated: int | None = None) -> Listing:
    """Make the list of posts that an account likes, the newest like first."""

    def fetch(client: Client, cursor: str) -> Told:
        page = {"pagination_token": cursor or None, **_POSTS}
        body = _asked(door, client, lambda asking: asking.get_liked_tweets(account_id, **page))
        return _told(body, prices.like, prices=prices)

    most = _most("likes", prices, POSTS_A_PAGE, stated)
    return Listing("likes", fetch, keys, grows=True, usd=most)


def posts(door: Door, account_id: str, prices: Prices, stated: int | None = None) -> Listing:
    """Make the list of an account's own posts, reposts and replies, newest first."""

    def fetch(client: Client, cursor: str) -> Told:
        page = {"pagination_token": cursor or None, **_POSTS}
        body = _asked(door, client, lambda asking: asking.get_users_tweets(account_id, **page))
        return _told(body, prices.post, prices=prices)

    most = _most("posts", prices, POSTS_A_PAGE, stated)
    return Listing("posts", fetch, keys, grows=True, usd=most)


def most_for_one(name: str, prices: Prices) -> float:
    """Give the most that one item of a list costs, with a post it refers to and their authors."""
    if name == "follows":
        return prices.follow
    own = prices.like if name == "likes" else prices.post
    return own + prices.post + 2 * prices.user


def _most(name: str, prices: Prices, size: int, stated: int | None) -> float:
    """Give the most that a page costs: no more than what X states to be there, as a plan has it."""
    return (size if stated is None else min(size, stated)) * most_for_one(name, prices)


def users(door: Door, prices: Prices, name: str = "users") -> Batches:
    """Make the question for users by id, 100 at a time, kept under a name."""

    def fetch(client: Client, ids: Sequence[str]) -> Told:
        ask = partial(_users_by_id, ids)
        return _told(door.ask(client, ask), prices.user)

    return Batches(name, USERS_A_PAGE, fetch, usd=prices.user)


def _users_by_id(ids: Sequence[str], asking: Any) -> Any:
    return asking.get_users(ids=list(ids), user_auth=False, **_USERS)


def _by_handle(handle: str) -> Ask:
    if not _HANDLE.fullmatch(handle):
        raise SourceError(f"@{handle} cannot be a handle of X: letters, digits and _, up to 15.")
    return lambda asking: asking.get_users(usernames=[handle], user_auth=False, **_USERS)


def _asked(door: Door, client: Client, ask: Ask) -> Record:
    """Ask for something of one account: an answer with errors alone is a refusal, in spite of 200.

    Such an answer has neither data nor meta.
    """
    answer = door.ask(client, ask)
    if "data" not in answer and "meta" not in answer:
        raise _refusal(next(records(answer.get("errors")), {}))
    return answer


def _refusal(error: Record) -> FollowAuditError:
    reason = unknown_reason(error)
    said = f"{_WHY[reason]} ({text(error, 'detail') or text(error, 'title')})"
    return AuthError(said) if reason in ("protected", "not_permitted") else SourceError(said)


def _told(body: Record, price: float, following: str = "", prices: Prices | None = None) -> Told:
    cost = price * sum(1 for _ in items(body))
    if prices:
        cost += prices.post * sum(1 for _ in posts_of(body))
        cost += prices.user * sum(1 for _ in users_of(body))
    return Told(dict(body), following or text(part(body, "meta"), "next_token"), cost)
