"""Writes what the agency downloaded from Mastodon: the list of follows, and the archive."""

import html
import random
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from make_account import Account
from make_draw import shuffled, times
from make_files import csv_text, json_text, write_tar_gz, write_text
from make_parliament import House
from make_posts import HOSTILE, own_link, tell
from make_world import World
from make_x_post import snowflake

Record = Mapping[str, object]
OWN = Account(0, "Ministry of Example", "manatu", "agency")
MADE = datetime(2026, 10, 4, 21, 30, tzinfo=UTC)
ARCHIVE = "archive-20261004213000-7461756972612d6578616d706c65.tar.gz"
_FROM = datetime(2026, 1, 12, 20, 0, tzinfo=UTC)
_QUARTER = datetime(2026, 6, 30, 20, 0, tzinfo=UTC)
_PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
_COLUMNS = ("Account address", "Show boosts", "Notify on new posts", "Languages")
FOLLOWED_BODIES = 52
LIKED_BODIES, BOOSTED_BODIES, LINKED, PLAIN = 34, 14, 16, 8


def followed_politicians(house: House) -> tuple[Account, ...]:
    """Give the politicians followed on Mastodon: six members, and one who lost in 2025."""
    kauri, rimu = house.members["party:kauri"], house.members["party:rimu"]
    totara, kowhai = house.members["party:totara"], house.members["party:kowhai"]
    return (kauri[0], kauri[1], rimu[0], rimu[1], totara[0], kowhai[0], house.lost[1])


def followed(house: House, world: World) -> list[Account]:
    """Give everybody followed on Mastodon."""
    outlet = world.outlets["weka"].account
    return [*followed_politicians(house), outlet, *world.followed(FOLLOWED_BODIES, skip=10)]


def write(folder: Path, rng: random.Random, house: House, world: World) -> dict[str, int]:
    """Write both files and give the number of rows of each kind that they must yield."""
    follows = followed(house, world)
    rows = ({**dict.fromkeys(_COLUMNS[1:3], "true"), _COLUMNS[0]: a.acct} for a in follows)
    write_text(folder / "following_accounts.csv", csv_text(_COLUMNS, rows))
    likes = _likes(house, world)
    boosts = [_boost(account, number) for number, account in enumerate(_boosted(house, world))]
    posts = _posts(world)
    quotes = [_quote(account, n) for n, account in enumerate(world.followed(3, 80))]
    notes = [*posts, *quotes, _note(tell(9), inReplyTo=_status(world.bodies[2], 2))]
    activities = _dated(rng, [*boosts, *map(_create, notes)])
    members = {
        "actor.json": _actor(),
        "outbox.json": _collection("outbox.json", activities, totalItems=len(activities)),
        "likes.json": _collection("likes.json", likes),
    }
    contents = {name: json_text(value).encode("utf-8") for name, value in members.items()}
    write_tar_gz(folder / ARCHIVE, contents)
    return {
        "follow": len(follows),
        "like": len(likes),
        "repost": len(boosts),
        "quote": len(quotes),
        "link": sum("<a " in str(note["content"]) for note in notes),
        "post": len(posts) + len(quotes),
    }


def _actor_uri(account: Account) -> str:
    return f"https://{account.server}/users/{account.stem}"


def _status(account: Account, number: int) -> str:
    moment = datetime(2026, 7, 1 + number % 28, number % 24, 15, tzinfo=UTC)
    return f"{_actor_uri(account)}/statuses/{snowflake(moment, number)}"


def _actor() -> Record:
    return {
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": _actor_uri(OWN),
        "type": "Organization",
        "preferredUsername": OWN.stem,
        "name": OWN.name,
        "url": f"https://{OWN.server}/@{OWN.stem}",
        "likes": "likes.json",
    }


def _collection(name: str, items: list[object], **more: object) -> Record:
    return {
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": name,
        "type": "OrderedCollection",
        **more,
        "orderedItems": items,
    }


def _likes(house: House, world: World) -> list[object]:
    """Give the liked posts: two of a minister, one other member, an outlet, one with no name."""
    kauri, rimu = house.members["party:kauri"][0], house.members["party:rimu"][1]
    bodies = world.followed(LIKED_BODIES, 5)
    liked = [kauri, kauri, rimu, world.outlets["weka"].account, *bodies]
    nameless = f"https://{OWN.server}/ap/users/1157/statuses/{snowflake(_QUARTER, 1)}"
    return [*(_status(account, number) for number, account in enumerate(liked)), nameless]


def _boosted(house: House, world: World) -> list[Account]:
    outlet, member = world.outlets["weka"].account, house.members["party:totara"][0]
    return [member, outlet, *world.followed(BOOSTED_BODIES, 12)]


def _boost(account: Account, number: int) -> dict[str, object]:
    return {
        "type": "Announce",
        "actor": _actor_uri(OWN),
        "to": [_PUBLIC],
        "cc": [_actor_uri(account), f"{_actor_uri(OWN)}/followers"],
        "object": _status(account, number + 30),
    }


def _create(note: Record) -> dict[str, object]:
    followers = f"{_actor_uri(OWN)}/followers"
    return {
        "type": "Create",
        "actor": _actor_uri(OWN),
        "to": [_PUBLIC],
        "cc": [followers],
        "object": note,
    }


def _posts(world: World) -> list[Record]:
    links = [own_link(number + 300) for number in range(LINKED)]
    links.append(f"https://{world.outlets['weka'].host}/feathers")
    texts = [*(tell(number + 140) for number in range(PLAIN)), HOSTILE[5], HOSTILE[17]]
    return [
        *(_note(tell(number + 160), link) for number, link in enumerate(links)),
        *(_note(text) for text in texts),
    ]


def _quote(account: Account, number: int) -> Record:
    uri = _status(account, number + 50)
    return _note(tell(number + 190), quote=uri, quoteUri=uri, _misskey_quote=uri)


def _note(text: str, link: str = "", **more: object) -> Record:
    anchor = f' <a href="{link}" rel="nofollow noopener">{link[8:]}</a>' if link else ""
    return {
        "type": "Note",
        "summary": None,
        "inReplyTo": None,
        "content": f"<p>{html.escape(text, quote=False)}{anchor}</p>",
        "attachment": [],
        "tag": [],
        **more,
    }


def _dated(rng: random.Random, activities: list[dict[str, object]]) -> list[object]:
    """Date the activities and give each its address, oldest first, as Mastodon does."""
    early = times(rng, len(activities) // 3, _FROM, _QUARTER)
    late = times(rng, len(activities) - len(early), _QUARTER, MADE)
    drawn = zip(shuffled(rng, activities), reversed(late + early), strict=True)
    return [_stamped(activity, moment, n) for n, (activity, moment) in enumerate(drawn)]


def _stamped(activity: dict[str, object], moment: datetime, number: int) -> object:
    stamp, post_id = moment.strftime("%Y-%m-%dT%H:%M:%SZ"), snowflake(moment, number)
    uri = f"{_actor_uri(OWN)}/statuses/{post_id}"
    note = activity["object"]
    if isinstance(note, dict):
        url = f"https://{OWN.server}/@{OWN.stem}/{post_id}"
        note = {**note, "id": uri, "url": url, "published": stamp, "attributedTo": _actor_uri(OWN)}
    return {**activity, "id": f"{uri}/activity", "published": stamp, "object": note}
