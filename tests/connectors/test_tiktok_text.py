"""TikTok's export as text, in English and in Dutch, and in languages that are not known."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry, tiktok
from tests.connectors import tiktok_files as tt
from tests.connectors.contract import READ_AT, ExportContract, Files, write_folder

SETTINGS = "TikTok/Profile and Settings"
DAY = "2026-04-18 21:21:16"
POST = {
    "Date": DAY,
    "Link": "https://p16.tiktokcdn.example/a.mp4",
    "Who can view": "Everyone",
    "Title": "He pānui\n\nRead more: https://example.govt.nz/a",
    "AddYoursText": "N/A",
}
DUTCH = {
    "TikTok/Profiel/Volgend.txt": tt.text({"Datum": DAY, "Gebruikersnaam": "kauri_tauira"}),
    "TikTok/Likes/Likelijst.txt": tt.text({"Datum": DAY, "Link": tt.VIDEO}),
    "TikTok/Je activiteit/Herplaatsingen.txt": tt.text({"Datum": DAY, "Link": tt.OTHER}),
}


class TestTikTokText(ExportContract):
    form = tiktok.FORMAT
    to_cut = "TikTok/Likes and Favorites/Like List.txt"

    def good_files(self) -> Files:
        return {
            f"{SETTINGS}/Following.txt": tt.text(
                {"Date": f"{DAY} UTC", "Username": "kauri_tauira"},
                {"Date": f"{DAY} UTC", "Username": "rimu.tauira"},
            ),
            self.to_cut: tt.text(
                *(
                    {"Date": f"2026-04-{day:02} 21:21:16 UTC", "Link": tt.VIDEO}
                    for day in range(9, 30)
                )
            ),
            "TikTok/Your Activity/Reposts.txt": tt.text({"Date": DAY, "Link": tt.OTHER}),
            "TikTok/Post/Posts.txt": tt.text(POST, {**POST, "Title": "N/A"}),
            "TikTok/Your Activity/Watch History.txt": tt.text({"Date": DAY, "Link": tt.VIDEO}),
            "TikTok/Your Activity/Status.txt": b"Phone: +64 21 000 000\n",
        }

    def empty_files(self) -> Files:
        names = [name for name in self.good_files() if "Watch" not in name]
        return dict.fromkeys(names, b"You have no data in this section\n")

    def test_the_lists_in_english(self, tmp_path: Path) -> None:
        read = self.collect(write_folder(tmp_path / "export", self.good_files()))
        counts = read.interactions["kind"].value_counts().to_dict()
        assert counts == {"follow": 2, "like": 21, "repost": 1, "post": 2, "link": 1}
        assert list(read.interactions["url"].dropna()) == ["https://example.govt.nz/a"]
        post = read.interactions[read.interactions["kind"] == "post"]
        assert post["text"].iloc[0] == POST["Title"]
        assert not any("Status" in one.source or "Watch" in one.source for one in read.tallies)

    def test_the_lists_in_dutch(self, tmp_path: Path) -> None:
        read = self.collect(write_folder(tmp_path / "export", DUTCH))
        assert list(read.interactions["kind"]) == ["follow", "like", "repost"]
        assert read.interactions["account_id"].iloc[0] == "@kauri_tauira"
        assert set(read.interactions["happened_at"]) == {pd.Timestamp("2026-04-18T21:21:16Z")}
        assert read.coverage.set_index("kind").loc["post", "status"] == "unavailable"

    @pytest.mark.parametrize("name", list(DUTCH))
    def test_one_list_alone(self, tmp_path: Path, name: str) -> None:
        read = self.collect(write_folder(tmp_path / "one", {name.rpartition("/")[2]: DUTCH[name]}))
        assert len(read.interactions) == 1

    def test_another_language_is_refused_with_what_to_choose(self, tmp_path: Path) -> None:
        files = {"TikTok/Preferiti/Mi piace.txt": tt.text({"Data": DAY, "Collegamento": tt.VIDEO})}
        with pytest.raises(SourceError, match=r"language that is not known.*file format JSON"):
            self.collect(write_folder(tmp_path / "export", files))

    @pytest.mark.parametrize("name", ["Following.txt", "Posts.txt", "Reposts.txt"])
    def test_other_texts_of_that_name_are_not_taken(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(SourceError, match="no export"):
            self.collect(write_folder(tmp_path / "other", {name: b"Dear reader\n", "a.txt": b"b"}))

    def test_what_is_no_record_is_counted(self, tmp_path: Path) -> None:
        content = tt.text({"Date": DAY, "Link": tt.VIDEO}, {"Date": DAY}) + b"\nwhat is this\n"
        read = self.collect(write_folder(tmp_path / "export", {"Like List.txt": content}))
        like = read.coverage.set_index("kind").loc["like"]
        assert (like["fetched"], like["status"]) == (1, "partial")
        assert "1 of 2 records of Like List.txt" in like["reason"]


NOISE = st.sampled_from(
    ["Date: ", DAY, "\n", "\n\n", ": ", tt.VIDEO, "Ä\x81", "\x00", "Title: ", "N/A"]
)


@given(
    files=st.dictionaries(
        st.sampled_from(["Following.txt", "Like List.txt", "Reposts.txt", "Posts.txt", "a.txt"]),
        st.lists(NOISE, max_size=20).map("".join),
        min_size=1,
    ),
    tail=st.binary(max_size=4),
)
def test_any_text_gives_frames_or_one_sentence(
    files: dict[str, str], tail: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    written = {name: content.encode() + tail for name, content in files.items()}
    path = write_folder(tmp_path_factory.mktemp("fuzz"), written)
    account = OwnAccount("tiktok", "example_agency", "export", (path,), (), READ_AT)
    try:
        collected = registry.read_export(account)
    except SourceError:
        return
    for tally in collected.tallies:
        assert tally.records == tally.kept + sum(tally.reported.values())
    assert collected.coverage["fetched"].sum() == len(collected.interactions)
