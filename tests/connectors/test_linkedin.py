"""The export of a member of LinkedIn: its files, whole and in part, and what each gives."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from connectors.archive import open_archive
from connectors.collected import Collected
from connectors.errors import SourceError
from connectors.exports import linkedin, registry
from tests.connectors import linkedin_files as li
from tests.connectors.contract import ExportContract, Files, write_folder, write_zip


class TestLinkedInExport(ExportContract):
    form = linkedin.FORMAT
    handle = "in/example-agency"
    to_cut = li.SHARES

    def good_files(self) -> Files:
        return li.good_files()

    def empty_files(self) -> Files:
        return {name: li.file(name) for name in li.COLUMNS}

    def rows(self, tmp_path: Path, files: Files) -> Collected:
        return self.collect(write_folder(tmp_path / "some", files))

    def test_each_file_gives_its_own_acts(self, good: Collected) -> None:
        acts = good.interactions
        assert acts["kind"].value_counts().to_dict() == {
            "follow": 3,
            "like": 2,
            "repost": 2,
            "quote": 1,
            "link": 2,
            "post": 2,
        }
        follows = acts[acts["kind"] == "follow"]
        assert list(follows["account_id"]) == ["Kauri, Ltd", "Te Pāti Tauira", "Aroha Tauira"]
        assert list(good.accounts["name"]) == list(follows["account_id"])
        assert follows["happened_at"].iloc[0] == pd.Timestamp("2026-06-26T16:11:27Z")
        text = acts.loc[acts["kind"] == "post", "text"].iloc[0]
        assert text == "He pānui\n\nhttps://lnkd.in/abc"
        assert set(acts["url"].dropna()) == {"https://example.govt.nz/x", "https://lnkd.in/abc"}

    def test_whose_posts_they_were_is_counted_as_unknown(self, good: Collected) -> None:
        cover = good.coverage.set_index("kind")
        for kind, number in (("like", 2), ("repost", 2), ("quote", 1), ("follow", 0)):
            assert cover.loc[kind, "unattributed"] == number
        likes = good.interactions[good.interactions["kind"] == "like"]
        assert list(likes["unknown_reason"]) == ["not_in_export"] * 2
        assert list(likes["post_url"]) == [li.POST, li.COMMENT]
        assert list(likes["post_id"]) == [
            "urn:li:activity:7369654911201284096",
            "urn:li:comment:(activity:6810486257374785536,6810652903246729216)",
        ]
        assert likes["evidence"].iloc[1].endswith("row 2 (PRAISE)")
        assert "Reactions to comments count too: 1." in cover.loc["like", "reason"]

    def test_times_are_utc(self, good: Collected) -> None:
        likes = good.interactions[good.interactions["kind"] == "like"]
        assert likes["happened_at"].iloc[0] == pd.Timestamp("2026-09-05T09:50:45Z")

    def test_names_alone_are_said_on_page_one(self, good: Collected) -> None:
        assert any("by name alone" in note for note in good.notes)

    def test_connections_are_never_read(self, tmp_path: Path, good: Collected) -> None:
        files = {**li.good_files(), "Connections.csv": b"\xff\xfe\x00 no text at all"}
        again = self.rows(tmp_path, files)
        pd.testing.assert_frame_equal(again.interactions, good.interactions)
        assert any("Connections.csv is not read" in note for note in again.notes)
        assert not any("Connections" in tally.source for tally in again.tallies)

    def test_articles_are_counted_and_not_read(self, tmp_path: Path) -> None:
        files = {**li.good_files(), "Articles/Articles/te-panui.html": b"<p>Kia ora</p>" * 9}
        told = self.rows(tmp_path, files).coverage.set_index("kind")
        assert (told.loc["link", "status"], told.loc["post", "status"]) == ("partial", "partial")
        said = "Not read: Articles/Articles/te-panui.html, with the member's own articles."
        assert said in told.loc["link", "reason"]

    def test_a_table_of_addresses_tells_who_the_names_are(self, tmp_path: Path) -> None:
        table = tmp_path / "names.csv"
        table.write_text("id,handle\nTe Pāti Tauira,company/te-pati-tauira\n", encoding="utf-8")
        path = write_zip(tmp_path / "export.zip", li.good_files())
        read = registry.read_export(replace(self.account(path), ids=(table,)))
        told = read.accounts.set_index("account_id")["handle"].dropna()
        assert told.to_dict() == {"Te Pāti Tauira": "company/te-pati-tauira"}

    def test_the_first_part_lacks_files_and_says_which_to_order(self, tmp_path: Path) -> None:
        files = {name: li.good_files()[name] for name in (li.ORGANISATIONS, "Connections.csv")}
        path = write_zip(tmp_path / "Basic_LinkedInDataExport_06-27-2026.zip", files)
        part = self.collect(path)
        cover = part.coverage.set_index("kind")
        assert cover.loc["follow", "status"] == "partial"
        assert "no Member_Follows.csv" in cover.loc["follow", "reason"]
        assert cover.loc["like", "status"] == "unavailable"
        assert "choose the larger data archive" in cover.loc["like", "reason"]
        assert set(part.coverage["as_at"]) == {pd.Timestamp("2026-06-27T00:00:00Z")}
        assert any("first, smaller part" in note for note in part.notes)

    def test_the_same_acts_in_two_exports_count_once(self, tmp_path: Path) -> None:
        zips = [
            write_zip(tmp_path / f"{kind}_LinkedInDataExport_06-27-2026.zip", li.good_files())
            for kind in ("Basic", "Complete")
        ]
        both = self.collect(*zips)
        assert len(both.interactions) == len(self.collect(zips[0]).interactions)
        assert sum(tally.reported.get("the same act twice", 0) for tally in both.tallies) == 9
        assert any("may no longer be followed" in note for note in both.notes)

    def test_a_page_has_no_export(self, tmp_path: Path) -> None:
        class Page(TestLinkedInExport):
            handle = "company/example-agency"

        read = Page().collect(write_zip(tmp_path / "export.zip", li.good_files()))
        assert any("named as a Page, which has none" in note for note in read.notes)

    @pytest.mark.parametrize(
        "name", ["Company Follows.csv", "company_follows.csv", "Company Follows (1).csv", "me.csv"]
    )
    def test_one_file_alone(self, tmp_path: Path, name: str) -> None:
        content = li.good_files()[li.ORGANISATIONS]
        read = self.rows(tmp_path, {name: content})
        assert list(read.interactions["kind"]) == ["follow", "follow"]

    @pytest.mark.parametrize("name", ["Reactions.csv", "Shares.csv"])
    def test_other_tables_of_that_name_are_not_taken(self, tmp_path: Path, name: str) -> None:
        folder = write_folder(tmp_path / "other", {name: b"Date,Number\n2026-01-01,2\n"})
        assert not self.form.recognise(open_archive([folder]))

    def test_a_broken_file_fails_its_own_kind_alone(self, tmp_path: Path) -> None:
        files = {**li.good_files(), li.REACTIONS: b"PK\x03\x04 a workbook"}
        cover = self.rows(tmp_path, files).coverage.set_index("kind")
        assert cover.loc["like", "status"] == "failed"
        assert "is an Excel workbook named as a CSV file" in cover.loc["like", "reason"]
        assert cover.loc["follow", "status"] == "complete"

    def test_nothing_of_linkedin(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match="no export that is known"):
            self.rows(tmp_path, {"a.csv": b"a,b\n", "b.csv": b"a,b\n"})

    def test_the_time_of_a_share_lies_in_its_number(self, tmp_path: Path) -> None:
        row = ["3/09/2026 8:00", *li.share("Pānui")[1:]]
        acts = self.rows(tmp_path, {li.SHARES: li.file(li.SHARES, row)}).interactions
        made = datetime.fromtimestamp((7368902093004800000 >> 22) / 1000, UTC)
        assert acts["happened_at"].iloc[0] == pd.Timestamp(made)
