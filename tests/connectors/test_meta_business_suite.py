"""Lists of own posts from Meta Business Suite, for Facebook and for Instagram."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.errors import SourceError
from connectors.exports import meta_business_suite
from tests.connectors.business_files import (
    FACEBOOK,
    INSTAGRAM,
    facebook_row,
    instagram_row,
    sheet,
)
from tests.connectors.contract import ExportContract, Files, write_folder
from tests.connectors.test_meta_shortcode import shortcode

TEXT = 'Pānui hou,\n"he kōrero": https://news.example/a?fbclid=1'


class TestFacebookList(ExportContract):
    form = meta_business_suite.FACEBOOK
    to_cut = "facebook_posts.csv"

    def good_files(self) -> Files:
        rows = [facebook_row(1, TEXT), facebook_row(2, **{"Is share": "1", "Title": ""})]
        return {"facebook_posts.csv": sheet(FACEBOOK, *rows)}

    def empty_files(self) -> Files:
        return {"facebook_posts.csv": sheet(FACEBOOK)}

    def rows(self, tmp_path: Path, *rows: list[str], heading: Any = FACEBOOK) -> Any:
        files = {"facebook_posts.csv": sheet(heading, *rows)}
        return self.collect(write_folder(tmp_path / "list", files))

    def test_posts_links_and_shares(self, tmp_path: Path) -> None:
        good = self.collect(write_folder(tmp_path / "good", self.good_files()))
        acts = good.interactions
        assert acts["kind"].tolist() == ["post", "link", "post", "repost"]
        assert acts["text"][0] == TEXT
        assert acts["url"][1] == "https://news.example/a"
        assert acts["unknown_reason"][3] == "not_in_export"
        assert acts["post_url"][0] == "https://www.facebook.com/example_agency/posts/pfbid1"
        # 18:12 in California, in daylight time.
        assert acts["happened_at"][0] == datetime(2026, 9, 2, 1, 12, tzinfo=UTC)
        assert good.agency_account == "example_agency"

    def test_what_it_lacks_is_said(self, tmp_path: Path) -> None:
        good = self.collect(write_folder(tmp_path / "good", self.good_files()))
        covered = good.coverage.set_index("kind")
        assert covered["status"].to_dict() == {
            "follow": "unavailable",
            "like": "unavailable",
            "repost": "partial",
            "quote": "unavailable",
            "link": "partial",
            "post": "complete",
        }
        assert "without a zone" in covered["reason"]["post"]
        assert "own posts alone" in covered["reason"]["follow"]
        assert "not from an export" in good.notes[0]

    def test_headings_of_another_language(self, tmp_path: Path) -> None:
        heading = [f"Spalte {number}" for number in range(len(FACEBOOK))]
        found = self.rows(tmp_path, facebook_row(1, TEXT, **{"Is share": "1"}), heading=heading)
        assert found.interactions["kind"].tolist() == ["post", "link", "repost"]
        assert found.interactions["text"][0] == TEXT

    def test_days_before_months(self, tmp_path: Path) -> None:
        dates = [{"Publish time": "03/11/2026 09:00"}, {"Publish time": "24/09/2026 15:30"}]
        found = self.rows(tmp_path, *(facebook_row(n, **dates[n]) for n in (0, 1)))
        times = found.interactions["happened_at"].tolist()
        assert times == [
            datetime(2026, 11, 3, 17, 0, tzinfo=UTC),
            datetime(2026, 9, 24, 22, 30, tzinfo=UTC),
        ]

    def test_the_same_post_in_two_lists_counts_once(self, tmp_path: Path) -> None:
        files = {
            "a.csv": sheet(FACEBOOK, facebook_row(1)),
            "b.csv": sheet(FACEBOOK, facebook_row(1)),
        }
        found = self.collect(write_folder(tmp_path / "two", files))
        assert len(found.interactions) == 1
        assert found.tallies[1].reported == {"the same post twice": 1}

    def test_other_pages_in_the_list_are_not_ours(self, tmp_path: Path) -> None:
        other = {
            "Page ID": "100099",
            "Page name": "Rimu Society",
            "Permalink": "https://www.facebook.com/rimu/posts/pfbid9",
        }
        found = self.rows(tmp_path, facebook_row(1), facebook_row(2, **other))
        assert len(found.interactions) == 1
        assert found.tallies[0].reported == {"belongs to Rimu Society": 1}
        third = {**other, "Page ID": "7", "Permalink": "https://www.facebook.com/7/posts/1"}
        with pytest.raises(SourceError, match="none can be told as example_agency on Facebook"):
            self.rows(tmp_path, facebook_row(2, **other), facebook_row(3, **third))

    def test_rows_that_are_no_posts_are_counted(self, tmp_path: Path) -> None:
        found = self.rows(tmp_path, facebook_row(1), facebook_row(2, Permalink=""), ["1", "2"])
        assert found.tallies[0].kept == 1
        covered = found.coverage.set_index("kind")
        assert covered["status"]["post"] == "partial"
        assert "2 of 3 rows" in covered["reason"]["post"]

    def test_a_list_saved_by_a_spreadsheet_in_another_code(self, tmp_path: Path) -> None:
        content = sheet(FACEBOOK, facebook_row(1, "Pānui é")).decode("utf-8-sig")
        files = {"a.csv": content.replace("ā", "a").encode("cp1252")}
        with pytest.raises(SourceError, match="not written in UTF-8"):
            self.collect(write_folder(tmp_path / "saved", files))

    @given(
        cells=st.lists(st.lists(st.text(max_size=8), max_size=22), max_size=4),
        heading=st.sampled_from([FACEBOOK, INSTAGRAM, [], ["", "Post ID"]]),
    )
    def test_any_cells_give_frames_or_one_sentence(
        self, cells: list[list[str]], heading: list[str], tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        clean = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in cells]
        path = write_folder(
            tmp_path_factory.mktemp("any"), {"a.csv": sheet(heading, facebook_row(1), *clean)}
        )
        try:
            found = self.collect(path)
        except SourceError:
            return
        assert found.coverage["fetched"].sum() == len(found.interactions)


class TestInstagramList(ExportContract):
    form = meta_business_suite.INSTAGRAM
    to_cut = "instagram_posts.csv"

    def good_files(self) -> Files:
        return {"instagram_posts.csv": sheet(INSTAGRAM, instagram_row(1, TEXT), instagram_row(2))}

    def empty_files(self) -> Files:
        return {"instagram_posts.csv": sheet(INSTAGRAM)}

    def test_the_address_holds_the_time(self, tmp_path: Path) -> None:
        at = datetime(2026, 9, 24, 22, 30, 17, tzinfo=UTC)
        near = {"Permalink": f"https://www.instagram.com/p/{shortcode(at)}/"}
        rows = [
            instagram_row(1, **near, **{"Publish time": "09/24/2026 15:30"}),
            instagram_row(2, **{"Publish time": "09/24/2026 15:30"}),
        ]
        files = {"instagram_posts.csv": sheet(INSTAGRAM, *rows)}
        found = self.collect(write_folder(tmp_path / "list", files))
        assert found.interactions["happened_at"].tolist() == [at, at.replace(second=0)]
        assert found.agency_account == "@example_agency"

    def test_another_accounts_list_is_told(self, tmp_path: Path) -> None:
        files = {"a.csv": sheet(INSTAGRAM, instagram_row(1, **{"Account username": "rimu"}))}
        with pytest.raises(SourceError, match="belongs to @rimu, so nothing of it was read"):
            self.collect(write_folder(tmp_path / "other", files))

    def test_headings_of_another_language(self, tmp_path: Path) -> None:
        heading = [f"列 {number}" for number in range(len(INSTAGRAM))]
        files = {"a.csv": sheet(heading, instagram_row(1, TEXT))}
        found = self.collect(write_folder(tmp_path / "other", files))
        assert found.interactions["kind"].tolist() == ["post", "link"]
