"""A first run asks for no more pages than there must be, and a second for what is new alone.

Bluesky's are counted against its own servers (test_bluesky_network.py).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from connectors.live.registry import LIVE
from tests.connectors.live import (
    mastodon_written,
    test_facebook,
    test_instagram,
    test_linkedin,
    test_threads,
    test_youtube,
)
from tests.connectors.live.every_platform import OnServer
from tests.servers.linkedin import server as linkedin
from tests.servers.local import Answering, Asked, serving
from tests.servers.threads import server as threads
from tests.servers.x import example
from tests.servers.youtube.known import Liked, Subscription, Video, channel_id, video_id
from tests.servers.youtube.server import YouTube

START = datetime(2026, 6, 1, tzinfo=UTC)
LONG, NEW, SOME = 3_000, 5, 400
MORE = 2  # requests that a list may take beyond the fewest


@dataclass(frozen=True)
class Served:
    """A platform's long account: what answers, and of each list its items and its page size.

    A list is told by what its addresses hold; the one request for the account itself is a list.
    """

    answer: Answering
    lists: Mapping[str, tuple[int, int]]

    def least(self, name: str) -> int:
        items, size = self.lists[name]
        return max(1, -(-items // size))


def x(new: int) -> Served:
    number = LONG - 120 + new  # of the newest 3,200 posts, none is beyond X's depth
    world = example.agency(follows=LONG, likes=LONG + new, posts=number)
    world.likes[example.US].sort(key=int, reverse=True)
    return Served(
        example.x_of(world).answer,
        {
            "/users/me": (1, 1),
            "/following": (len(world.follows[example.US]), 1_000),
            "/liked_tweets": (len(world.likes[example.US]), 100),
            "/tweets": (len(world.timeline(example.US)), 100),
        },
    )


def mastodon(new: int) -> Served:
    def stamped(one: dict[str, Any]) -> dict[str, Any]:
        return {**one, "created_at": "2026-05-01T01:02:03.456Z"}

    numbers = range(LONG + new, 0, -1)
    follows = [mastodon_written.account(f"person{n}@birds.example", str(n)) for n in range(LONG)]
    likes = [stamped(mastodon_written.of("kea@birds.example", n)) for n in numbers]
    posts = [stamped(mastodon_written.status(n)) for n in numbers]
    sized = ((follows, 80), (likes, 40), (posts, 40))
    pages = ([all_[at : at + n] for at in range(0, len(all_), n)] for all_, n in sized)
    own = mastodon_written.us(following_count=LONG, statuses_count=LONG + new)
    server = mastodon_written.Server(own, *pages)
    return Served(
        server.answer,
        {
            "/verify_credentials": (1, 1),
            "/following": (LONG, 80),
            "/favourites": (LONG + new, 40),
            "/statuses": (LONG + new, 40),
        },
    )


def youtube(new: int) -> Served:
    known = test_youtube.known(SOME, 2)
    authors = 60
    liked = [
        Video(video_id(n), channel_id(n % authors + 1), f"Film {n}") for n in range(LONG + new)
    ]
    ours = [
        Video(video_id(50_000 + n), known.owner.id, f"Our film {n}", published=minute(n))
        for n in range(LONG + new)
    ]
    known.videos = [*liked, *ours]
    known.subscriptions = [Subscription(one.id) for one in known.channels]
    known.liked = [Liked(one.id) for one in reversed(liked)]
    return Served(
        YouTube(known).answer,
        {
            "mine=true&maxResults": (SOME, 50),
            "playlistId=LL": (LONG + new, 50),
            "playlistId=UU": (LONG + new, 50),
            "/channels": (1 + SOME + authors, 50),
        },
    )


def minute(number: int) -> str:
    return (START + timedelta(minutes=number)).strftime("%Y-%m-%dT%H:%M:%SZ")


def facebook(new: int) -> Served:
    posts = [test_facebook.post(n, message=f"Post {n}") for n in range(LONG + new, 0, -1)]
    return Served(
        test_facebook.page(posts).answer,
        {"/me": (1, 1), "/published_posts": (len(posts), 100)},
    )


def instagram(new: int) -> Served:
    posts = [
        {**test_instagram.POSTS[9], "id": str(18_000_000_000 + n)} for n in range(LONG + new, 0, -1)
    ]
    return Served(
        test_instagram.account("EAAplanted", posts).answer,
        {"/me": (1, 1), "/media": (len(posts), 100)},
    )


def threads_(new: int) -> Served:
    posts = [threads.post(n) for n in range(LONG + new, 0, -1)]
    return Served(
        threads.threads(test_threads.TOKEN, posts, {}).answer,
        {"/me": (1, 1), "/threads": (len(posts), 100)},
    )


def linkedin_(new: int) -> Served:
    posts = [linkedin.post(n, f"Post {n}") for n in range(LONG + new, 0, -1)]
    return Served(
        linkedin.LinkedIn(test_linkedin.TOKEN, posts).answer,
        {"/organizations": (1, 1), "/posts": (len(posts), 100)},
    )


SERVED: Mapping[str, Callable[[int], Served]] = {
    "x": x,
    "mastodon": mastodon,
    "youtube": youtube,
    "facebook": facebook,
    "instagram": instagram,
    "threads": threads_,
    "linkedin": linkedin_,
}
# What a second run does not read anew.
GROW = {
    "x": ("/liked_tweets", "/tweets"),
    "mastodon": ("/favourites", "/statuses"),
    "youtube": ("playlistId=LL", "playlistId=UU"),
    "facebook": ("/published_posts",),
    "instagram": ("/media",),
    "threads": ("/threads",),
    "linkedin": ("/posts",),
}


def counted(asked: list[Asked], name: str) -> int:
    """Count the requests for a list: by the end of the path, or by a part of the query."""
    if "=" in name:
        return sum(name in one.path for one in asked)
    return sum(urlsplit(one.path).path.endswith(name) for one in asked)


def test_every_platform_is_counted() -> None:
    assert {*SERVED, "bluesky"} == set(LIVE)


@pytest.mark.slow
@pytest.mark.parametrize("platform", sorted(SERVED))
def test_a_first_run_takes_the_fewest_requests_and_a_second_asks_for_what_is_new(
    tmp_path: Path, platform: str
) -> None:
    first, later = SERVED[platform](0), SERVED[platform](NEW)
    with serving(first.answer) as (address, asked):
        one = OnServer(platform, address, tmp_path / "first")
        whole = one.read()
    assert set(whole.coverage["status"]) <= {"complete", "partial", "unavailable"}
    for name in first.lists:
        assert first.least(name) <= counted(asked, name) <= first.least(name) + MORE, name
    fewest = sum(map(first.least, first.lists))
    assert len(asked) <= fewest + MORE * len(first.lists)
    with serving(later.answer) as (address, again):
        found = OnServer(platform, address, tmp_path / "second", tmp_path / "first").read()
    for name in GROW[platform]:
        assert counted(again, name) <= 0.1 * counted(asked, name), name
        assert counted(asked, name) >= LONG * 0.9 / first.lists[name][1]
    assert len(found.interactions) == len(whole.interactions) + NEW * len(GROW[platform])
