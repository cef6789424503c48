from datetime import UTC, datetime
from pathlib import Path

import pytest

from connectors.archive import open_archive
from connectors.errors import SourceError
from connectors.exports import youtube
from connectors.exports.ordering import ORDER
from tests.connectors import youtube_files as yt
from tests.connectors.contract import ExportContract, Files, write_folder, write_zip


class TestYouTubeTakeout(ExportContract):
    form = youtube.FORMAT
    to_cut = yt.VIDEOS

    def good_files(self) -> Files:
        return {
            yt.ACTIVITY: yt.listed(
                yt.entry("Liked Te reo i te pāmu", "aaaaaaaaaaa", **yt.by(yt.KAURI, "Kauri TV")),
                yt.entry("Liked Another", "bbbbbbbbbbb"),
                yt.entry("Watched Another", "ccccccccccc"),
            ),
            yt.FOLLOWED: yt.subscriptions(yt.channel(yt.KAURI, "Kauri TV")),
            yt.VIDEOS: yt.table(yt.VIDEO_COLUMNS, yt.video("vvvvvvvvvvv", text="See a.example/b")),
            yt.COMMENTS: yt.table(
                yt.COMMENT_COLUMNS, yt.comment(1, yt.segment("https://news.example/1"))
            ),
            yt.CHANNEL: yt.table(
                ("Channel ID", "Channel Title (Original)", "Channel Visibility"),
                (yt.OWN, "Example Agency", "Public"),
            ),
        }

    def empty_files(self) -> Files:
        return {yt.FOLLOWED: yt.subscriptions(), yt.ACTIVITY: b"[]"}

    def test_the_takeout_says_whose_it_is_and_when_it_was_made(self, tmp_path: Path) -> None:
        one = {name: self.good_files()[name] for name in (yt.FOLLOWED, yt.CHANNEL)}
        two = {name: self.good_files()[name] for name in (yt.ACTIVITY, yt.VIDEOS)}
        first = write_zip(tmp_path / "takeout-20260930T115900Z-1-001.zip", one)
        second = write_zip(tmp_path / "takeout-20260930T115900Z-1-002.zip", two)
        collected = self.collect(first, second)
        assert collected.agency_account == yt.OWN
        assert collected.notes == ()
        assert set(collected.coverage["as_at"]) == {datetime(2026, 9, 30, 11, 59, tzinfo=UTC)}
        assert collected.interactions["kind"].value_counts().to_dict() == {
            "like": 2,
            "follow": 1,
            "post": 1,
        }

    def test_parts_that_their_numbers_show_to_be_missing_are_named(self, tmp_path: Path) -> None:
        third = write_zip(tmp_path / "takeout-20260930T115900Z-1-003.zip", self.good_files())
        other = write_zip(tmp_path / "takeout-20260801T010203Z-001.zip", {"x.csv": b"a,b\n"})
        notes = self.collect(third, other).notes
        assert notes == (
            "Parts of the Takeout are missing (takeout-20260930T115900Z-1-001, "
            "takeout-20260930T115900Z-1-002): give all of its parts together.",
        )

    def test_a_part_without_the_list_says_to_tick_subscriptions(self, tmp_path: Path) -> None:
        files = {yt.ACTIVITY: self.good_files()[yt.ACTIVITY]}
        told = yt.covered(self.collect(write_folder(tmp_path / "part", files)), "follow")
        assert told["status"] == "unavailable"
        assert "subscriptions" in told["reason"]
        assert ORDER["youtube"] in told["reason"]

    def test_a_broken_file_fails_its_own_kind_alone(self, tmp_path: Path) -> None:
        files = {**self.good_files(), yt.ACTIVITY: b'[{"header": "YouTube", "time"'}
        collected = self.collect(write_folder(tmp_path / "broken", files))
        assert yt.covered(collected, "like")["status"] == "failed"
        assert "MyActivity.json" in yt.covered(collected, "like")["reason"]
        assert yt.covered(collected, "follow")["status"] == "complete"

    def test_there_is_no_repost_on_youtube_and_that_is_said(self, tmp_path: Path) -> None:
        collected = self.collect(write_folder(tmp_path / "all", self.good_files()))
        for kind in ("repost", "quote"):
            assert yt.covered(collected, kind)["status"] == "unavailable"
            assert "YouTube has no" in yt.covered(collected, kind)["reason"]


