"""Writes the agency's X archive: x-archive.zip, in the form that X gives in 2026."""

import html
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from make_account import Account
from make_draw import shuffled, times
from make_files import json_text, write_zip
from make_parliament import House
from make_posts import HOSTILE, LONG, own_link, tell
from make_world import STRANGE_NAMES, World, places
from make_x_post import Tweet, repost, snowflake, tweet_record

Record = Mapping[str, object]
MADE = datetime(2026, 10, 4, 20, 15, 31, 187_000, tzinfo=UTC)
_FROM = datetime(2025, 11, 3, 19, 0, tzinfo=UTC)
_QUARTER = datetime(2026, 6, 30, 20, 0, tzinfo=UTC)
_OWN_ID = "4100000000000000003"
OWN = Account(0, "Ministry of Example | Te Manatū Tauira", "manatu", "agency")
FOLLOWED_BODIES = 200
LIKES, LIKES_IN_FIRST = 180, 110
REPLIES, PLAIN, OWN_LINKS = 14, 14, 45


def followed_politicians(house: House) -> tuple[Account, ...]:
    """Give the politicians and parties followed on X: 26 of 34 belong to the governing parties."""
    kauri, rimu = house.members["party:kauri"], house.members["party:rimu"]
    totara, kowhai = house.members["party:totara"], house.members["party:kowhai"]
    parties = (house.party_accounts["party:kauri"], house.party_accounts["party:totara"])
    others = (house.left_party, house.left_house, house.lost[0], house.standing[0])
    return (*kauri[:19], *totara[:5], rimu[0], rimu[1], rimu[5], kowhai[0], *parties, *others)


def write(path: Path, rng: random.Random, house: House, world: World) -> dict[str, int]:
    """Write the archive and give the number of rows of each kind that it must yield."""
    follows = shuffled(rng, followed(house, world))
    tweets = _tweets(rng, house, world)
    records = [tweet_record(tweet) for tweet in tweets]
    likes = _likes(rng, [tweet for tweet in tweets if tweet.kind == "quote"])
    half = len(records) // 2
    parts: dict[str, Sequence[Record]] = {
        "account.part0": [_account()],
        "following.part0": [{"following": _follow(account)} for account in follows],
        "like.part0": [{"like": like} for like in likes[:LIKES_IN_FIRST]],
        "like.part1": [{"like": like} for like in likes[LIKES_IN_FIRST:]],
        "tweets.part0": [{"tweet": record} for record in records[:half]],
        "tweets.part1": [{"tweet": record} for record in records[half:]],
    }
    write_zip(path, _members(parts))
    counts = Counter({"follow": len(follows), "like": len(likes)})
    for tweet in tweets:
        counts.update(tweet.rows())
    return dict(counts)


def _members(parts: Mapping[str, Sequence[Record]]) -> dict[str, bytes]:
    files = {name: _file_name(name) for name in parts}
    texts = {
        files[name]: f"window.YTD.{name} = {json_text(records, indent=1)}"
        for name, records in parts.items()
    }
    texts["data/manifest.js"] = f"window.__THAR_CONFIG = {json_text(_manifest(parts), indent=2)}"
    texts["data/README.txt"] = "An invented archive in the form of an X archive.\n"
    return {name: text.encode("utf-8") for name, text in texts.items()}


def _file_name(name: str) -> str:
    stem, part = name.split(".part")
    return f"data/{stem}.js" if part == "0" else f"data/{stem}-part{part}.js"


def _manifest(parts: Mapping[str, Sequence[Record]]) -> Record:
    types: dict[str, dict[str, list[Record]]] = {}
    for name, records in parts.items():
        listed = types.setdefault(name.split(".")[0], {"files": []})["files"]
        listed.append(
            {
                "fileName": _file_name(name),
                "globalName": f"YTD.{name}",
                "count": str(len(records)),
            }
        )
    return {
        "userInfo": {"accountId": _OWN_ID, "userName": OWN.x_handle, "displayName": OWN.name},
        "archiveInfo": {
            "sizeBytes": "250000",
            "generationDate": MADE.strftime("%Y-%m-%dT%H:%M:%S.187Z"),
            "isPartialArchive": False,
            "maxPartSizeBytes": "53687091200",
        },
        "dataTypes": types,
    }


def _account() -> Record:
    return {
        "account": {
            "email": "online@manatu.tauira.example",
            "createdVia": "web",
            "username": OWN.x_handle,
            "accountId": _OWN_ID,
            "createdAt": "2019-02-11T20:31:07.000Z",
            "accountDisplayName": OWN.name,
        }
    }


def _follow(account: Account) -> Record:
    link = f"https://twitter.com/intent/user?user_id={account.x_id}"
    return {"accountId": account.x_id, "userLink": link}


def namesake(house: House) -> Account:
    """Give an account that has the handle of a member whom it is not: its id is another."""
    return Account(990, "Heron watchers", house.members["party:kauri"][20].stem, "fri")


