"""Writes invented exports of every format, with as many likes and as many posts as asked for."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.connectors import (
    bluesky_files,
    facebook_files,
    instagram_files,
    linkedin_files,
    mastodon_files,
    tiktok_files,
    x_files,
    youtube_files,
)

_WORDS = "A road, a tree and a river: the notice of the school about water in Tāmaki is open today."
# Within what every platform takes for a time, Bluesky's first year among them, for 400,000 of each.
_BEGAN, _APART = datetime(2024, 1, 1, tzinfo=UTC), timedelta(seconds=150)
_ACCOUNTS = 20_000
_SOURCE = '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>'
Files = Mapping[str, bytes]


def write(platform: str, count: int, folder: Path) -> int:
    """Write an export with ``count`` likes and ``count`` posts, and give its size in bytes."""
    files = FORMATS[platform](count)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return sum(map(len, files.values()))


def _x(count: int) -> Files:
    likes = [x_files.like(str(10**18 + number), _text(number)) for number in range(count)]
    posts = [_tweet(number) for number in range(count)]
    return {
        "data/manifest.js": x_files.manifest({"like.js": count, "tweets.js": count}),
        "data/like.js": x_files.script("like.part0", likes),
        "data/tweets.js": x_files.script("tweets.part0", posts),
    }


def _tweet(number: int) -> dict[str, Any]:
    return x_files.post(
        str(10**18 + number),
        _text(number),
        urls=tuple(_link(number)),
        created_at=_time(number).strftime("%a %b %d %H:%M:%S +0000 %Y"),
        source=_SOURCE,
        display_text_range=["0", "140"],
        favorite_count="0",
        retweet_count="0",
        retweeted=False,
        truncated=False,
        lang="en",
        edit_info={"initial": {"editTweetIds": [str(10**18 + number)], "editsRemaining": "5"}},
    )


def _mastodon(count: int) -> Files:
    likes = (f"https://birds.example/users/{_name(n)}/statuses/{n}" for n in range(count))
    posts = (
        {
            **mastodon_files.post(n + 1, f"<p>{_linked(n)}</p>", published=_iso(n)),
            "published": _iso(n),
        }
        for n in range(count)
    )
    return {
        "actor.json": mastodon_files.actor("example_agency"),
        "likes.json": mastodon_files.likes(*likes),
        "outbox.json": mastodon_files.outbox(*posts),
    }


def _linked(number: int) -> str:
    links = (f'<a href="{link}">{link}</a>' for link in _link(number))
    return " ".join([_text(number), *links])


def _bluesky(count: int) -> Files:
    records: dict[str, Any] = {}
    for number in range(count):
        key, at = bluesky_files.tid(int(_time(number).timestamp() * 1_000_000)), _iso(number)
        uri = f"at://did:plc:account{number % _ACCOUNTS}/app.bsky.feed.post/{key}"
        like = {"subject": {"uri": uri, "cid": "bafyexample"}, "createdAt": at}
        post = {"text": _text(number), "createdAt": at, "langs": ["en"]}
        for link in _link(number):
            post["facets"] = [_facet(link)]
        records[f"app.bsky.feed.like/{key}"] = {"$type": "app.bsky.feed.like", **like}
        records[f"app.bsky.feed.post/{key}"] = {"$type": "app.bsky.feed.post", **post}
    return {"repo.car": bluesky_files.repository(records)}


def _facet(link: str) -> dict[str, Any]:
    features = [{"$type": "app.bsky.richtext.facet#link", "uri": link}]
    return {"index": {"byteStart": 0, "byteEnd": 20}, "features": features}


def _facebook(count: int) -> Files:
    likes = [
        facebook_files.labelled(
            f"https://www.facebook.com/{_name(number)}/posts/{number}",
            _seconds(number),
            name=_name(number),
            fbid=str(number),
        )
        for number in range(count)
    ]
    posts = [
        facebook_files.post(
            _text(number),
            _seconds(number),
            title="Example Agency wrote a post.",
            attachments=[facebook_files.card(link) for link in _link(number)],
        )
        for number in range(count)
    ]
    return facebook_files.export(reactions=likes, posts=posts)


def _instagram(count: int) -> Files:
    likes = [
        instagram_files.new_like(
            instagram_files.owner_group(_name(number), _name(number)),
            caption=_text(number),
            address=f"https://www.instagram.com/p/D{number:010d}/",
            at=_seconds(number),
        )
        for number in range(count)
    ]
    posts = [
        instagram_files.post(_text_with_link(n), _seconds(n), f"media/posts/{n}.jpg")
        for n in range(count)
    ]
    return instagram_files.export(likes=likes, posts=posts)


def _threads(count: int) -> Files:
    likes = [
        instagram_files.old_like(
            _name(number),
            f"https://www.threads.com/@{_name(number)}/post/D{number:010d}",
            _seconds(number),
        )
        for number in range(count)
    ]
    posts = [instagram_files.thread(_text_with_link(n), _seconds(n)) for n in range(count)]
    return instagram_files.threads_export(likes=likes, posts=posts)


def _youtube(count: int) -> Files:
    likes = (
        youtube_files.entry(
            f"Liked {_text(number)}",
            _video(number),
            time=_iso(number),
            **youtube_files.by(f"UC{number % _ACCOUNTS:022d}", _name(number)),
        )
        for number in range(count)
    )
    videos = (
        youtube_files.video(_video(number), text=_text_with_link(number)) for number in range(count)
    )
    return {
        youtube_files.ACTIVITY: youtube_files.listed(*likes),
        youtube_files.VIDEOS: youtube_files.table(youtube_files.VIDEO_COLUMNS, *videos),
    }


def _linkedin(count: int) -> Files:
    likes = (
        (_plain_time(n), "LIKE", f"{linkedin_files.FEED}activity%3A{_urn(n)}") for n in range(count)
    )
    posts = (
        [
            _plain_time(n),
            *linkedin_files.share(_text(n), link, link=f"{linkedin_files.FEED}{n}")[1:],
        ]
        for n in range(count)
        for link in [next(_link(n), "")]
    )
    return {
        linkedin_files.REACTIONS: linkedin_files.file(linkedin_files.REACTIONS, *likes),
        linkedin_files.SHARES: linkedin_files.file(linkedin_files.SHARES, *posts),
    }


def _tiktok(count: int) -> Files:
    likes = [
        {
            "date": _plain_time(number),
            "link": f"https://www.tiktokv.com/share/video/{_urn(number)}/",
        }
        for number in range(count)
    ]
    videos = [
        {**tiktok_files.video(_text_with_link(number)), "Date": _plain_time(number)}
        for number in range(count)
    ]
    return {tiktok_files.JSON: tiktok_files.written(tiktok_files.layout_2026([], likes, videos))}


FORMATS: Mapping[str, Callable[[int], Files]] = {
    "x": _x,
    "mastodon": _mastodon,
    "bluesky": _bluesky,
    "facebook": _facebook,
    "instagram": _instagram,
    "threads": _threads,
    "youtube": _youtube,
    "linkedin": _linkedin,
    "tiktok": _tiktok,
}


def _text(number: int) -> str:
    # Half of the texts hold a macron, as those of an agency of New Zealand do.
    words = _WORDS if number % 2 else _WORDS.replace("ā", "a")
    return f"{number}: {words}"


def _text_with_link(number: int) -> str:
    return " ".join([_text(number), *_link(number)])


def _link(number: int) -> Iterator[str]:
    """Give a link for every third."""
    if number % 3 == 0:
        yield f"https://site{number % _ACCOUNTS}.example/story/{number}"


def _name(number: int) -> str:
    return f"account_{number % _ACCOUNTS}"


def _video(number: int) -> str:
    return f"v{number:010d}"


def _urn(number: int) -> int:
    return 7_000_000_000_000_000_000 + number * 10**10


def _time(number: int) -> datetime:
    return _BEGAN + _APART * (number + 1)


def _seconds(number: int) -> int:
    return int(_time(number).timestamp())


def _iso(number: int) -> str:
    return _time(number).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _plain_time(number: int) -> str:
    return _time(number).strftime("%Y-%m-%d %H:%M:%S")
