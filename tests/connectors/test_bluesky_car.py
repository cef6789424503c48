from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import bluesky_car, registry
from connectors.exports.bluesky_records import tid_time
from tests.connectors.bluesky_files import DID, repository, tid
from tests.connectors.contract import READ_AT, ExportContract, Files, write_folder

KAURI, RIMU = "did:plc:kauri", "did:web:rimu.example"
THEIR_POST = f"at://{KAURI}/app.bsky.feed.post/3lk2aaaaaaa2a"
FEED = f"at://{RIMU}/app.bsky.feed.generator/whats-hot"
MADE = 1_750_000_000_000_000
CARD = {"$type": "app.bsky.embed.external", "external": {"uri": "https://news.example/x"}}


def subject(uri: str) -> dict[str, str]:
    return {"uri": uri, "cid": "bafy"}


def quote(uri: str) -> dict[str, Any]:
    return {"$type": "app.bsky.embed.record", "record": subject(uri)}


def link(uri: str) -> dict[str, Any]:
    feature = {"$type": "app.bsky.richtext.facet#link", "uri": uri}
    return {"index": {"byteStart": 0, "byteEnd": 5}, "features": [feature]}


def record(key: str, number: int, **values: Any) -> tuple[str, dict[str, Any]]:
    collection = f"app.bsky.{key}"
    made = f"2026-0{1 + number % 9}-01T00:00:00.000Z"
    name = f"{collection}/{tid(MADE + number)}"
    return name, {"$type": collection, "createdAt": made, **values}


def post(number: int, text: str = "Kia ora", **values: Any) -> tuple[str, dict[str, Any]]:
    return record("feed.post", number, text=text, **values)


