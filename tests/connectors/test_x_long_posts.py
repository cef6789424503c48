"""Posts over 280 characters: the text and links of note-tweet.js, tied to the post they are of."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.collected import Collected, Tally
from connectors.exports.x_notes import Notes
from connectors.exports.x_values import created_at
from tests.connectors.test_x_archive import collect, cover, rows
from tests.connectors.test_x_archive_files import good_with
from tests.connectors.x_files import manifest, post, script

WORDS = "Ngā mihi to all who came to the hui about the river & its banks, and to those who wrote "
WHOLE = f"{WORDS * 4}\n\nRead https://t.co/deep"
SHOWN = f"{WORDS * 3}…".replace("&", "&amp;")
AT, THEN = "Tue Oct 07 07:00:29 +0000 2025", "2025-10-07T07:00:29.000Z"
DEEP = "https://kea.example/deep"


def note(
    number: str = "900", text: str = WHOLE, at: str = THEN, *urls: str, **more: Any
) -> dict[str, Any]:
    listed = [{"shortUrl": "https://t.co/deep", "expandedUrl": url} for url in urls or (DEEP,)]
    core = {"text": text, "urls": listed, "mentions": [], "hashtags": []}
    return {"noteTweet": {"noteTweetId": number, "createdAt": at, "core": core, **more}}


def collect_notes(path: Path, posts: list[Any], notes: list[Any], **account: Any) -> Collected:
    files = {
        "data/tweets.js": script("tweets.part0", posts),
        "data/note-tweet.js": script("note_tweet.part0", notes),
    }
    return collect(path, files, **account)


def tally(collected: Collected) -> Tally:
    return next(one for one in collected.tallies if one.source == "data/note-tweet.js")


def test_a_long_post_gives_its_whole_text_and_links_to_the_post(tmp_path: Path) -> None:
    near = post("7", SHOWN, urls=("https://agency.example/",), created_at=AT)
    collected = collect_notes(tmp_path, [near], [note()])
    assert list(rows(collected, "post")["text"]) == [WHOLE]
    links = rows(collected, "link").set_index("url")
    assert set(links["post_id"]) == {"7"}
    assert links.loc[DEEP, "evidence"] == "data/note-tweet.js, record 1 (post 7)"
    assert links.loc["https://agency.example/", "evidence"] == "data/tweets.js, record 1 (post 7)"
    assert (tally(collected).records, tally(collected).kept) == (1, 1)
    assert cover(collected, "link")["status"] == "complete"


def test_a_link_that_both_files_have_counts_once_and_a_quote_is_one(tmp_path: Path) -> None:
    quoted = "https://x.com/kauri_party/status/3"
    collected = collect_notes(
        tmp_path,
        [post("7", SHOWN, urls=(DEEP,), created_at=AT)],
        [note("900", WHOLE, THEN, DEEP, quoted)],
    )
    assert list(rows(collected, "link")["url"]) == [DEEP]
    assert list(rows(collected, "quote")["post_id"]) == ["3"]


@pytest.mark.parametrize("given_id", [{"number": "7"}, {"tweetId": "7"}])
def test_an_id_ties_a_long_post_whatever_its_text(tmp_path: Path, given_id: Any) -> None:
    changed = post("7", "Something else that was here before", created_at=AT)
    collected = collect_notes(tmp_path, [changed], [note(**given_id)])
    assert list(rows(collected, "post")["text"]) == [WHOLE]


@pytest.mark.parametrize(
    "shown",
    [
        f"{SHOWN} https://t.co/itself",
        f"{WORDS * 2}https://t.co/cu…",
        f"@kea_news @kauri_party {SHOWN}",
        f"{WORDS * 3}",
    ],
)
def test_the_beginning_is_known_however_the_post_was_cut(tmp_path: Path, shown: str) -> None:
    collected = collect_notes(tmp_path, [post("7", shown, created_at=AT)], [note()])
    assert list(rows(collected, "link")["url"]) == [DEEP]


@pytest.mark.parametrize(
    ("posts", "notes"),
    [
        ([post("7", SHOWN, created_at="Tue Oct 07 09:00:29 +0000 2025")], [note()]),
        ([post("7", SHOWN, created_at="no date")], [note()]),
        ([post("7", SHOWN, created_at=AT)], [note(at="no date")]),
        ([post("7", f"Nga mihi {SHOWN}", created_at=AT)], [note()]),
        ([post("7", "Ngā mihi", created_at=AT)], [note()]),
        ([post("7", f"RT @kea_news: {SHOWN}", created_at=AT)], [note()]),
        ([], [note()]),
        ([post("7", SHOWN, created_at=AT)], [note(), note("901", f"{WHOLE} and more")]),
    ],
)
def test_what_is_not_sure_is_left_apart_counted_and_said(
    tmp_path: Path, posts: list[Any], notes: list[Any]
) -> None:
    collected = collect_notes(tmp_path, posts, notes)
    assert len(rows(collected, "link")) == 0
    assert tally(collected).reported == {
        "a long post that could not be tied to one post": len(notes)
    }
    for kind in ("link", "quote"):
        covered = cover(collected, kind)
        assert covered["status"] == "partial"
        assert f"{len(notes)} of {len(notes)} long posts could not be tied" in covered["reason"]
    assert cover(collected, "post")["status"] == "complete"


def test_one_long_post_is_of_one_post_alone(tmp_path: Path) -> None:
    twice = [post(number, SHOWN, created_at=AT) for number in ("7", "8")]
    collected = collect_notes(tmp_path, twice, [note(), note()])
    assert list(rows(collected, "link")["post_id"]) == ["7"]
    assert tally(collected).reported == {"the same long post twice": 1}


def test_records_without_a_text_are_reported(tmp_path: Path) -> None:
    odd = ["x", None, {"noteTweet": 5}, {"noteTweet": {"core": {"text": None}}}]
    assert tally(collect_notes(tmp_path, [], odd)).reported == {
        "not readable: no text": 1,
        "not readable: not a record": 3,
    }


def test_long_posts_are_not_asked_for_with_follows_alone(tmp_path: Path) -> None:
    near = post("7", SHOWN, created_at=AT)
    asked = collect_notes(tmp_path, [near], [note()], kinds=("follow",))
    assert sum(tally(asked).reported.values()) == 1
    links = collect_notes(tmp_path, [near], [note()], kinds=("link",))
    assert list(rows(links, "link")["url"]) == [DEEP]


def test_posts_in_communities_are_own_posts_and_need_no_file(tmp_path: Path) -> None:
    there = post("70", "Hello", urls=(DEEP,), community_id="5", community_id_str="5")
    files = {
        "data/tweets.js": script("tweets.part0", [post("7", "Here"), there]),
        "data/community-tweet.js": script("community_tweet.part0", [there, post("71", "Again")]),
    }
    collected = collect(tmp_path, files)
    assert list(rows(collected, "post")["post_id"]) == ["7", "70", "71"]
    assert len(rows(collected, "link")) == 1


def other_files(**counts: int) -> Mapping[str, bytes]:
    listed = {f"{name.replace('_', '-')}.js": count for name, count in counts.items()}
    return good_with(manifest=manifest({"tweets.js": 4, "tweets-part1.js": 2, **listed}))


def test_what_the_manifest_counts_and_is_missing_is_said(tmp_path: Path) -> None:
    nothing = collect(tmp_path / "a", other_files(note_tweet=0, community_tweet=0))
    assert cover(nothing, "post")["status"] == "complete"
    missing = collect(tmp_path / "b", other_files(note_tweet=3, community_tweet=2))
    for kind in ("repost", "quote", "link", "post"):
        assert cover(missing, kind)["status"] == "partial"
        assert "names note-tweet.js with 3 records" in cover(missing, kind)["reason"]
        assert "names community-tweet.js with 2 records" in cover(missing, kind)["reason"]


def test_a_broken_file_of_long_posts_does_not_stop_the_others(tmp_path: Path) -> None:
    files = {**good_with(), "data/note-tweet.js": b"window.YTD.note_tweet.part0 = [ {"}
    collected = collect(tmp_path, files)
    assert "data/note-tweet.js cannot be read" in cover(collected, "post")["reason"]
    assert cover(collected, "post")["fetched"] == 2
    assert cover(collected, "follow")["status"] == "complete"


@given(st.text(min_size=60, max_size=400), st.integers(45, 400))
def test_a_text_is_tied_to_its_own_beginning(text: str, cut: int) -> None:
    notes = Notes()
    whole = f"{WORDS}{text}"
    notes.note(note("1", whole), "data/note-tweet.js, record 1")
    found = notes.of("7", created_at(AT), f"{whole[:cut].rstrip()}…")
    assert found is None or found.urls == (DEEP,)
    assert notes.of("8", created_at(AT), whole[:cut]) is None or found is None
