"""Bluesky's connector against a network of Bluesky's own servers: PLC directory, PDS, AppView."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
import requests

from connectors.archive import open_archive
from connectors.collected import Collected
from connectors.errors import SourceError
from connectors.exports import bluesky_car
from connectors.live.bluesky import CONNECTOR
from connectors.live.pages import PageFolder
from tests.connectors.live.bluesky_reading import BlueskyReader
from tests.connectors.live.reading import covered, of_kind
from tests.servers.bluesky.network import Network
from tests.servers.bluesky.seeding import (
    Kept,
    Seeding,
    User,
    card,
    feed,
    follow,
    like,
    post,
    quoting,
    replying,
    repost,
)
from tests.servers.local import Time

pytestmark = pytest.mark.slow
FOLLOWS = 5_000
GONE = ("deleted", "deactivated", "suspended")


@dataclass(frozen=True)
class World:
    """What was written into the network."""

    us: User
    people: Mapping[str, User]
    post: Kept
    feed: Kept


@pytest.fixture(scope="module")
def world(bluesky_network: Network) -> World:
    """Write 5,000 follows and acts of every kind; then people change."""
    seeding = Seeding(bluesky_network)
    us = seeding.account("agency.test", "The Agency", "Kia ora")
    people = {
        name: seeding.account(f"{name}.test", f"This one is {name}", "Tēnā koe")
        for name in ("active", "renamed", *GONE)
    }
    their_post, their_feed = seeding.write(people["active"], post("Ngā mihi"), feed("News"))
    dids = [*seeding.strangers(FOLLOWS - len(people)), *(one.did for one in people.values())]
    seeding.write(us, *map(follow, dids), follow(people["active"].did))
    ours = post("Read this", "https://news.example/a", embed=card("https://news.example/b"))
    acts = [like(their_post), like(their_feed), repost(their_post), ours]
    seeding.write(
        us, *acts, post("Look", **quoting(their_post)), post("Yes", **replying(their_post))
    )
    seeding.rename(people["renamed"], "new-name.test")
    seeding.delete(people["deleted"])
    seeding.deactivate(people["deactivated"])
    seeding.take_down(people["suspended"])
    bluesky_network.settle()
    return World(us, people, their_post, their_feed)


def reader_of(network: Network, handle: str, folder: Path) -> BlueskyReader:
    return BlueskyReader(
        CONNECTOR, handle, "", "", folder, appview=network.appview, plc=network.plc
    )


@pytest.fixture(scope="module")
def read(
    bluesky_network: Network, world: World, tmp_path_factory: pytest.TempPathFactory
) -> tuple[BlueskyReader, Collected]:
    reader = reader_of(bluesky_network, world.us.handle, tmp_path_factory.mktemp("pages"))
    return reader, reader.read()


def test_5000_follows_are_read_in_the_fewest_pages(read: tuple[BlueskyReader, Collected]) -> None:
    reader, collected = read
    follows = covered(collected, "follow")
    assert (follows["fetched"], follows["stated"], follows["status"]) == (5_000, 5_000, "complete")
    pages = PageFolder(reader.folder)
    # 5,001 records, 100 a page, and the page without records that says the end.
    assert len(pages.read("follows")) == 51 + 1
    assert len(pages.read("profiles")) == 5_000 / 25
    lists = 52 + 3 * 2
    accounts = 200 + 3 + 1 + 1  # three without a profile, one of them unknown to the AppView
    assert reader.budget.requests == 1 + 1 + lists + accounts + 1  # profile, document, texts


def test_all_acts_are_as_in_the_repository_of_the_account(
    read: tuple[BlueskyReader, Collected], world: World, bluesky_network: Network, tmp_path: Path
) -> None:
    reader, collected = read
    whole = requests.get(
        f"{bluesky_network.pds}/xrpc/com.atproto.sync.getRepo",
        params={"did": world.us.did},
        headers={"x-ratelimit-bypass": "seeding"},
        timeout=60,
    )
    path = tmp_path / "repo.car"
    path.write_bytes(whole.content)
    account = replace(reader.account, method="export", paths=(path,))
    exported = bluesky_car.FORMAT.read(open_archive((path,)), account)
    assert in_order(collected).equals(in_order(exported))
    assert len(in_order(exported)) == 5_000 + 2 + 1 + 1 + 2 + 2


def in_order(collected: Collected) -> pd.DataFrame:
    acts = collected.interactions.drop(columns=["evidence"])
    # An export does not hold what others' posts say.
    acts["text"] = acts["text"].mask(acts["kind"].isin(["like", "repost"]))
    keys = ["kind", "post_id", "account_id", "url"]
    return acts.sort_values(keys, ignore_index=True)


def test_likes_of_posts_and_feeds_reposts_quotes_and_links(
    read: tuple[BlueskyReader, Collected], world: World
) -> None:
    _, collected = read
    theirs = world.people["active"].did
    likes = {row["post_id"]: row for row in of_kind(collected, "like")}
    assert set(likes) == {world.post.uri, world.feed.uri}
    assert {row["account_id"] for row in likes.values()} == {theirs}
    assert likes[world.post.uri]["text"] == "Ngā mihi"
    (reposted,) = of_kind(collected, "repost")
    assert (reposted["account_id"], reposted["text"]) == (theirs, "Ngā mihi")
    (quoted,) = of_kind(collected, "quote")
    assert (quoted["account_id"], quoted["text"]) == (theirs, "Look")
    urls = {row["url"] for row in of_kind(collected, "link")}
    assert urls == {"https://news.example/a", "https://news.example/b"}
    assert {row["text"] for row in of_kind(collected, "post")} == {"Read this", "Look"}
    posts = covered(collected, "post")
    assert (posts["fetched"], posts["stated"]) == (2, 3)
    assert "counts replies too" in posts["reason"]


def test_accounts_that_were_renamed_or_are_gone_are_told_apart(
    read: tuple[BlueskyReader, Collected], world: World
) -> None:
    _, collected = read
    accounts = collected.accounts.set_index("account_id")
    assert len(accounts) == FOLLOWS
    known = {name: accounts.loc[user.did] for name, user in world.people.items()}
    assert {name: row["status"] for name, row in known.items()} == {
        "active": "active",
        "renamed": "active",
        **{name: name for name in GONE},
    }
    assert known["renamed"]["handle"] == "new-name.test"
    assert known["active"]["name"] == "This one is active"
    assert known["active"]["description"] == "Tēnā koe"
    assert known["deleted"][["handle", "name"]].isna().all()
    (note,) = collected.notes
    assert note.startswith("Of 5,000 accounts met on Bluesky: 1 suspended")


@dataclass
class LimitTime(Time):
    """The time of this machine; to sleep by it is to let the window of the limit end."""

    network: Network | None = None
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds)
        assert self.network
        self.network.lever("next-window")


def test_the_servers_own_limit_is_waited_for(
    bluesky_network: Network, world: World, tmp_path: Path
) -> None:
    asked = f"{bluesky_network.pds}/xrpc/com.atproto.server.describeServer"
    with requests.Session() as session:
        for _ in range(3_001):
            last = session.get(asked, timeout=10)
    assert last.status_code == 429
    time = LimitTime(network=bluesky_network)
    reader = replace(
        reader_of(bluesky_network, world.us.handle, tmp_path), time=time, kinds=("like",)
    )
    assert covered(reader.read(), "like")["fetched"] == 2
    (slept,) = time.slept
    assert int(last.headers["RateLimit-Reset"]) == pytest.approx(time.now.timestamp(), abs=2)
    assert 0 < slept <= 301


def test_a_second_run_asks_for_the_new_likes_and_posts_alone(
    bluesky_network: Network, world: World, tmp_path: Path
) -> None:
    seeding = Seeding(bluesky_network)
    us = seeding.account("second.test", "The second")
    theirs = seeding.write(world.people["active"], *(post(f"No. {n}") for n in range(1_000)))
    mine = [post(f"Ours {n}") for n in range(1_000)]
    seeding.write(us, *map(like, theirs[:990]), *mine[:990])
    bluesky_network.settle()
    kinds = ("like", "repost", "quote", "link", "post")
    first = replace(reader_of(bluesky_network, us.did, tmp_path / "1"), kinds=kinds)
    first.read()
    seeding.write(us, *map(like, theirs[990:]), *mine[990:])
    bluesky_network.settle()
    second = replace(first, folder=tmp_path / "2", last=first.folder, budget=type(first.budget)())
    collected = second.read()
    assert {kind: covered(collected, kind)["fetched"] for kind in ("like", "post")} == {
        "like": 1_000,
        "post": 1_000,
    }
    requests_of = {
        name: (len(PageFolder(first.folder).read(name)), len(PageFolder(second.folder).read(name)))
        for name in ("likes", "posts", "texts")
    }
    assert requests_of == {"likes": (11, 1), "posts": (11, 1), "texts": (40, 1)}
    whole = replace(first, folder=tmp_path / "3").read()
    assert in_order(whole).equals(in_order(collected))
    assert set(whole.interactions["text"]) == set(collected.interactions["text"])


def test_our_own_account_that_was_renamed_or_is_gone(
    bluesky_network: Network, world: World, tmp_path: Path
) -> None:
    renamed = reader_of(bluesky_network, "renamed.test", tmp_path / "renamed")
    with pytest.raises(SourceError, match=r"knows no account renamed\.test.*its DID"):
        renamed.read()
    with_did = replace(renamed, handle=world.people["renamed"].did)
    assert set(with_did.read().coverage["status"]) == {"complete"}
    for name, said in (("deactivated", "its owner"), ("suspended", "Bluesky has suspended")):
        ours = reader_of(bluesky_network, world.people[name].did, tmp_path / name)
        with pytest.raises(SourceError, match=said):
            ours.read()
    deleted = reader_of(bluesky_network, world.people["deleted"].did, tmp_path / "deleted").read()
    assert set(deleted.coverage["status"]) == {"failed"}
    assert "deactivated, suspended or deleted" in deleted.coverage["reason"][0]


def test_a_check_asks_once(bluesky_network: Network, world: World, tmp_path: Path) -> None:
    reader = reader_of(bluesky_network, world.us.handle, tmp_path)
    probed = CONNECTOR.probe(reader.account, reader.asking)
    assert (probed.account_id, probed.handle) == (world.us.did, world.us.handle)
    assert dict(probed.stated) == {"follow": 5_000, "post": 3}
    assert reader.budget.requests == 1
    planned = {one.name: one.requests for one in CONNECTOR.plan(reader.account, probed.stated)}
    assert (planned["follows"], planned["posts"], planned["profiles"]) == (51, 2, None)
