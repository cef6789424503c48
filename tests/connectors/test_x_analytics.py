"""The table of X Analytics: own posts alone, and never beside an archive."""

import csv
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.archive import open_archive
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry, x_analytics
from connectors.exports.x_values import made_at
from connectors.intake.look import look
from tests.connectors import x_files
from tests.connectors.contract import READ_AT, ExportContract, Files, write_folder, write_zip
from tests.connectors.x_files import OWN_HANDLE

NAME = "account_analytics_content_2026-07-01_2026-07-31.csv"
COLUMNS = (
    *("Post id", "Date", "Post text", "Post Link", "Impressions", "Likes", "Engagements"),
    *("Bookmarks", "Shares", "New follows", "Replies", "Reposts", "Profile visits"),
    *("Detail Expands", "URL Clicks", "Hashtag Clicks", "Permalink Clicks"),
)
FIRST = "2076854200000000001"


def row(text: str, number: str = FIRST, handle: str = OWN_HANDLE) -> list[str]:
    link = f"https://x.com/{handle}/status/{number}"
    return [number, "Tue, Jul 14, 2026", text, link, *["1"] * 13]


def table(*rows: list[str], columns: tuple[str, ...] = COLUMNS) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([columns, *rows])
    return text.getvalue().encode()


ROWS = (
    row("Road closed, see https://t.co/abcdefghij and www.agency.example."),
    row("Tēnā koutou\nkatoa, ngā mihi", "2076854200000000002"),
    row("@kea_news Thank you", "2076854200000000003"),
    row("@kea_news See https://t.co/zz", "2076854200000000004"),
)


class TestXAnalytics(ExportContract):
    form = x_analytics.FORMAT
    handle = OWN_HANDLE
    to_cut = NAME

    def good_files(self) -> Files:
        return {NAME: table(*ROWS)}

    def empty_files(self) -> Files:
        return {NAME: table()}

    def folder(self, path: Path, **files: bytes) -> Any:
        return self.collect(write_folder(path / "given", {NAME: table(*ROWS), **files}))

    def test_posts_and_the_links_in_their_text(self, tmp_path: Path) -> None:
        acts = self.folder(tmp_path).interactions
        posts = acts[acts["kind"] == "post"]
        assert list(posts["post_id"]) == [FIRST, "2076854200000000002"]
        assert posts["text"].iloc[1] == "Tēnā koutou\nkatoa, ngā mihi"
        assert posts["happened_at"].iloc[0] == datetime(2026, 7, 14, 2, 20, 2, 22000, tzinfo=UTC)
        assert list(acts.loc[acts["kind"] == "link", "url"]) == [
            "https://t.co/abcdefghij",
            "https://www.agency.example",
            "https://t.co/zz",
        ]

    def test_what_is_not_in_it_is_unavailable_with_the_way_to_get_it(self, tmp_path: Path) -> None:
        collected = self.folder(tmp_path)
        covered = collected.coverage.set_index("kind")
        for kind in ("follow", "like", "repost", "quote"):
            assert covered.loc[kind, "status"] == "unavailable"
            assert "own posts alone" in covered.loc[kind, "reason"]
            assert "Download an archive of your data" in covered.loc[kind, "reason"]
        assert covered.loc["link", "status"] == "partial"
        assert "2 of 3 are short addresses (t.co)" in covered.loc["link", "reason"]
        assert covered.loc["post", "status"] == "complete"
        assert "not from an archive" in collected.notes[0]
        assert collected.tallies[0].reported == {"a reply without a link": 1}

    def test_beside_an_archive_it_is_not_read_and_said(self, tmp_path: Path) -> None:
        path = write_folder(tmp_path / "both", {NAME: table(*ROWS), **x_files.good_files()})
        assert not x_analytics.recognise(open_archive([path]))
        both = self.collect(path)
        alone = self.collect(write_folder(tmp_path / "alone", x_files.good_files()))
        assert len(both.interactions) == len(alone.interactions)
        assert both.notes == (
            f"{NAME} is a table of X Analytics and is not read: the archive holds its posts.",
        )

    def test_a_table_saved_from_a_spreadsheet_keeps_the_ids_of_the_addresses(
        self, tmp_path: Path
    ) -> None:
        rounded = [["2.07685E+18", "14/07/2026", *row("Hello")[2:]]]
        path = write_folder(tmp_path / "saved", {NAME: b"\xef\xbb\xbf" + table(*rounded)})
        assert list(self.collect(path).interactions["post_id"]) == [FIRST]

    def test_two_tables_that_overlap_give_each_post_once(self, tmp_path: Path) -> None:
        collected = self.folder(tmp_path, **{"other.csv": table(*ROWS[:2])})
        assert len(collected.interactions) == 5
        assert {"the same post twice": 2} in [one.reported for one in collected.tallies]

    def test_the_table_of_another_account_is_said(self, tmp_path: Path) -> None:
        path = write_folder(tmp_path / "other", {NAME: table(row("Hello", handle="kea_news"))})
        archive = open_archive([path])
        assert [owner.handle for owner in x_analytics.owners(archive)] == ["kea_news"]
        with pytest.raises(SourceError, match="belongs to @kea_news, so nothing of it was read"):
            self.collect(path)

    def test_rows_without_a_post_are_counted(self, tmp_path: Path) -> None:
        odd = [row("A")[:5], [*row("B")[:3], "https://kea.example/", *["1"] * 13]]
        collected = self.collect(write_folder(tmp_path / "odd", {NAME: table(row("C"), *odd)}))
        assert collected.tallies[0].reported == {
            "a row that is cut short": 1,
            "without the address of a post": 1,
        }
        covered = collected.coverage.set_index("kind")
        assert covered.loc["post", "status"] == "partial"
        assert f"2 of 3 rows of {NAME} are no posts" in covered.loc["post", "reason"]

    def test_a_table_by_days_is_no_table_of_posts(self, tmp_path: Path) -> None:
        days = b'Date,Impressions,Likes\n"Tue, Jul 14, 2026",1,2\n'
        path = write_folder(tmp_path / "days", {"account_overview_analytics.csv": days})
        with pytest.raises(SourceError, match="of no export known here"):
            self.collect(path)


