"""Writes the agency's Bluesky repository: bluesky-repo.car."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from make_account import Account
from make_car import cid_text, repository, tid
from make_draw import shuffled, times
from make_parliament import House
from make_posts import HOSTILE, own_link, tell
from make_world import World

Record = Mapping[str, object]
OWN = Account(0, "Ministry of Example", "manatu", "agency")
MADE = datetime(2026, 10, 4, 20, 40, tzinfo=UTC)
_FROM = datetime(2025, 8, 20, 20, 0, tzinfo=UTC)
_QUARTER = datetime(2026, 6, 30, 20, 0, tzinfo=UTC)
FOLLOWED_BODIES = 35
LIKED_BODIES, REPOSTED_BODIES, LINKED, PLAIN = 36, 10, 18, 6
_FOLLOW, _LIKE = "app.bsky.graph.follow", "app.bsky.feed.like"
_REPOST, _POST = "app.bsky.feed.repost", "app.bsky.feed.post"


def followed_politicians(house: House) -> tuple[Account, ...]:
    """Give the politicians followed on Bluesky: twelve members, a party and a candidate."""
    members = house.members
    return (
        *members["party:kauri"][:5],
        *members["party:rimu"][:3],
        *members["party:totara"][:2],
        members["party:kowhai"][0],
        members["party:harakeke"][0],
        house.party_accounts["party:rimu"],
        house.standing[1],
    )


def followed(house: House, world: World) -> list[Account]:
    """Give everybody followed on Bluesky."""
    outlet = world.outlets["pukeko"].account
    return [*followed_politicians(house), outlet, *world.followed(FOLLOWED_BODIES, skip=4)]


def write(path: Path, rng: random.Random, house: House, world: World) -> dict[str, int]:
    """Write the repository and give the number of rows of each kind that it must yield."""
    follows = followed(house, world)
    records: dict[str, Record] = {"app.bsky.actor.profile/self": _profile()}
    _keep(rng, records, _FOLLOW, [*map(_follow, follows), _follow(follows[0])])
    likes = [_subject(_LIKE, account, n) for n, account in enumerate(_liked(house, world))]
    _keep(rng, records, _LIKE, [*likes, _liked_feed(world.bodies[0])])
    reposts = [_subject(_REPOST, account, n) for n, account in enumerate(_reposted(house, world))]
    _keep(rng, records, _REPOST, reposts)
    posts = _posts(house, world)
    _keep(rng, records, _POST, posts)
    block = {"$type": "app.bsky.graph.block", "subject": world.outlets["lantern"].account.did}
    _keep(rng, records, "app.bsky.graph.block", [block])
    _keep(
        rng, records, "example.tauira.note", [{"$type": "example.tauira.note", "text": "Kia ora"}]
    )
    path.write_bytes(repository(OWN.did, tid(MADE), records))
    return {
        "follow": len(follows),
        "like": len(likes) + 1,
        "repost": len(reposts),
        "quote": sum("record" in _embed(post) for post in posts),
        "link": sum("facets" in post for post in posts),
        "post": sum("reply" not in post for post in posts),
    }


def _keep(
    rng: random.Random, records: dict[str, Record], collection: str, made: list[Record]
) -> None:
    """Date the records, two thirds of them in the quarter, and add them under their keys."""
    early = times(rng, len(made) // 3, _FROM, _QUARTER)
    late = times(rng, len(made) - len(early), _QUARTER, MADE)
    for number, (record, moment) in enumerate(zip(shuffled(rng, made), late + early, strict=True)):
        stamped = {**record, "createdAt": moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")}
        records[f"{collection}/{tid(moment, number)}"] = stamped


def _profile() -> Record:
    described = "Invented, as everything in this file."
    return {"$type": "app.bsky.actor.profile", "displayName": OWN.name, "description": described}


def _follow(account: Account) -> Record:
    return {"$type": _FOLLOW, "subject": account.did}


def _reference(account: Account, number: int) -> dict[str, object]:
    moment = datetime(2026, 7, 1 + number % 28, number % 24, 30, tzinfo=UTC)
    uri = f"at://{account.did}/{_POST}/{tid(moment, number)}"
    return {"uri": uri, "cid": cid_text({"text": uri})}


def _subject(kind: str, account: Account, number: int) -> Record:
    return {"$type": kind, "subject": _reference(account, number)}


def _liked_feed(account: Account) -> Record:
    uri = f"at://{account.did}/app.bsky.feed.generator/rivers"
    return {"$type": _LIKE, "subject": {"uri": uri, "cid": cid_text({"text": uri})}}


def _liked(house: House, world: World) -> list[Account]:
    """Give the authors of liked posts: five times one minister, three other politicians."""
    minister = house.members["party:kauri"][0]
    rimu, totara = house.members["party:rimu"], house.members["party:totara"]
    outlet = world.outlets["pukeko"].account
    bodies = [world.bodies[number * 2 % 70] for number in range(LIKED_BODIES)]
    return [*[minister] * 5, rimu[0], rimu[2], totara[1], outlet, outlet, *bodies]


def _reposted(house: House, world: World) -> list[Account]:
    politicians = [house.members["party:kauri"][1], house.members["party:totara"][0]]
    return [*politicians, world.outlets["pukeko"].account, *world.followed(REPOSTED_BODIES, 40)]


def _posts(house: House, world: World) -> list[Record]:
    quoted = [house.members["party:rimu"][1], *world.followed(4, 60)]
    links = [own_link(number + 200) for number in range(LINKED)]
    links += [
        f"https://{world.outlets['lantern'].host}/front-page",
        f"https://{world.outlets['tuitruth'].path}/winter",
    ]
    texts = [*(tell(number + 100) for number in range(PLAIN)), HOSTILE[30], HOSTILE[60]]
    return [
        *(_post(tell(n + 80), embed=_quote(account, n)) for n, account in enumerate(quoted)),
        *(_linked(tell(n + 120), link) for n, link in enumerate(links)),
        *(_post(text) for text in texts),
        *(_reply(account, n) for n, account in enumerate(world.followed(3, 70))),
    ]


def _post(text: str, **more: object) -> Record:
    return {"$type": _POST, "text": text, "langs": ["en"], **more}


def _quote(account: Account, number: int) -> Record:
    return {"$type": "app.bsky.embed.record", "record": _reference(account, number + 40)}


def _linked(text: str, link: str) -> Record:
    """Give a post with a link in its text, counted in bytes, and the same link as a card."""
    start = len(f"{text} ".encode())
    index = {"byteStart": start, "byteEnd": start + len("tauira.example…".encode())}
    feature = {"$type": "app.bsky.richtext.facet#link", "uri": link}
    card = {"uri": link, "title": text, "description": ""}
    return _post(
        f"{text} tauira.example…",
        facets=[{"index": index, "features": [feature]}],
        embed={"$type": "app.bsky.embed.external", "external": card},
    )


def _reply(account: Account, number: int) -> Record:
    reference = _reference(account, number + 60)
    return _post("Thank you, we will look into it.", reply={"root": reference, "parent": reference})


def _embed(post: Record) -> Mapping[str, object]:
    embed = post.get("embed")
    return embed if isinstance(embed, dict) else {}
