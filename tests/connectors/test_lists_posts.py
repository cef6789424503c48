"""Posts in a hand-kept list that are given by their address alone."""

from pathlib import Path

import pytest

from connectors.post_addresses import leads_to_post, post_id_of
from tests.connectors.list_files import collect, ids, table

KAURI = "https://x.com/kauri/status/"


@pytest.mark.parametrize("heading", ["Link", "Post", "URL", "Posts", "Post link", "Account"])
def test_three_likes_of_one_day_are_three_by_their_addresses(tmp_path: Path, heading: str) -> None:
    rows = [["What", heading, "Date"], *[["like", f"{KAURI}{n}", "3/11/2026"] for n in (1, 2, 3)]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert list(found.interactions["post_url"]) == [f"{KAURI}{n}" for n in (1, 2, 3)]
    assert list(found.interactions["post_id"]) == ["1", "2", "3"]
    assert ids(found) == ["@kauri"] * 3
    assert found.tallies[0].reported == {"a title or heading": 1}


def test_one_post_written_two_ways_is_one_act(tmp_path: Path) -> None:
    rows = [["What", "Link"], ["like", f"{KAURI}1"], ["like", "twitter.com/kauri/status/1?s=20"]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert list(found.interactions["post_id"]) == ["1"]
    assert found.tallies[0].reported["the same row twice"] == 1


def test_a_post_without_an_author_in_its_address_is_kept(tmp_path: Path) -> None:
    rows = [["What", "Link"], ["like", "https://www.youtube.com/watch?v=abc123"]]
    found = collect(tmp_path / "list.csv", table(rows), "youtube")
    assert list(found.interactions["post_url"]) == ["https://www.youtube.com/watch?v=abc123"]
    assert list(found.interactions["unknown_reason"]) == ["not_in_export"]


def test_a_profile_beside_a_like_is_no_post(tmp_path: Path) -> None:
    rows = [["What", "Link"], ["like", "https://x.com/kauri"]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert found.interactions["post_url"].isna().all()
    assert ids(found) == ["@kauri"]


def test_an_account_followed_by_the_address_of_a_post_is_followed_once(tmp_path: Path) -> None:
    rows = [["What", "Link"], ["follow", f"{KAURI}1"], ["follow", f"{KAURI}2"]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert ids(found) == ["@kauri"]
    assert found.interactions["post_url"].isna().all()


@pytest.mark.parametrize(
    ("address", "platform", "post_id"),
    [
        ("https://x.com/kauri/status/12", "x", "12"),
        ("https://m.twitter.com/i/web/status/12/photo/1", "x", "12"),
        ("https://nz.example/@kauri/12", "mastodon", "https://nz.example/@kauri/12"),
        (
            "https://nz.example/users/kauri/statuses/12",
            "mastodon",
            "https://nz.example/users/kauri/statuses/12",
        ),
        ("https://bsky.app/profile/kauri.example/post/3k", "bluesky", None),
        ("https://www.facebook.com/kauri/posts/12", "facebook", None),
        ("https://www.facebook.com/story.php?story_fbid=1&id=2", "facebook", None),
        ("https://www.instagram.com/p/abc/", "instagram", None),
        ("https://www.threads.net/@kauri/post/abc", "threads", None),
        ("https://www.tiktok.com/@kauri/video/12", "tiktok", None),
        ("https://www.youtube.com/shorts/abc", "youtube", None),
        ("https://www.linkedin.com/posts/kauri_12", "linkedin", None),
    ],
)
def test_the_address_of_a_post_is_known(address: str, platform: str, post_id: str | None) -> None:
    assert leads_to_post(address, platform)
    assert post_id_of(address, platform) == post_id


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("https://x.com/kauri", "x"),
        ("https://x.com/kauri/status/12", "mastodon"),
        ("https://x.com/kauri/status/12", "facebook"),
        ("https://nz.example/@kauri", "mastodon"),
        ("https://www.facebook.com/kauri", "facebook"),
        ("https://www.facebook.com/watch", "facebook"),
        ("https://www.youtube.com/watch", "youtube"),
        ("https://www.youtube.com/@kauri", "youtube"),
        ("@kauri", "x"),
        ("", "x"),
    ],
)
def test_what_is_no_post_is_not_taken_for_one(text: str, platform: str) -> None:
    assert not leads_to_post(text, platform)
    assert post_id_of(text, platform) is None
