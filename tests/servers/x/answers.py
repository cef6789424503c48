"""Accounts, posts and problems as X writes them, with the fields that were asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from tests.servers.x.spelling import Spelling
from tests.servers.x.world import Account, Post, World, made_at

_LONGEST_REPOST = 140
_LONGEST = 280
_CUT = "…"
Json = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """The fields and expansions of one request."""

    post_fields: frozenset[str]
    user_fields: frozenset[str]
    expansions: frozenset[str]


def user(world: World, account: Account, asked: Asked, spelling: Spelling) -> Json:
    """Write an account."""
    metrics = world.counted(account.id)
    metrics[spelling.posts_count] = metrics.pop("tweet_count")
    every: Json = {
        "created_at": "2011-05-03T22:17:01.000Z",
        "description": account.description,
        "protected": account.state == "protected",
        "public_metrics": metrics,
        "verified": account.kind != "none",
        "verified_type": account.kind,
    }
    if account.site:
        link = _url(account.site, 0, 23)
        every |= {"url": link["url"], "entities": {"url": {"urls": [link]}}}
    name = account.name or account.handle
    said = {"id": account.id, "name": name, "username": account.handle}
    return said | {key: value for key, value in every.items() if key in asked.user_fields}


def post(world: World, one: Post, asked: Asked, spelling: Spelling) -> Json:
    """Write a post; a repost is cut as X cuts it, with the links that are left."""
    text, places = _written(world, one)
    every: Json = {
        "author_id": one.author,
        "created_at": made_at(one.id),
        "lang": "en",
        "entities": _entities(world, one, text, places),
    }
    references = _references(one)
    if references:
        every[spelling.referenced] = references
    if one.replied and one.replied in world.posts:
        every["in_reply_to_user_id"] = world.posts[one.replied].author
    if one.note:
        every[spelling.note] = _note(one)
    had = (asked.post_fields - spelling.by_expansion) | {
        name.removesuffix(".id").removesuffix(".id.author_id") for name in asked.expansions
    }
    said = {"id": one.id, "text": text, spelling.history: [one.id]}
    return said | {key: value for key, value in every.items() if key in had and value}


def included(
    world: World, posts: Sequence[Post], asked: Asked, spelling: Spelling, viewer: str
) -> tuple[Json, list[Json]]:
    """Give the includes of posts and the problems of what could not be included."""
    problems: list[Json] = []
    others: list[Post] = []
    named = f"{spelling.referenced}.id" if spelling.included == "tweets" else spelling.referenced
    if named in asked.expansions:
        wanted = dict.fromkeys(one["id"] for each in posts for one in _references(each))
        for number in wanted:
            why = world.shown(number, viewer)
            if why:
                problems.append(gone_post(number, why, named, spelling))
            else:
                others.append(world.posts[number])
    shown: list[Post] = list(posts)
    if spelling.included == "posts" or f"{named}.author_id" in asked.expansions:
        shown += others
    authors = dict.fromkeys(one.author for one in shown) if "author_id" in asked.expansions else {}
    people = []
    for number in authors:
        account = world.accounts[number]
        if account.state in ("suspended", "deleted"):
            problems.append(gone_user(number, account.state, "author_id", spelling))
        else:
            people.append(user(world, account, asked, spelling))
    includes: Json = {}
    if people:
        includes["users"] = people
    if others:
        includes[spelling.included] = [post(world, one, asked, spelling) for one in others]
    return includes, problems


def gone_user(value: str, why: str, parameter: str, spelling: Spelling) -> Json:
    """Write the problem of an account; suspended and unknown share their type."""
    suspended = why == "suspended"
    detail = (
        f"User has been suspended: [{value}]."
        if suspended
        else f"Could not find user with {parameter}: [{value}]."
    )
    return {
        "value": value,
        "detail": detail,
        "title": "Forbidden" if suspended else "Not Found Error",
        "resource_type": "user",
        "parameter": parameter,
        "resource_id": value,
        "type": f"https://{spelling.host}/2/problems/resource-not-found",
    }


def gone_post(value: str, why: str, parameter: str, spelling: Spelling) -> Json:
    """Write the problem of a post that is referred to and cannot be shown.

    That of a suspended author's post is as one of an account: no recording of it was found.
    """
    kind = spelling.included.removesuffix("s")
    problem: Json = {
        "value": value,
        "resource_type": kind,
        "parameter": parameter,
        "resource_id": value,
    }
    if why == "protected":
        return problem | {
            "detail": f"Sorry, you are not authorized to see the Post with {parameter}: [{value}].",
            "title": "Authorization Error",
            "section": "includes",
            "type": f"https://{spelling.host}/2/problems/not-authorized-for-resource",
        }
    if why == "suspended":
        return gone_user(value, why, parameter, spelling) | {"resource_type": kind}
    return problem | {
        "detail": f"Could not find {kind} with {parameter}: [{value}].",
        "title": "Not Found Error",
        "type": f"https://{spelling.host}/2/problems/resource-not-found",
    }


def _references(one: Post) -> list[Json]:
    kinds = {"retweeted": one.retweeted, "quoted": one.quoted, "replied_to": one.replied}
    return [{"type": kind, "id": number} for kind, number in kinds.items() if number]


def _written(world: World, one: Post) -> tuple[str, list[tuple[str, str]]]:
    """Give the text with its t.co addresses, and which address stands for which link."""
    original = world.posts.get(one.retweeted)
    if one.retweeted and original:
        inner, places = _written(world, original)
        whole = f"RT @{world.accounts[original.author].handle}: {inner}"
        return _cut(whole, _LONGEST_REPOST), places
    links = [*one.links, *_quoted_link(world, one)]
    places = [(_short(one.id, number), link) for number, link in enumerate(links)]
    text = " ".join([escape(one.text, quote=False), *(short for short, _ in places)])
    if one.note:
        text = _cut(escape(one.note, quote=False), _LONGEST)
    return text, places


def _quoted_link(world: World, one: Post) -> list[str]:
    quoted = world.posts.get(one.quoted)
    if not quoted:
        return []
    return [f"https://twitter.com/{world.accounts[quoted.author].handle}/status/{one.quoted}"]


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + _CUT


def _short(number: str, place: int) -> str:
    return f"https://t.co/{number[-9:]}{place}"


def _entities(world: World, one: Post, text: str, places: Iterable[tuple[str, str]]) -> Json:
    entities: Json = {}
    urls = [
        _url(link, text.index(short), text.index(short) + len(short), short, one.unwound)
        for short, link in places
        if short in text
    ]
    if urls:
        entities["urls"] = urls
    original = world.posts.get(one.retweeted)
    if one.retweeted and original:
        account = world.accounts[original.author]
        end = 4 + len(account.handle)
        mention = {"start": 3, "end": end, "username": account.handle, "id": account.id}
        entities["mentions"] = [mention]
    return entities


def _note(one: Post) -> Json:
    urls = [
        {"start": 0, "end": 23, "url": _short(one.id, 5 + place), "expanded_url": link}
        for place, link in enumerate(one.note_links)
    ]
    note: Json = {"text": escape(one.note, quote=False)}
    return note | ({"entities": {"urls": urls}} if urls else {})


def _url(link: str, start: int, end: int, short: str = "", unwound: str = "") -> Json:
    said = {
        "start": start,
        "end": end,
        "url": short or "https://t.co/abcdefghij",
        "expanded_url": link,
        "display_url": link.removeprefix("https://")[:30],
    }
    return said | ({"unwound_url": unwound, "status": 200} if unwound else {})