def look_alikes(house: House) -> tuple[Account, Account]:
    """Give one with a handle that reads as a minister's, and one with two letters swapped."""
    minister, member = house.members["party:kauri"][1], house.members["party:totara"][5]
    swapped = f"{member.stem[:-2]}{member.stem[-1]}{member.stem[-2]}"
    return (
        Account(991, f"Office of {minister.name}", minister.stem.replace("i", "l"), "alike"),
        Account(992, f"{member.name}: news", swapped, "alike"),
    )


def followed(house: House, world: World) -> list[Account]:
    """Give everybody followed on X."""
    flagged = [world.outlets[stem].account for stem in ("gull", "kea", "karearea")]
    bodies = world.followed(FOLLOWED_BODIES)
    others = (*look_alikes(house), namesake(house))
    return [*followed_politicians(house), *flagged, *bodies, *others]


def _likes(rng: random.Random, quotes: Sequence[Tweet]) -> list[Record]:
    """Give the likes: no author, no date of the like; six are of posts that were quoted too."""
    drawn = times(rng, LIKES - 6, _FROM, MADE)
    ids = [snowflake(moment, 3_000 + number) for number, moment in enumerate(drawn)]
    ids += [tweet.target for tweet in quotes[:6]]
    likes = []
    for number, post_id in enumerate(ids):
        like = {
            "tweetId": post_id,
            "fullText": html.escape(HOSTILE.get(number) or tell(number), quote=False),
            "expandedUrl": f"https://twitter.com/i/web/status/{post_id}",
        }
        if number in {40, 140}:  # X leaves the text out where a post is gone or withheld
            del like["fullText"]
        likes.append(like)
    return likes


def _tweets(rng: random.Random, house: House, world: World) -> list[Tweet]:
    written = [*_reposts(house, world), *_quotes(house, world), *_replies(world)]
    written += [
        Tweet("post", tell(number), links=(own_link(number),)) for number in range(OWN_LINKS)
    ]
    written += [Tweet("post", "Worth reading", links=links) for links in places(world)]
    planted = _planted(house)
    written += [Tweet("post", text) for text in planted]
    written += [Tweet("post", tell(number + 60)) for number in range(len(planted), PLAIN)]
    written += [Tweet("post", text) for text in list(HOSTILE.values())[:3]]
    written = shuffled(rng, written)
    early = times(rng, len(written) // 3, _FROM, _QUARTER)
    late = times(rng, len(written) - len(early), _QUARTER, MADE)
    return [
        tweet.at(moment, number)
        for number, (tweet, moment) in enumerate(zip(written, late + early, strict=True))
    ]


def _planted(house: House) -> tuple[str, ...]:
    """Give posts of the agency's own to look at: one for each screen of them."""
    minister, member = house.members["party:kauri"][1], house.members["party:rimu"][3]
    return (
        f"{minister.name} opened the new wharf this morning",
        f"{member.name} and the Rimu Party came to the open day",
        "For a place on the library van ring Mere on 021 555 0199",
        "A walk through the valley, in paid partnership with the ferries #ad",
    )


def _reposts(house: House, world: World) -> list[Tweet]:
    kauri, totara = house.members["party:kauri"], house.members["party:totara"]
    politicians = [kauri[0], kauri[0], kauri[0], kauri[3], kauri[7], totara[2]]
    outlets = [world.outlets["gull"].account, world.outlets["karearea"].account]
    bodies = [world.bodies[number * 3] for number in range(48)]
    oddly_named = [
        replace(world.bodies[150 + number], name=name) for number, name in enumerate(STRANGE_NAMES)
    ]
    rimu = house.members["party:rimu"][0]
    others = (*look_alikes(house), rimu, namesake(house), *oddly_named)
    return [
        repost(
            tell(number + 7) + LONG * (number % 3 == 0),
            account,
            () if number % 5 else (own_link(number),),
        )
        for number, account in enumerate([*politicians, *outlets, *bodies, *others])
    ]


def _quotes(house: House, world: World) -> list[Tweet]:
    kauri = house.members["party:kauri"]
    others = [kauri[0], kauri[1], world.outlets["kea"].account, *world.bodies[3:12]]
    written = datetime(2026, 7, 20, 21, 4, tzinfo=UTC)
    return [
        Tweet("quote", tell(number + 3), account, target=snowflake(written, 5_000 + number))
        for number, account in enumerate(others)
    ]


def _replies(world: World) -> list[Tweet]:
    asked = datetime(2026, 8, 3, 2, 11, tzinfo=UTC)
    return [
        Tweet(
            "reply",
            f"@{account.x_handle} Thank you, we will look into it.",
            account,
            target=snowflake(asked, 6_000 + number),
        )
        for number, account in enumerate(world.bodies[20 : 20 + REPLIES])
    ]
