"""Bluesky's connector against a likeness of its servers: odd answers, faults, and what is kept."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.collected import Collected, OwnAccount
from connectors.errors import QuotaSpent, RetryLater, SourceError
from connectors.frames import validate
from connectors.live.bluesky import CONNECTOR
from connectors.live.bluesky_identity import Identity, server_in
from connectors.live.bluesky_lists import keys, wanted
from connectors.live.bluesky_rows import acts_of
from connectors.live.budget import Budget
from connectors.live.pages import Page, PageFolder
from connectors.live.registry import LIVE
from connectors.live.walk import Listing, Told, Walked
from connectors.lookup.access import Access
from tests.connectors.live.bluesky_reading import BlueskyReader
from tests.connectors.live.lists import asking_in
from tests.connectors.live.reading import READ_AT, covered, of_kind
from tests.servers.bluesky.likeness import HANDLE, US, Likeness, kept, running
from tests.servers.local import Asked, Written
from tests.servers.platforms import written

FOLLOW, LIKE, POST = "app.bsky.graph.follow", "app.bsky.feed.like", "app.bsky.feed.post"
KEA, TUI, KAKA = "did:plc:kea", "did:plc:tui", "did:web:kaka.example"
FAILS = Written(b"", 500)


def follows(*dids: str) -> list[dict[str, Any]]:
    return [kept("graph.follow", 900 - n, subject=did) for n, did in enumerate(dids)]


def likes(*numbers: int) -> list[dict[str, Any]]:
    """Write likes of Kea's posts, newest first."""
    return [
        kept("feed.like", n, subject={"uri": f"at://{KEA}/{POST}/{n}", "cid": "bafy"})
        for n in sorted(numbers, reverse=True)
    ]


def known(*dids: str) -> dict[str, dict[str, Any]]:
    return {did: {"did": did, "handle": f"{did[8:11]}.example", "displayName": did} for did in dids}


@dataclass
class Bluesky:
    """A likeness that runs, a reader of it, and what it was asked."""

    there: Likeness
    reader: BlueskyReader
    asked: list[Asked]

    def read(self, **changed: Any) -> Collected:
        return replace(self.reader, **changed).read()

    def count(self, name: str) -> int:
        return sum(name in one.path for one in self.asked)


@pytest.fixture
def bluesky(tmp_path: Path) -> Iterator[Bluesky]:
    there = Likeness()
    with running(there) as asked:
        at = there.address
        reader = BlueskyReader(CONNECTOR, HANDLE, "", "", tmp_path / "run", appview=at, plc=at)
        yield Bluesky(there, reader, asked)


def test_it_is_registered() -> None:
    assert LIVE["bluesky"] is CONNECTOR


def test_short_pages_are_read_on_and_only_what_is_asked_for(bluesky: Bluesky) -> None:
    bluesky.there.records = {FOLLOW: follows(KEA, TUI, KAKA), LIKE: likes(1)}
    bluesky.there.profiles |= known(KEA, TUI, KAKA)
    bluesky.there.size = 2
    collected = bluesky.read(kinds=("follow",))
    assert covered(collected, "follow")["fetched"] == 3
    assert list(collected.coverage["kind"]) == ["follow"]
    assert bluesky.count("listRecords") == 3
    assert {row["happened_at"].year for row in of_kind(collected, "follow")} == {2026}


def test_of_two_follows_of_one_account_the_first_counts(bluesky: Bluesky) -> None:
    """As in the repository file, which has them the other way round."""
    twice = [kept("graph.follow", number, subject=KEA) for number in (9, 2)]
    bluesky.there.records = {FOLLOW: twice}
    collected = bluesky.read(kinds=("follow",))
    (row,) = of_kind(collected, "follow")
    assert row["happened_at"].day == 3
    assert row["evidence"].endswith(twice[1]["uri"].partition(US + "/")[2])
    assert collected.tallies[0].reported == {"a second follow of the same account": 1}


def test_what_our_profile_says_is_given(bluesky: Bluesky) -> None:
    bluesky.there.profiles[US] |= {"description": "Kia ora", "website": "https://agency.example"}
    assert bluesky.read().about == "Kia ora\nhttps://agency.example"


def test_an_account_without_any_act_was_looked_at(bluesky: Bluesky) -> None:
    collected = bluesky.read()
    assert set(collected.coverage["status"]) == {"complete"}
    assert collected.interactions.empty
    assert collected.accounts.empty
    assert bluesky.count("listRecords") == 4
    assert bluesky.count("getProfiles") == 0


def test_a_list_in_circles_is_left_and_says_so(bluesky: Bluesky) -> None:
    again = written({"records": follows(KEA), "cursor": "again"})
    bluesky.there.down["com.atproto.repo.listRecords"] = again
    covers = covered(bluesky.read(kinds=("follow",)), "follow")
    assert (covers["status"], covers["fetched"]) == ("partial", 1)
    assert "was there before" in covers["reason"]
    assert bluesky.count("listRecords") == 2


