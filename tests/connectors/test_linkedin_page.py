"""The list of posts of a LinkedIn Page, as CSV and as a workbook."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import linkedin_page, registry
from tests.connectors.contract import READ_AT, ExportContract, Files, write_folder

POST = "https://www.linkedin.com/feed/update/urn:li:activity:7369654911201284096"
OTHER = "https://www.linkedin.com/feed/update/urn:li:activity:7369654911201284097"
HEADING = [
    *("Post title", "Post link", "Post type", "Campaign name", "Posted by", "Created date"),
    *("Audience", "Impressions", "Likes", "Reposts", "Content Type"),
]
DESCRIPTION = ["Summary of posts between 01/01/2026 and 30/09/2026"]


def row(title: str, link: str = POST) -> list[str]:
    return [title, link, "Organic", "", "Aroha Tauira", "09/05/2026", "All", "9", "1", "0", ""]


def sheet(*rows: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([DESCRIPTION, HEADING, *rows])
    return text.getvalue().encode()


class TestLinkedInPageList(ExportContract):
    form = linkedin_page.FORMAT
    handle = "company/example-agency"
    to_cut = "content.csv"

    def good_files(self) -> Files:
        return {"content.csv": sheet(row("He pānui: https://example.govt.nz/a"), row("Hui", OTHER))}

    def empty_files(self) -> Files:
        return {"content.csv": sheet()}

    def rows(self, path: Path, *rows: list[str]) -> Collected:
        return self.collect(write_folder(path / "list", {"content.csv": sheet(*rows)}))

    def test_posts_and_links_alone(self, good: Collected) -> None:
        assert list(good.interactions["kind"]) == ["post", "link", "post"]
        assert list(good.interactions["post_id"].unique()) == [
            "urn:li:activity:7369654911201284096",
            "urn:li:activity:7369654911201284097",
        ]
        made = datetime.fromtimestamp((7369654911201284096 >> 22) / 1000, UTC)
        assert good.interactions["happened_at"].iloc[0] == pd.Timestamp(made)
        cover = good.coverage.set_index("kind")
        for kind in ("follow", "like", "repost", "quote"):
            assert cover.loc[kind, "status"] == "unavailable"
            assert "gives a Page no list" in cover.loc[kind, "reason"]

    def test_a_workbook(self, tmp_path: Path, good: Collected) -> None:
        book = openpyxl.Workbook()
        book.active.title = "Metrics"
        book.active.append(["Date", "Impressions"])
        posts = book.create_sheet("All posts")
        for line in csv.reader(io.StringIO(self.good_files()["content.csv"].decode())):
            posts.append(line)
        book.save(tmp_path / "content.xlsx")
        read = self.collect(tmp_path / "content.xlsx")
        same = ["kind", "post_url", "url", "text", "happened_at"]
        pd.testing.assert_frame_equal(read.interactions[same], good.interactions[same])
        assert read.interactions["evidence"].iloc[0] == "content.xlsx, sheet All posts, row 3"

    def test_the_old_form_of_a_workbook(self, tmp_path: Path) -> None:
        (tmp_path / "content.xls").write_bytes(b"\xd0\xcf\x11\xe0" + b"..Post link..")
        with pytest.raises(SourceError, match=r"content\.xls is an old .* Save the list as XLSX"):
            self.collect(tmp_path / "content.xls")

    def test_rows_that_are_no_posts_or_come_twice(self, tmp_path: Path) -> None:
        read = self.rows(tmp_path, row("a"), row("a"), row("Total", ""), row("b", "https://x.nz"))
        assert read.tallies[0].reported == {
            "the same post twice": 1,
            "without the address of a post": 1,
        }
        assert read.coverage.set_index("kind").loc["post", "status"] == "partial"
        assert any("1 posts have no time" in note for note in read.notes)


@given(noise=st.binary(max_size=60), cut=st.integers(0, 300))
def test_any_bytes_give_frames_or_one_sentence(
    noise: bytes, cut: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = sheet(row("He pānui"))[:cut] + noise
    path = write_folder(tmp_path_factory.mktemp("fuzz"), {"content.csv": content})
    account = OwnAccount("linkedin", "company/a", "export", (path,), (), READ_AT)
    try:
        collected = registry.read_export(account)
    except SourceError:
        return
    for tally in collected.tallies:
        assert tally.records == tally.kept + sum(tally.reported.values())