class TestOnlySubscriptions(ExportContract):
    """The list that is cut short is a table, which never looks broken by itself."""

    form = youtube.FORMAT
    to_cut = yt.FOLLOWED

    def good_files(self) -> Files:
        rows = [yt.channel(f"UC{number:022d}", f"Channel {number}") for number in range(7)]
        return {yt.FOLLOWED: yt.subscriptions(*rows)[:-2]}

    def empty_files(self) -> Files:
        return {yt.FOLLOWED: yt.subscriptions()}


def test_pages_alone_are_refused_with_the_option_to_choose(tmp_path: Path) -> None:
    files = {"Takeout/My Activity/YouTube/MyActivity.html": b"<html>Liked"}
    with pytest.raises(SourceError, match="My Activity with the format JSON"):
        yt.collect(tmp_path, files)


def test_pages_beside_the_tables_are_named_and_make_likes_unavailable(tmp_path: Path) -> None:
    page = yt.ACTIVITY.replace(".json", ".html")
    collected = yt.collect(tmp_path, {yt.FOLLOWED: yt.subscriptions(), page: b"<html>"})
    told = yt.covered(collected, "like")
    assert told["status"] == "unavailable"
    assert "MyActivity.html" in told["reason"]
    assert "JSON" in told["reason"]
    assert any("MyActivity.html" in note for note in collected.notes)


def test_watch_history_and_playlists_are_passed_over_and_said(tmp_path: Path) -> None:
    watched = yt.listed(yt.entry("Watched A film", "aaaaaaaaaaa"), yt.entry("Liked it", "b" * 11))
    files = {
        yt.FOLLOWED: yt.subscriptions(yt.channel(yt.KAURI, "Kauri")),
        f"{yt.ROOT}/history/watch-history.json": watched,
        f"{yt.ROOT}/Verlauf/Gesehenes.json": watched,
        f"{yt.ROOT}/playlists/Sunday-videos.csv": yt.table(
            ("Video ID", "Playlist Video Creation Timestamp"), ("aaaaaaaaaaa", yt.PUBLISHED)
        ),
        f"{yt.ROOT}/playlists/Watch later.csv": yt.playlist_of_2021("aaaaaaaaaaa", playlist="PL"),
    }
    collected = yt.collect(tmp_path, files)
    assert set(collected.interactions["kind"]) == {"follow"}
    notes = " ".join(collected.notes)
    assert "watch-history.json" in notes
    assert "Gesehenes.json" in notes
    assert "2 files of playlists" in notes


def test_another_channel_and_an_unknown_handle_are_said(tmp_path: Path) -> None:
    files = {
        yt.FOLLOWED: yt.subscriptions(yt.channel(yt.KAURI, "Kauri")),
        yt.CHANNEL: yt.table(
            ("Channel ID", "Channel Title (Original)", "Channel Visibility"),
            (yt.OWN, "Somebody", "Public"),
        ),
    }
    by_handle = yt.collect(tmp_path, files)
    assert "Somebody (UCown" in by_handle.notes[0]
    assert "brand account first" in by_handle.notes[0]
    with pytest.raises(SourceError, match=f"given for {yt.RIMU} on YouTube belongs to {yt.OWN}"):
        yt.collect(tmp_path / "id", files, handle=yt.RIMU)
    assert yt.collect(tmp_path / "own", files, handle=yt.OWN).notes == ()


def test_a_vanity_name_tells_that_the_handle_is_the_channels(tmp_path: Path) -> None:
    files = {
        yt.FOLLOWED: yt.subscriptions(yt.channel(yt.KAURI, "Kauri")),
        yt.CHANNEL: yt.table(("Channel ID", "Channel Title (Original)"), (yt.OWN, "Manatū")),
        f"{yt.ROOT}/channels/channel URL configs.csv": yt.table(
            ("Channel ID", "Channel Vanity URL 1 Name"), (yt.OWN, "ExampleAgency")
        ),
    }
    assert yt.collect(tmp_path, files).notes == ()


def test_an_empty_takeout_says_to_choose_the_brand_account(tmp_path: Path) -> None:
    collected = yt.collect(tmp_path, {yt.FOLLOWED: yt.subscriptions()})
    assert any("personal login beside a brand account" in note for note in collected.notes)


def test_the_owner_is_told_for_any_reader(tmp_path: Path) -> None:
    files = {yt.LIKED: yt.playlist_of_2021("aaaaaaaaaaa")}
    folder = write_folder(tmp_path / "old", files)
    assert [one.account_id for one in youtube.owners(open_archive([folder]))] == [yt.OWN]
