"""Liked videos: four forms in ten years, of which one alone names the channel."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.connectors import youtube_files as yt

FOLLOWED = {yt.FOLLOWED: yt.subscriptions(yt.channel(yt.KAURI, "Kauri"))}


def item(video: str, playlist: str = "LLown", **snippet: Any) -> dict[str, Any]:
    return {
        "contentDetails": {"videoId": video, "videoPublishedAt": "2015-01-01T00:00:00.000Z"},
        "etag": "x",
        "id": "y",
        "kind": "youtube#playlistItem",
        "snippet": {
            "channelId": yt.OWN,
            "channelTitle": "Example Agency",
            "playlistId": playlist,
            "publishedAt": "2019-03-04T05:06:07.000Z",
            "resourceId": {"kind": "youtube#video", "videoId": video},
            "title": "Waiata",
            **snippet,
        },
    }


def test_the_number_alone_is_stated_and_nothing_is_attributable(tmp_path: Path) -> None:
    files = {**FOLLOWED, yt.LIKED: b"Total Liked Videos\n81\n"}
    told = yt.covered(yt.collect(tmp_path, files), "like")
    assert (told["status"], told["stated"], told["fetched"]) == ("unavailable", 81, 0)
    assert "the number of liked videos (81) and not which" in told["reason"]
    assert "My Activity with the format JSON" in told["reason"]


def test_the_number_is_read_in_any_language_and_beside_my_activity(tmp_path: Path) -> None:
    files = {
        yt.ACTIVITY: yt.listed(yt.entry("Liked A", "aaaaaaaaaaa", **yt.by(yt.KAURI, "K"))),
        "Takeout/YouTube und YouTube Music/Playlists/Videos.csv": b"Insgesamt\n9\n",
    }
    told = yt.covered(yt.collect(tmp_path, files), "like")
    assert (told["status"], told["stated"], told["fetched"]) == ("partial", 9, 1)
    assert told["unattributed"] == 0
    assert "a part of the likes" in told["reason"]


@pytest.mark.parametrize("blank", ["\n\n", "\n"])
@pytest.mark.parametrize("name", ["Liked videos.csv", "Videos, die ich mag.csv"])
def test_the_list_of_2021_has_a_block_of_two_lines(tmp_path: Path, name: str, blank: str) -> None:
    content = yt.playlist_of_2021("aaaaaaaaaaa", "-bbbbbbbb_b").decode().replace("\n\n", blank)
    collected = yt.collect(tmp_path, {f"{yt.ROOT}/playlists/{name}": content.encode()})
    likes = collected.interactions
    assert list(likes["post_id"]) == ["aaaaaaaaaaa", "-bbbbbbbb_b"]
    assert likes["post_url"].iloc[0] == "https://www.youtube.com/watch?v=aaaaaaaaaaa"
    assert set(likes["unknown_reason"]) == {"not_in_export"}
    assert likes["happened_at"].iloc[0] == datetime(2021, 10, 8, 12, 5, 39, tzinfo=UTC)
    told = yt.covered(collected, "like")
    assert (told["status"], told["fetched"], told["unattributed"]) == ("complete", 2, 2)
    assert "does not name the channel of 2 of 2" in told["reason"]
    assert collected.agency_account == yt.OWN


def test_the_json_to_2020_names_the_owner_and_not_the_videos_channel(tmp_path: Path) -> None:
    files = {
        f"{yt.ROOT}/playlists/likes.json": yt.listed(item("aaaaaaaaaaa"), item("aaaaaaaaaaa"), {}),
        f"{yt.ROOT}/playlists/mag ich.json": yt.listed(item("ccccccccccc")),
        f"{yt.ROOT}/playlists/favorites.json": yt.listed(item("ddddddddddd", playlist="FLown")),
    }
    collected = yt.collect(tmp_path, files)
    assert sorted(collected.interactions["post_id"]) == ["aaaaaaaaaaa", "ccccccccccc"]
    assert collected.interactions["account_id"].isna().all()
    assert set(collected.interactions["text"]) == {"Waiata"}
    assert yt.reported(collected, "likes.json") == {
        "the same like twice": 1,
        "without the id of a video": 1,
    }
    assert "1 of 3 records" in yt.covered(collected, "like")["reason"]


def test_my_activity_names_the_channel_and_stands_before_the_list(tmp_path: Path) -> None:
    files = {
        yt.LIKED: yt.playlist_of_2021("aaaaaaaaaaa", "zzzzzzzzzzz"),
        yt.ACTIVITY: yt.listed(
            yt.entry("Liked Ngā manu", "aaaaaaaaaaa", **yt.by(yt.KAURI, "Kauri TV")),
            yt.entry("Liked a video that has been removed"),
            yt.entry("Liked Ngā manu", "aaaaaaaaaaa", **yt.by(yt.KAURI, "Kauri TV")),
        ),
    }
    collected = yt.collect(tmp_path, files)
    likes = collected.interactions.set_index("post_id", drop=False)
    assert likes.loc["aaaaaaaaaaa", "account_id"] == yt.KAURI
    assert likes.loc["aaaaaaaaaaa", "text"] == "Ngā manu"
    assert likes.loc["zzzzzzzzzzz", "unknown_reason"] == "not_in_export"
    assert list(likes["unknown_reason"].dropna()) == ["deleted", "not_in_export"]
    assert list(collected.accounts["name"]) == ["Kauri TV"]
    told = yt.covered(collected, "like")
    assert (told["status"], told["unattributed"]) == ("partial", 2)
    assert "liked videos ends on 8 October 2021; of later likes My Activity" in told["reason"]


def test_what_is_no_like_is_counted_by_what_it_is(tmp_path: Path) -> None:
    spoken = [
        *("Watched A", "Has visto A", "Vous avez regardé A", "Liked Songs angesehen"),
        *("Searched for manu", "Disliked A", "Unsubscribed from A", "Me gusta A", "喜欢 A"),
    ]
    other = yt.entry("Visited a page", products=["Search"])
    files = {yt.ACTIVITY: yt.listed(*(yt.entry(one, "a" * 11) for one in spoken), other, 7)}
    collected = yt.collect(tmp_path, files)
    assert collected.interactions.empty
    assert yt.reported(collected, "MyActivity.json") == {
        "watched or viewed, which endorses nothing": 4,
        "searched for": 1,
        "another activity than a like or a subscription": 2,
        "in words that are not known here": 2,
        "in another service of Google": 1,
        "not an entry of the form that Google writes": 1,
    }
    reason = yt.covered(collected, "like")["reason"]
    assert "2 of 11 entries of My Activity are in words not known here" in reason
    assert "language to English" in reason


def test_my_activity_dates_a_subscription_and_makes_none(tmp_path: Path) -> None:
    subscribed = yt.entry("Subscribed to Kauri")
    subscribed["titleUrl"] = f"https://www.youtube.com/channel/{yt.KAURI}"
    other = {**subscribed, "titleUrl": f"https://www.youtube.com/channel/{yt.RIMU}"}
    older = {**subscribed, "time": "2020-01-01T00:00:00Z"}
    collected = yt.collect(tmp_path, {**FOLLOWED, yt.ACTIVITY: yt.listed(subscribed, older, other)})
    follows = collected.interactions
    assert list(follows["account_id"]) == [yt.KAURI]
    assert follows["happened_at"].iloc[0] == datetime(2026, 5, 1, 1, 2, 3, 456000, tzinfo=UTC)


def test_a_cut_activity_keeps_what_stood_before_and_is_named(tmp_path: Path) -> None:
    content = yt.listed(*(yt.entry(f"Liked {n}", f"{n:011d}") for n in range(9)))[:-40]
    collected = yt.collect(tmp_path, {yt.ACTIVITY: content})
    assert len(collected.interactions) == 8
    told = yt.covered(collected, "like")
    assert told["status"] == "partial"
    assert "MyActivity.json in export cannot be read" in told["reason"]
