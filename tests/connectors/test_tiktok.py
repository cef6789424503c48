"""TikTok's export as JSON: three layouts of the same lists, and lists that are none."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry, tiktok
from tests.connectors import tiktok_files as tt
from tests.connectors.contract import READ_AT, ExportContract, Files, write_folder, write_zip
from tests.connectors.damage import damaged

LAYOUTS = [tt.layout_2024, tt.layout_2025, tt.layout_2026]


class TestTikTokExport(ExportContract):
    form = tiktok.FORMAT
    to_cut = tt.JSON

    def good_files(self) -> Files:
        return {tt.JSON: tt.written(tt.layout_2025(tt.FOLLOWING, tt.LIKES, tt.VIDEOS))}

    def empty_files(self) -> Files:
        return {tt.JSON: tt.written(tt.layout_2026(None, [], {}, None))}

    def rows(self, tmp_path: Path, content: Any, name: str = tt.JSON) -> Collected:
        return self.collect(write_folder(tmp_path / "some", {name: tt.written(content)}))

    @pytest.mark.parametrize("layout", LAYOUTS)
    def test_the_lists_are_found_wherever_they_lie(
        self, layout: Callable[..., Any], tmp_path: Path
    ) -> None:
        read = self.rows(tmp_path, layout(tt.FOLLOWING, tt.LIKES, tt.VIDEOS))
        counts = read.interactions["kind"].value_counts().to_dict()
        reposts = {} if layout is tt.layout_2024 else {"repost": 1}
        assert counts == {"follow": 2, "like": 2, "post": 1, "link": 1, **reposts}
        assert read.agency_account == "@example_agency"
        assert not read.notes

    @pytest.mark.parametrize("layout", LAYOUTS)
    @pytest.mark.parametrize("nothing", [None, [], {}])
    def test_lists_with_nothing_in_them_were_looked_at(
        self, layout: Callable[..., Any], nothing: Any, tmp_path: Path
    ) -> None:
        read = self.rows(tmp_path, layout(nothing, nothing, nothing))
        cover = read.coverage.set_index("kind")
        assert list(cover.loc[["follow", "like", "post"], "status"]) == ["complete"] * 3
        assert "has given empty lists" in cover.loc["follow", "reason"]

    @pytest.mark.parametrize("layout", LAYOUTS)
    def test_one_bare_object_is_a_list_of_one(
        self, layout: Callable[..., Any], tmp_path: Path
    ) -> None:
        read = self.rows(tmp_path, layout(tt.FOLLOWING[0], tt.LIKES[0], tt.VIDEOS[0]))
        assert {"follow", "like", "post"} <= set(read.interactions["kind"])

    def test_whose_videos_they_were_is_counted_as_unknown(self, good: Collected) -> None:
        acts = good.interactions.set_index("kind")
        likes = acts.loc["like"]
        assert list(likes["unknown_reason"]) == ["not_in_export"] * 2
        assert list(likes["post_id"]) == ["7572529032284263645", "7573091774564591416"]
        assert acts.loc["repost", "account_id"] == "@rimu.tauira"
        cover = good.coverage.set_index("kind")
        assert cover.loc["like", "unattributed"] == 2
        assert cover.loc["repost", "unattributed"] == 0

    def test_times_are_utc(self, good: Collected) -> None:
        likes = good.interactions[good.interactions["kind"] == "like"]
        assert list(likes["happened_at"]) == [
            pd.Timestamp("2025-11-17T07:35:01Z"),
            pd.Timestamp("2025-11-18T21:41:23Z"),
        ]

    def test_videos_that_nobody_else_sees_are_no_posts(self, good: Collected) -> None:
        tally = next(one for one in good.tallies if "Posts" in one.source)
        assert tally.reported == {"a video that its owner alone can see": 1}
        assert good.interactions["post_url"].notna().sum() == 3

    def test_nothing_private_is_kept(self, good: Collected) -> None:
        everything = good.interactions.to_csv() + good.accounts.to_csv() + str(good.tallies)
        assert "+64" not in everything
        assert "chat" not in everything

    def test_lists_that_were_not_chosen_are_said_to_be_missing(self, tmp_path: Path) -> None:
        only = {"Likes and Favorites": {"Like List": {"ItemFavoriteList": tt.LIKES}}}
        read = self.rows(tmp_path, only)
        cover = read.coverage.set_index("kind")
        assert cover.loc["like", "status"] == "complete"
        assert cover.loc["follow", "status"] == "unavailable"
        assert "choose all data and the file format JSON" in cover.loc["follow", "reason"]
        assert "leaves reposts out of some exports" in cover.loc["repost", "reason"]
        assert any("does not say whose it is" in note for note in read.notes)

    def test_somebody_elses_export(self, tmp_path: Path) -> None:
        class Other(TestTikTokExport):
            handle = "other_agency"

        path = write_folder(tmp_path / "export", self.good_files())
        with pytest.raises(SourceError, match='write handle = "example_agency"'):
            Other().collect(path)

    def test_a_file_alone_may_have_another_name(self, tmp_path: Path) -> None:
        content = tt.layout_2026(tt.FOLLOWING, tt.LIKES, tt.VIDEOS)
        assert len(self.rows(tmp_path, content, "my export.json").interactions)
        with pytest.raises(SourceError, match="no export that is known"):
            self.rows(tmp_path, {"Activity": {"Like": []}}, "my export.json")

    def test_when_it_was_made_stands_in_the_name_of_the_zip(self, tmp_path: Path) -> None:
        read = self.collect(write_zip(tmp_path / "TikTok_Data_1764288000.zip", self.good_files()))
        assert set(read.coverage["as_at"]) == {pd.Timestamp("2025-11-28T00:00:00Z")}

    def test_the_same_acts_in_two_exports_count_once(self, tmp_path: Path) -> None:
        paths = [write_zip(tmp_path / f"{one}.zip", self.good_files()) for one in "ab"]
        both = self.collect(*paths)
        assert len(both.interactions) == len(self.collect(paths[0]).interactions)
        assert any("may no longer be followed" in note for note in both.notes)

    def test_names_that_are_no_usernames(self, tmp_path: Path) -> None:
        names = ["", "N/A", "kauri tauira", "@kauri_tauira", "KAURI_tauira"]
        listed = [{"Date": "2025-11-14 19:13:26", "UserName": name} for name in names]
        read = self.rows(tmp_path, tt.layout_2025([*listed, {"Date": "x"}], [], []))
        follows = read.interactions[read.interactions["kind"] == "follow"]
        assert list(follows["account_id"].fillna("")) == ["", "", "", "@kauri_tauira"]
        follow = read.coverage.set_index("kind").loc["follow"]
        assert (follow["unattributed"], follow["status"]) == (3, "partial")
        assert "1 of 6 records" in follow["reason"]

    def test_keys_in_whatever_capitals(self, tmp_path: Path) -> None:
        likes = [
            {"Date": "2025-11-14 19:13:26", "date": "2025-11-15 19:13:26", "Link": tt.VIDEO},
            {"DATE": "2025-11-16 19:13:26", "li nk": tt.VIDEO},
            {"Date": None, "Link": tt.VIDEO},
            {"date": 7, "Link": f" {tt.OTHER} "},
        ]
        for some in (likes[:1], likes):
            read = self.rows(tmp_path / str(len(some)), tt.layout_2025([], some, []))
            acts = read.interactions[read.interactions["kind"] == "like"]
            days = [15, 16, None, None][: len(some)]
            assert [None if pd.isna(at) else at.day for at in acts["happened_at"]] == days
            assert set(acts["post_url"]) <= {tt.VIDEO, tt.OTHER}


FILES = {
    f"{number}/{tt.JSON}": layout(tt.FOLLOWING, tt.LIKES, tt.VIDEOS)
    for number, layout in enumerate(LAYOUTS)
}


@given(files=damaged(FILES))
def test_any_structure_gives_frames_or_one_sentence(
    files: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    contents = {name: json.dumps(content).encode() for name, content in files.items()}
    if not contents:
        return
    path = write_folder(tmp_path_factory.mktemp("fuzz"), contents)
    account = OwnAccount("tiktok", "example_agency", "export", (path,), (), READ_AT)
    try:
        collected = registry.read_export(account)
    except SourceError:
        return
    for tally in collected.tallies:
        assert tally.records == tally.kept + sum(tally.reported.values())
    assert collected.coverage["fetched"].sum() == len(collected.interactions)