class TestBlueskyRepository(ExportContract):
    form = bluesky_car.FORMAT
    handle = "agency.example"
    to_cut = "repo.car"

    def good_files(self) -> Files:
        records = dict(
            [
                record("graph.follow", 1, subject=KAURI),
                record("graph.follow", 2, subject=RIMU),
                record("feed.like", 3, subject=subject(THEIR_POST)),
                record("feed.repost", 4, subject=subject(THEIR_POST)),
                post(5, embed=CARD, facets=[link("https://news.example/x")]),
                post(6, embed=quote(THEIR_POST)),
                record("graph.block", 7, subject=RIMU),
            ]
        )
        return {"repo.car": repository(records)}

    def empty_files(self) -> Files:
        return {"repo.car": repository({})}

    def gathered(self, tmp_path: Path, *records: tuple[str, Any], **values: Any) -> Collected:
        files = {"repo.car": repository(dict(records), **values)}
        return self.collect(write_folder(tmp_path / "repository", files))

    def rows(self, tmp_path: Path, *records: tuple[str, Any]) -> list[dict[str, Any]]:
        return self.gathered(tmp_path, *records).interactions.to_dict("records")

    def test_a_second_follow_of_an_account_and_foreign_records_are_reported(
        self, tmp_path: Path
    ) -> None:
        again = record("graph.follow", 3, subject=KAURI)
        foreign = ("community.example.rsvp/3l", {"status": "going"})
        found = self.gathered(tmp_path, record("graph.follow", 1, subject=KAURI), again, foreign)
        (tally,) = found.tallies
        assert tally.reported == {
            "a second follow of the same account": 1,
            "of the collection community.example.rsvp, which is not read": 1,
        }
        assert list(found.interactions["account_id"]) == [KAURI]
        assert found.interactions["happened_at"][0] == datetime(2026, 2, 1, tzinfo=UTC)

    def test_a_like_of_a_feed_counts_for_its_owner(self, tmp_path: Path) -> None:
        (row,) = self.rows(tmp_path, record("feed.like", 1, subject=subject(FEED)))
        assert (row["account_id"], row["post_id"]) == (RIMU, FEED)
        assert row["post_url"] != row["post_url"]

    def test_a_quote_beside_a_card_gives_a_quote_and_a_link(self, tmp_path: Path) -> None:
        embed = {
            "$type": "app.bsky.embed.recordWithMedia",
            "media": CARD,
            "record": quote(THEIR_POST),
        }
        rows = self.rows(tmp_path, post(1, embed=embed))
        assert [row["kind"] for row in rows] == ["post", "link", "quote"]
        assert rows[1]["url"] == "https://news.example/x"
        assert rows[2]["account_id"] == KAURI
        assert rows[2]["post_url"] == f"https://bsky.app/profile/{KAURI}/post/3lk2aaaaaaa2a"
        assert rows[0]["post_url"].startswith(f"https://bsky.app/profile/{DID}/post/")

    def test_only_the_same_url_is_one_link(self, tmp_path: Path) -> None:
        facets = [link("https://news.example/x?utm_source=b"), link("https://news.example/x")]
        rows = self.rows(tmp_path, post(1, embed=CARD, facets=facets))
        urls = [row["url"] for row in rows if row["kind"] == "link"]
        assert urls == ["https://news.example/x?utm_source=b", "https://news.example/x"]

    def test_a_reply_counts_for_its_links_alone(self, tmp_path: Path) -> None:
        reply = {"root": subject(THEIR_POST), "parent": subject(THEIR_POST)}
        found = self.gathered(tmp_path, post(1, reply=reply), post(2, reply=reply, embed=CARD))
        assert list(found.interactions["kind"]) == ["link"]
        assert found.tallies[0].reported == {"a reply without a link or quote": 1}

    def test_a_thread_of_our_own_is_posts_and_a_talk_is_not(self, tmp_path: Path) -> None:
        own = subject(f"at://{DID}/app.bsky.feed.post/3lk2aaaaaaa2a")
        thread, talk = {"root": own, "parent": own}, {"root": subject(THEIR_POST), "parent": own}
        odd = post(3, reply={"root": 5})
        found = self.gathered(tmp_path, post(1, reply=thread), post(2, reply=talk), odd)
        assert list(found.interactions["kind"]) == ["post"]
        assert found.tallies[0].reported == {"a reply without a link or quote": 2}

    @pytest.mark.parametrize(
        "stated", ["2015-05-05T00:00:00Z", "2026-10-07T00:00:00Z", "soon", None, 5]
    )
    def test_a_date_that_cannot_be_right_gives_way_to_the_key(
        self, tmp_path: Path, stated: Any
    ) -> None:
        name, value = post(1)
        found = self.gathered(tmp_path, (name, {**value, "createdAt": stated}))
        assert found.interactions["happened_at"][0] == tid_time(name.split("/")[1])
        covered = found.coverage.set_index("kind")
        assert "1 dates that an app had set" in covered["reason"]["post"]
        assert covered["status"]["post"] == "complete"

    def test_missing_blocks_make_their_kinds_partial(self, tmp_path: Path) -> None:
        like = record("feed.like", 1, subject=subject(THEIR_POST))
        found = self.gathered(
            tmp_path, like, record("graph.follow", 2, subject=RIMU), drop=(like[0],)
        )
        status = found.coverage.set_index("kind")["status"]
        assert (status["like"], status["follow"], status["post"]) == (
            "partial",
            "complete",
            "complete",
        )
        assert found.tallies[0].reported == {"its block is missing from the file": 1}

    def test_a_missing_node_makes_every_kind_partial(self, tmp_path: Path) -> None:
        likes = [record("feed.like", n, subject=subject(THEIR_POST)) for n in range(200)]
        found = self.gathered(tmp_path, *likes, drop=("tree:1",))
        assert set(found.coverage["status"]) == {"partial"}

    @pytest.mark.parametrize("value", [[], "x", {}, {"subject": 5}, {"subject": {"uri": "x"}}])
    def test_a_malformed_record_is_reported(self, tmp_path: Path, value: Any) -> None:
        found = self.gathered(
            tmp_path, ("app.bsky.graph.follow/3l", value), ("app.bsky.feed.like/3l", value)
        )
        assert found.interactions.empty
        assert sum(found.tallies[0].reported.values()) == 2
        assert set(found.coverage["status"]) == {"partial"}

    def test_another_owner_is_said(self, tmp_path: Path) -> None:
        assert DID in self.gathered(tmp_path).notes[0]
        assert self.handle in self.gathered(tmp_path).notes[0]

    def test_the_repository_of_another_did_is_not_read(self, tmp_path: Path) -> None:
        path = write_folder(tmp_path / "other", {"repo.car": repository({})})
        account = OwnAccount("bluesky", KAURI, "export", (path,), (), READ_AT)
        with pytest.raises(SourceError, match=f"given for {KAURI} on Bluesky belongs to {DID}"):
            registry.read_export(account)

    def test_two_repositories_are_not_mixed(self, tmp_path: Path) -> None:
        files = {"a.car": repository({}), "b.car": repository({}, did=KAURI)}
        with pytest.raises(SourceError, match=r"2 repositories \(a.car"):
            self.collect(write_folder(tmp_path / "two", files))

    def test_wrong_bytes_under_the_right_name_are_refused_by_name(self, tmp_path: Path) -> None:
        files = {"repo.car": b"<html>not found</html>"}
        with pytest.raises(SourceError, match=r"repo\.car does not begin as"):
            self.collect(write_folder(tmp_path / "wrong", files))


@given(st.integers(0, 2**53 - 1))
def test_a_key_gives_its_time_back(microseconds: int) -> None:
    time = tid_time(tid(microseconds))
    assert time is not None
    assert (time - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() == pytest.approx(
        microseconds / 1e6
    )


@pytest.mark.parametrize("key", ["self", "", "3l", "1111111111111", "zzzzzzzzzzzzzz"])
def test_other_keys_hold_no_time(key: str) -> None:
    assert tid_time(key) is None
