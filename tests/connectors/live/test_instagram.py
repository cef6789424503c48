"""A professional account read from the Instagram API, in both of its ways."""

from pathlib import Path
from typing import Any

import pytest

from connectors.errors import AuthError, SourceError
from connectors.live import instagram
from connectors.live.instagram import CONNECTOR
from connectors.live.registry import LIVE
from tests.connectors.live.reading import Reader, covered, of_kind
from tests.servers.graph.contract import edges, fields
from tests.servers.graph.server import Graph, graph

BY_PAGE, BY_ITSELF = "EAAplanted", "IGAAplanted"
US: dict[str, Any] = {
    "id": "17841400000000001",
    "username": "kauri.tauira",
    "name": "Kauri Agency",
    "follows_count": 321,
    "media_count": 240,
}
POSTS = [
    {
        "id": str(18_000_000_000 + number),
        "caption": f"Post {number}\nhttps://rimu.example/{number}" if number < 3 else "Kia ora",
        "media_type": "IMAGE",
        "permalink": f"https://www.instagram.com/p/P{number}/",
        "timestamp": "2026-08-15T10:00:00+0000",
        "username": "kauri.tauira",
    }
    for number in range(238)
]


def account(token: str, posts: Any = POSTS, us: Any = US) -> Graph:
    media = {f"{US['id']}/media": posts}
    if token == BY_ITSELF:
        me = {**us, "id": "99", "user_id": us["id"]}
        return Graph(token, "99", {"99": me}, media)
    linked = {"id": "5", "instagram_business_account": us} if us else {"id": "5"}
    return Graph(token, "5", {"5": linked}, media)


def reader(address: str, tmp_path: Path, token: str) -> Reader:
    return Reader(CONNECTOR, "kauri.tauira", address, token, tmp_path / "pages")


@pytest.mark.parametrize("token", [BY_PAGE, BY_ITSELF])
def test_posts_and_links_in_captions(tmp_path: Path, token: str) -> None:
    fake = account(token)
    with graph(fake) as (address, _):
        collected = reader(address, tmp_path, token).read()
    assert LIVE["instagram"] is CONNECTOR
    assert collected.agency_account == "@kauri.tauira"
    assert len(fake.calls) == 1 + 3
    post = covered(collected, "post")
    assert (post["status"], post["stated"], post["fetched"]) == ("complete", 240, 238)
    assert "240, of which 238" in post["reason"]
    assert [row["url"] for row in of_kind(collected, "link")] == [
        f"https://rimu.example/{number}" for number in range(3)
    ]


def test_the_number_of_follows_stands_beside_why_there_are_none(tmp_path: Path) -> None:
    with graph(account(BY_PAGE)) as (address, _):
        collected = reader(address, tmp_path, BY_PAGE).read()
        probed = CONNECTOR.probe(
            reader(address, tmp_path, BY_PAGE).account,
            reader(address, tmp_path / "probe", BY_PAGE).asking,
        )
    follow = covered(collected, "follow")
    assert (follow["status"], follow["stated"], follow["fetched"]) == ("unavailable", 321, 0)
    assert "Download your information" in follow["reason"]
    assert covered(collected, "repost")["status"] == "unavailable"
    assert probed.stated == {"follow": 321, "post": 240}


def test_a_page_without_instagram_and_another_account_are_refused(tmp_path: Path) -> None:
    cases = [
        (account(BY_PAGE, us={}), SourceError, "no professional account"),
        (account(BY_ITSELF, us={**US, "username": "rimu"}), AuthError, "is of @rimu"),
    ]
    for fake, kind, said in cases:
        with graph(fake) as (address, _), pytest.raises(kind, match=said):
            reader(address, tmp_path / fake.token, fake.token).read()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_meta_describes_what_we_ask_for_and_no_follows_or_likes() -> None:
    assert set(instagram.MEDIA_FIELDS.split(",")) <= fields("IGMedia")
    assert set(instagram.PROFILE_FIELDS.split(",")) <= fields("IGUser")
    assert edges("IGUser")["media"] == "IGMedia"
    assert not {"following", "follows", "likes", "liked_media"} & set(edges("IGUser"))