def test_an_intake_joins_it_to_the_archive_of_the_same_account(tmp_path: Path) -> None:
    write_zip(tmp_path / "z-archive.zip", x_files.good_files())
    (tmp_path / NAME).write_bytes(table(*ROWS))
    (tmp_path / "b.csv").write_bytes(table(row("Hello", handle="kea_news")))
    found = look([tmp_path], {}, READ_AT, lambda _: None).found
    assert sorted((one.owner.handle, one.form) for one in found) == [
        (OWN_HANDLE, "X archive"),
        ("kea_news", "X Analytics table"),
    ]
    whole = next(one for one in found if one.form == "X archive")
    assert {path.name for path in whole.paths} == {NAME, "z-archive.zip"}
    assert "is not read: the archive holds its posts" in " ".join(whole.notes)


@pytest.mark.parametrize("number", ["20", "29999999999", "99999999999999999999"])
def test_an_id_that_holds_no_time_gives_none(number: str) -> None:
    assert made_at(number) is None


@given(st.integers(1_300_000_000_000, 3_000_000_000_000), st.integers(0, 2**22 - 1))
def test_an_id_holds_the_time_of_its_post(milliseconds: int, rest: int) -> None:
    number = ((milliseconds - 1_288_834_974_657) << 22) + rest
    expected = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    assert made_at(str(number)) == expected


@given(st.lists(st.lists(st.text(max_size=20), max_size=20), max_size=5), st.text(max_size=40))
def test_any_rows_give_valid_frames_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / NAME
    content = table(*rows, row(text)).decode().encode("utf-8", "replace")
    path.write_bytes(content)
    account = OwnAccount("x", OWN_HANDLE, "export", (path,), (), READ_AT)
    collected = registry.read_export(account)
    assert collected.tallies[0].records <= len(rows) + 1