def test_records_of_no_form_are_counted_and_said(bluesky: Bluesky) -> None:
    odd = [kept("graph.follow", 2), {"uri": 5, "value": {"subject": TUI}}, None, "x"]
    bluesky.there.records = {FOLLOW: [*follows(KEA), *odd]}
    collected = bluesky.read(kinds=("follow",))
    assert [row["account_id"] for row in of_kind(collected, "follow")] == [KEA]
    (tally,) = collected.tallies
    assert (tally.records, tally.kept) == (5, 1)
    assert covered(collected, "follow")["status"] == "partial"
    assert "4 records are of no form" in covered(collected, "follow")["reason"]


ADDRESSES = st.sampled_from(
    [item["uri"] for item in (*follows(KEA), *likes(1, 2), kept("feed.post", 3))]
)
DIDS = st.sampled_from([KEA, KAKA, "did:plc:", f"at://{KEA}/{POST}/3l", "at://x/y"])
TEXTS = st.text(st.characters(), max_size=5) | ADDRESSES | DIDS
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["uri", "value", "subject", "createdAt", "embed", "record", "facets"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(items=st.lists(JSON, max_size=6))
def test_any_items_are_kept_or_reported(items: list[Any]) -> None:
    account = OwnAccount("bluesky", HANDLE, "api", (), (), READ_AT)
    pages = (Page("", "", {"records": items}, READ_AT),)
    lists = [Walked(Listing(name, lambda *_: Told(None), keys), pages) for name in wanted(account)]
    with TemporaryDirectory() as folder:
        asking = asking_in(Path(folder))
        acts = acts_of(account, Identity(US), lists, asking)
    assert asking.stops == []
    validate("interactions", acts.interactions, "bluesky")
    assert [tally.records for tally in acts.tallies] == [len(set(keys({"records": items})))] * 4


def test_gone_accounts_are_told_apart_and_a_dead_server_stops_nobody(bluesky: Bluesky) -> None:
    names = ("left", "banned", "deleted", "given", "never", "paused", "lost", "alive")
    dids = {name: f"did:plc:{name}" for name in names}
    bluesky.there.records = {FOLLOW: follows(*dids.values(), KAKA, KEA)}
    bluesky.there.profiles |= known(KEA)
    bluesky.there.refused = {
        dids["left"]: ("AccountDeactivated", "Account is deactivated"),
        dids["banned"]: ("AccountTakedown", "Account has been suspended"),
    }
    bluesky.there.documents = {dids["given"]: 410, dids["never"]: 404}
    bluesky.there.states = {
        dids["paused"]: {"active": False, "status": "deactivated"},
        dids["alive"]: {"active": True},
        dids["lost"]: {"active": False, "status": "desynchronized"},
    }
    collected = bluesky.read(kinds=("follow",))
    accounts = collected.accounts.set_index("account_id")
    assert {name: accounts.loc[did, "status"] for name, did in dids.items()} == {
        "left": "deactivated",
        "banned": "suspended",
        "deleted": "deleted",
        "given": "deleted",
        "never": "unknown",
        "paused": "deactivated",
        "lost": "unknown",
        "alive": "active",
    }
    # kaka.example cannot be reached from here.
    assert accounts.loc[KAKA, "status"] == "unknown"
    assert accounts.loc[KEA, "handle"] == "kea.example"
    assert "2 deactivated by its owner; 2 deleted; 3 not known" in collected.notes[0]
    assert bluesky.count("getRepoStatus") == 4
    assert len(of_kind(collected, "follow")) == 10


def test_a_strangers_dead_server_is_tried_once(bluesky: Bluesky) -> None:
    bluesky.there.records = {FOLLOW: follows(KEA, TUI)}
    bluesky.there.down["com.atproto.sync.getRepoStatus"] = FAILS
    collected = bluesky.read(kinds=("follow",))
    assert bluesky.count("getRepoStatus") == 2
    assert set(collected.accounts["status"]) == {"unknown"}
    assert covered(collected, "follow")["status"] == "complete"


def test_without_the_appview_a_did_is_enough(bluesky: Bluesky) -> None:
    bluesky.there.records = {FOLLOW: follows(KEA), LIKE: likes(1)}
    for name in ("actor.getProfile", "actor.getProfiles", "feed.getPosts"):
        bluesky.there.down[f"app.bsky.{name}"] = FAILS
    with pytest.raises(SourceError, match="fails"):
        bluesky.read()
    collected = bluesky.read(handle=US)
    assert covered(collected, "post")["status"] == "complete"
    for kind in ("follow", "like"):
        row = covered(collected, kind)
        assert (row["status"], len(of_kind(collected, kind))) == ("partial", 1)
        assert "1 of the 1 accounts in it could not be asked about" in row["reason"]
    assert list(collected.accounts["status"]) == ["unknown"]
    named = bluesky.read(address=bluesky.there.address, folder=bluesky.reader.folder / "named")
    assert named.agency_account == US
    assert bluesky.count("resolveHandle") == 1


def test_a_named_server_is_asked_without_the_directory(bluesky: Bluesky) -> None:
    bluesky.there.records = {FOLLOW: follows(KEA)}
    bluesky.there.profiles |= known(KEA)
    bluesky.read(address=bluesky.there.address, kinds=("follow",))
    assert bluesky.count("/did:plc") == 0


@pytest.mark.parametrize(
    ("handle", "said"),
    [
        ("gone.example", "knows no account gone.example.*its DID, which never changes"),
        ("banned.example", "@banned.example on Bluesky: Bluesky has suspended it"),
    ],
)
def test_our_account_that_is_not_there(bluesky: Bluesky, handle: str, said: str) -> None:
    bluesky.there.refused["banned.example"] = ("AccountTakedown", "Account has been suspended")
    with pytest.raises(SourceError, match=said):
        bluesky.read(handle=handle)
    # It may be there when the next run asks.
    assert PageFolder(bluesky.reader.folder).read("profile") == []


def test_an_invalid_handle_is_no_handle(bluesky: Bluesky) -> None:
    bluesky.there.records = {FOLLOW: follows(KEA)}
    bluesky.there.profiles[KEA] = {"did": KEA, "handle": "handle.invalid"}
    bluesky.there.profiles[US]["handle"] = "handle.invalid"
    collected = bluesky.read(handle=US, kinds=("follow",))
    assert collected.accounts["handle"].isna().all()
    assert any("does not lead back" in note for note in collected.notes)


def test_a_limit_longer_than_we_wait_leaves_the_list_for_later(bluesky: Bluesky) -> None:
    reset = int(bluesky.reader.time.now.timestamp()) + 200_000
    limited = written({"error": "RateLimitExceeded"}, 429, **{"RateLimit-Reset": str(reset)})
    bluesky.there.records = {FOLLOW: follows(KEA)}
    bluesky.there.down["com.atproto.repo.listRecords"] = limited
    asking = bluesky.reader.asking
    account = replace(bluesky.reader, kinds=("follow",)).account
    assert covered(CONNECTOR.read(account, asking), "follow")["status"] == "failed"
    (stop,) = asking.stops
    assert isinstance(stop, RetryLater)
    assert abs(stop.until.timestamp() - reset) < 2
    assert bluesky.reader.time.slept == []
    bluesky.there.down.clear()
    assert covered(bluesky.read(), "follow")["status"] == "complete"


@pytest.mark.parametrize("oldest_first", [False, True])
def test_a_later_run_misses_nothing_whatever_the_order(
    bluesky: Bluesky, tmp_path: Path, oldest_first: bool
) -> None:
    bluesky.there.oldest_first = oldest_first
    bluesky.there.size = 5
    bluesky.there.posts = {f"at://{KEA}/{POST}/{n}": f"Said {n}" for n in range(40)}
    bluesky.there.profiles |= known(KEA)
    bluesky.there.records = {LIKE: likes(*range(30))}
    bluesky.read(kinds=("like",))
    asked = bluesky.count("getPosts")
    bluesky.there.records = {LIKE: likes(*range(33))}
    pages = bluesky.count("listRecords")
    collected = bluesky.read(kinds=("like",), folder=tmp_path / "2", last=bluesky.reader.folder)
    found = of_kind(collected, "like")
    assert {row["text"] for row in found} == {f"Said {n}" for n in range(33)}
    assert len(found) == 33
    assert bluesky.count("getPosts") == asked + 1
    assert (bluesky.count("listRecords") - pages == 2) is not oldest_first


@pytest.mark.parametrize("ceiling", range(1, 12))
def test_a_run_stopped_anywhere_goes_on_to_the_same_frames(
    bluesky: Bluesky, tmp_path: Path, ceiling: int
) -> None:
    bluesky.there.records = {FOLLOW: follows(KEA, TUI, KAKA), LIKE: likes(1, 2, 3)}
    bluesky.there.profiles |= known(KEA)
    bluesky.there.refused = {TUI: ("AccountTakedown", ""), KAKA: ("AccountTakedown", "")}
    bluesky.there.size = 2
    stopped = replace(bluesky.reader, folder=tmp_path / "1", budget=Budget(requests=ceiling))
    with suppress(QuotaSpent):
        stopped.read()
    whole = bluesky.read()
    asked = len(bluesky.asked)
    resumed = bluesky.read(folder=tmp_path / "1")
    for frame in ("interactions", "accounts", "coverage"):
        assert getattr(resumed, frame).equals(getattr(whole, frame))
    # What came before the stop is not asked for again, in whatever order it came.
    assert len(bluesky.asked) - asked == asked - 2 * stopped.budget.requests


@pytest.mark.parametrize(
    ("address", "plc", "asked"),
    [
        ("https://pds.example", "", True),
        ("http://pds.example", "", False),
        ("http://127.0.0.1:8080", "", False),
        ("https://localhost", "", False),
        ("http://127.0.0.1:8080", "http://127.0.0.1:1", True),
        ("https://pds.example/path", "", False),
        ("https://name:word@pds.example", "", False),
        ("file:///etc", "", False),
        ("https://[", "", False),
        ("", "", False),
    ],
)
def test_only_servers_are_asked_that_a_document_may_name(
    address: str, plc: str, asked: bool
) -> None:
    document = {"service": [{"id": "#other"}, {"id": "#atproto_pds", "serviceEndpoint": address}]}
    assert bool(server_in(document, Access(plc=plc))) is asked
