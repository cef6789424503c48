"""A Page read from the Graph API: its posts, links, and whose posts it shares."""

from pathlib import Path
from typing import Any

import pytest

from connectors.errors import AuthError
from connectors.live import facebook
from connectors.live.facebook import CONNECTOR
from connectors.live.registry import LIVE
from tests.connectors.live.reading import Reader, covered, of_kind
from tests.servers.graph.contract import edges, fields
from tests.servers.graph.server import Graph, graph

TOKEN = "EAAplanted"  # noqa: S105 - planted to be looked for
PAGE, RIMU, TOTARA = "100064000000001", "100064000000077", "100064000000088"
US = {"id": PAGE, "name": "Kauri Agency", "username": "kauri.tauira", "category": "Government"}
SHARED_BY = "https://www.facebook.com/rimu.tauira/posts/77"


def post(number: int, **said: Any) -> dict[str, Any]:
    return {
        "id": f"{PAGE}_{number}",
        "created_time": "2026-08-15T10:00:00+0000",
        "permalink_url": f"https://www.facebook.com/{PAGE}/posts/{number}",
        **said,
    }


def card(address: str, kind: str = "share", **said: Any) -> dict[str, Any]:
    return {"data": [{"type": kind, "unshimmed_url": address, **said}]}


SHIMMED = "https://l.facebook.com/l.php?u=https%3A%2F%2Frimu.example%2Fa&h=AT0"
POSTS = [
    post(9, status_type="shared_story", parent_id=f"{RIMU}_77", attachments=card(SHARED_BY)),
    post(8, status_type="shared_story", parent_id=f"{TOTARA}_1", message="Good work"),
    post(7, status_type="shared_story"),
    post(6, status_type="shared_story", parent_id=f"{PAGE}_1"),
    post(
        5,
        status_type="shared_story",
        attachments=card("https://rimu.example/a?fbclid=x", url=SHIMMED),
    ),
    post(4, message=f"See {SHARED_BY} and https://totara.example/b."),
    post(3, attachments=card(f"https://www.facebook.com/{PAGE}/photos/1", "photo")),
    post(2, attachments={"data": [{"type": "share", "url": SHIMMED}]}),
    *(post(-number, message=f"Post {number}") for number in range(250)),
]


def page(posts: list[dict[str, Any]], us: dict[str, Any] | None = None) -> Graph:
    us = us or US
    return Graph(TOKEN, PAGE, {PAGE: us}, {f"{PAGE}/published_posts": posts})


def reader(address: str, tmp_path: Path) -> Reader:
    return Reader(CONNECTOR, "kauri.tauira", address, TOKEN, tmp_path / "pages")


def test_posts_shares_and_links(tmp_path: Path) -> None:
    fake = page(POSTS)
    with graph(fake) as (address, _):
        collected = reader(address, tmp_path).read()
    assert LIVE["facebook"] is CONNECTOR
    assert collected.agency_account == "kauri.tauira"
    assert len(fake.calls) == 1 + 3
    counts = collected.interactions["kind"].value_counts()
    assert dict(counts) == {"post": 255, "link": 3, "repost": 3, "quote": 1}
    assert covered(collected, "repost")["unattributed"] == 1


def test_a_share_names_its_owner_by_number_and_name(tmp_path: Path) -> None:
    with graph(page(POSTS[:4])) as (address, _):
        collected = reader(address, tmp_path).read()
    first, second, hidden = of_kind(collected, "repost")
    assert (first["account_id"], first["post_url"]) == (RIMU, SHARED_BY)
    assert (second["account_id"], second["text"]) == (TOTARA, "Good work")
    assert hidden["unknown_reason"] == "withheld"
    assert [row["text"] for row in of_kind(collected, "post")] == ["Good work"]
    accounts = collected.accounts.set_index("account_id")
    assert accounts.loc[RIMU, "handle"] == "rimu.tauira"
    (tally,) = collected.tallies
    assert tally.reported == {"a share of our own post": 1}


def test_links_are_the_pages_themselves(tmp_path: Path) -> None:
    with graph(page(POSTS[4:8])) as (address, _):
        collected = reader(address, tmp_path).read()
    assert [row["url"] for row in of_kind(collected, "link")] == [
        "https://rimu.example/a",
        "https://totara.example/b",
        "https://rimu.example/a",
    ]
    assert [row["account_id"] for row in of_kind(collected, "quote")] == ["rimu.tauira"]
    assert of_kind(collected, "repost") == []
    assert len(of_kind(collected, "post")) == 4


def test_follows_and_likes_say_what_to_order(tmp_path: Path) -> None:
    with graph(page([])) as (address, _):
        collected = reader(address, tmp_path).read()
    for kind in ("follow", "like"):
        row = covered(collected, kind)
        assert (row["status"], "own profile first" in row["reason"]) == ("unavailable", True)


def test_a_year_at_facebooks_ceiling_is_not_known_to_be_whole(tmp_path: Path) -> None:
    many = [post(number, message=f"Post {number}") for number in range(560)]
    with graph(page(many)) as (address, _):
        row = covered(reader(address, tmp_path).read(), "post")
    assert (row["status"], row["fetched"]) == ("partial", 560)
    assert "2026 may have more" in row["reason"]


def test_the_token_of_a_person_or_of_another_page_is_refused(tmp_path: Path) -> None:
    person = {"id": "7", "name": "A Person"}
    for us, said in ((person, "not a Page's"), ({**US, "username": "rimu"}, "right Page")):
        fake = page([], us)
        with graph(fake) as (address, _), pytest.raises(AuthError, match=said):
            reader(address, tmp_path / said).read()


def test_only_what_is_asked_for_is_fetched(tmp_path: Path) -> None:
    fake = page(POSTS)
    with graph(fake) as (address, _):
        one = reader(address, tmp_path)
        one.kinds = ("follow",)
        collected = one.read()
    assert len(fake.calls) == 1
    assert list(collected.coverage["kind"]) == ["follow"]
    assert [one.name for one in CONNECTOR.plan(one.account, {})] == ["profile"]


def test_a_probe_is_one_request(tmp_path: Path) -> None:
    fake = page(POSTS)
    with graph(fake) as (address, _):
        one = reader(address, tmp_path)
        probed = CONNECTOR.probe(one.account, one.asking)
    assert (probed.account_id, probed.handle) == ("kauri.tauira", "kauri.tauira")
    assert ["own profile first" in note for note in probed.notes] == [True, True]
    assert len(fake.calls) == 1


def test_a_page_without_a_username_is_read_with_a_note(tmp_path: Path) -> None:
    us = {name: value for name, value in US.items() if name != "username"}
    with graph(page([], us)) as (address, _):
        collected = reader(address, tmp_path).read()
    assert "has no username" in collected.notes[0]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_meta_describes_what_we_ask_for() -> None:
    assert set(facebook.POST_FIELDS.split(",")) <= fields("PagePost")
    assert set(facebook.PAGE_FIELDS.split(",")) <= fields("Page")
    assert "attachments" in edges("PagePost")
    assert edges("Page")["published_posts"] == "PagePost"
    assert not {"following", "follows", "subscriptions"} & set(edges("Page"))
