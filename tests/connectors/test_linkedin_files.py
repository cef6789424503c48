"""How the CSV files of LinkedIn are written: notes, quotes, marks, and what spreadsheets do."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry
from connectors.exports.reading import NOT_A_RECORD
from tests.connectors import linkedin_files as li
from tests.connectors.contract import READ_AT, write_folder


def read(path: Path, files: dict[str, bytes]) -> Collected:
    folder = write_folder(path, files)
    account = OwnAccount("linkedin", "in/example-agency", "export", (folder,), (), READ_AT)
    return registry.read_export(account)


def followed(path: Path, content: bytes, name: str = li.PEOPLE) -> list[str]:
    return list(read(path / "export", {name: content}).interactions["account_id"])


@pytest.mark.parametrize("name", ["Member_Follows.csv", "Member_Follows_123456.csv"])
@pytest.mark.parametrize("before", [b"", li.NOTES, b"\xef\xbb\xbf", b"\n\n"])
def test_member_follows_with_and_without_notes_and_number(
    tmp_path: Path, name: str, before: bytes
) -> None:
    content = before + li.file(li.PEOPLE, ("2026-06-01 01:02:03", "Active", "Aroha Tauira"))
    assert followed(tmp_path, content, name) == ["Aroha Tauira"]


def test_who_was_unfollowed_is_reported(tmp_path: Path) -> None:
    rows = [("2026-06-01 01:02:03", status, status or "None") for status in ("Unfollow", "", "New")]
    collected = read(tmp_path / "export", {li.PEOPLE: li.file(li.PEOPLE, *rows)})
    assert list(collected.interactions["account_id"]) == ["None", "New"]
    assert collected.tallies[0].reported == {"no longer followed, as its status says": 1}


def test_quotes_written_with_a_backslash(tmp_path: Path) -> None:
    content = b'Organization,Followed On\n"The \\"Kauri\\", Ltd",Fri Jun 26 16:11:27 UTC 2026\n'
    assert followed(tmp_path, content, li.ORGANISATIONS) == ['The "Kauri", Ltd']


def test_a_bare_quote_inside_a_cell(tmp_path: Path) -> None:
    content = b'Organization,Followed On\n"The "Kauri" Ltd",Fri Jun 26 16:11:27 UTC 2026\n'
    assert len(followed(tmp_path, content, li.ORGANISATIONS)) == 1


def test_a_heading_in_another_language_is_read_by_position(tmp_path: Path) -> None:
    rows = [("Kauri", "Fri Jun 26 16:11:27 UTC 2026")]
    content = li.table(("Entreprise", "Suivie depuis"), *rows)
    assert followed(tmp_path, content, li.ORGANISATIONS) == ["Kauri"]


def test_what_a_spreadsheet_saved_with_semicolons(tmp_path: Path) -> None:
    content = "\ufeffOrganization;Followed On\r\nKāuri, Ltd;26/06/2026 16:11\r\n".encode()
    collected = read(tmp_path / "export", {li.ORGANISATIONS: content})
    assert list(collected.interactions["account_id"]) == ["Kāuri, Ltd"]
    assert any("1 acts have no date" in note for note in collected.notes)


def test_columns_of_2021_and_reshares(tmp_path: Path) -> None:
    heading = ("Date", "ShareLink", "ShareCommentary", "SharedURL", "MediaURL", "Visibility")
    rows = [
        li.share(),
        li.share(media="https://media.example/a.jpg", link=f"{li.SHARE}1"),
        li.share(url="https://news.example/a", link=f"{li.SHARE}2"),
        li.share(url=li.POST, link=f"{li.SHARE}3"),
    ]
    acts = read(tmp_path / "export", {"Shares.csv": li.table(heading, *rows)}).interactions
    assert list(acts["kind"]) == ["repost", "post", "post", "link", "repost"]
    assert acts["post_url"].iloc[0] == li.SHARE
    assert acts["post_url"].iloc[-1] == li.POST


def test_a_name_never_becomes_a_handle(tmp_path: Path) -> None:
    rows = [("@kauri", "Fri Jun 26 16:11:27 UTC 2026"), ("", "Fri Jun 26 16:11:28 UTC 2026")]
    collected = read(tmp_path / "export", {li.ORGANISATIONS: li.file(li.ORGANISATIONS, *rows)})
    acts = collected.interactions
    assert list(acts["account_id"].fillna("")) == ["kauri", ""]
    assert list(acts["unknown_reason"].fillna("")) == ["", "not_in_export"]


def test_rows_that_are_too_short_are_counted(tmp_path: Path) -> None:
    content = li.file(li.REACTIONS, ("2026-09-05 09:50:45", "LIKE", li.POST)) + b"2026-09-05\n"
    collected = read(tmp_path / "export", {li.REACTIONS: content})
    assert collected.tallies[0].reported == {NOT_A_RECORD: 1}
    like = collected.coverage.set_index("kind").loc["like"]
    assert like["status"] == "partial"
    assert "1 of 2 records of Reactions_123456.csv could not be understood." in like["reason"]


def test_not_utf_8(tmp_path: Path) -> None:
    content = "Organization,Followed On\nKāuri,x\n".encode("utf-16")
    reason = read(tmp_path / "export", {li.ORGANISATIONS: content}).coverage["reason"].iloc[0]
    assert "is not written in UTF-8" in reason


CELLS = st.sampled_from(["", '"', "\\", "\n", "ā", "Ä\x81", "Notes:", "x" * 200, li.POST, "\x00"])


@given(
    cut=st.integers(0, 400),
    rows=st.dictionaries(
        st.sampled_from(list(li.COLUMNS)), st.lists(st.lists(CELLS, max_size=7), max_size=4)
    ),
    noise=st.binary(max_size=12),
)
def test_any_rows_give_frames_or_one_sentence(
    cut: int, rows: dict[str, Any], noise: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files = {name: (li.file(name, *some) + noise)[:cut] for name, some in rows.items()}
    try:
        collected = read(tmp_path_factory.mktemp("fuzz"), files or {"Shares.csv": noise})
    except SourceError:
        return
    for tally in collected.tallies:
        assert tally.records == tally.kept + sum(tally.reported.values())
    assert collected.coverage["fetched"].sum() == len(collected.interactions)
