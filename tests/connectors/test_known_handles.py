"""A table of ids and handles: what it fills in, what it leaves alone, and what is said of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports.registry import read_export
from connectors.known_handles import read_known
from tests.connectors import bluesky_files, x_files
from tests.connectors.contract import READ_AT, write_zip
from tests.connectors.list_files import workbook


def collect(folder: Path, table: str | bytes, name: str = "ids.csv") -> Collected:
    path = folder / name
    path.write_bytes(table.encode() if isinstance(table, str) else table)
    export = write_zip(folder / "twitter.zip", x_files.good_files())
    account = OwnAccount("x", x_files.OWN_HANDLE, "export", (export,), (), READ_AT, ids=(path,))
    return read_export(account)


def test_a_handle_that_the_archive_lacks_comes_from_the_table(tmp_path: Path) -> None:
    found = collect(tmp_path, "id,handle,name\n333,@Kereru_News,Kererū News\n999,other,\n")
    account = found.accounts.set_index("account_id").loc["333"]
    assert (account["handle"], account["name"]) == ("Kereru_News", "Kererū News")
    assert account["url"] == "https://x.com/Kereru_News"
    assert "999" not in set(found.accounts["account_id"])
    follows = found.interactions[found.interactions["kind"] == "follow"]
    assert list(follows.set_index("account_id")["evidence"]) == [
        "data/following.js, record 1; its handle from a post of 2025-10-07 that names it",
        "data/following.js, record 2; its handle from ids.csv, row 2",
    ]
    assert [one.name for one in found.inputs] == ["twitter.zip", "ids.csv"]
    assert "Handles from the table of ids: 1; accounts with an id alone: 0." in found.notes


def test_a_handle_that_the_archive_gives_stays(tmp_path: Path) -> None:
    found = collect(tmp_path, f"id,handle\n{x_files.KAURI[0]},somebody_else\n")
    handles = found.accounts.set_index("account_id")["handle"]
    assert handles[x_files.KAURI[0]] == "kauri_party"
    assert "somebody_else" not in set(handles.dropna())


@pytest.mark.parametrize(
    "table",
    [
        "userId,username,bio\n333,Kereru_News,hello\n",
        "Follows of the agency,\nAccount ID;Screen name\n".replace(",\n", ";\n")
        + "333;Kereru_News\n",
        "rest_id\tscreen_name\n'333\thttps://twitter.com/Kereru_News\n",
        workbook(Follows=[["Name", "User ID", "Handle"], ["Kererū", "333", "@Kereru_News"]]),
    ],
)
def test_tables_as_people_and_extensions_make_them(tmp_path: Path, table: str | bytes) -> None:
    found = collect(tmp_path, table)
    assert found.accounts.set_index("account_id").loc["333", "handle"] == "Kereru_News"


def test_what_cannot_be_used_is_counted_and_said(tmp_path: Path) -> None:
    rows = "1500000000000000000,rounded\n1.5E+18,rounded\n333,one\n333,two\n444,\n,five\n"
    found = collect(tmp_path, f"id,handle\n{rows}")
    assert found.accounts.set_index("account_id")["handle"].isna()["333"]
    said = " ".join(found.notes)
    assert "as a spreadsheet rounded the id: 2. Keep ids as text." in said
    assert "Ids with two handles in the table of ids, of which neither is used: 1." in said
    assert "without an id or a handle: 2." in said
    assert "Handles from the table of ids: 0; accounts with an id alone: 1." in said


def test_dids_get_handles_too(tmp_path: Path) -> None:
    record = {"subject": "did:plc:kauri", "createdAt": "2026-02-01T00:00:00Z"}
    key = f"app.bsky.graph.follow/{bluesky_files.tid(1769904000000000)}"
    files = {key: {"$type": "app.bsky.graph.follow", **record}}
    (tmp_path / "repo.car").write_bytes(bluesky_files.repository(files))
    (tmp_path / "ids.csv").write_text("did,handle\ndid:plc:kauri,kauri.example\n", encoding="utf-8")
    account = OwnAccount(
        "bluesky", "agency.example", "export", (tmp_path / "repo.car",), (), READ_AT
    )
    found = read_export(replace(account, ids=(tmp_path / "ids.csv",)))
    assert list(found.accounts["handle"]) == ["kauri.example"]
    assert found.interactions["evidence"].str.endswith("; its handle from ids.csv, row 2").all()


@pytest.mark.parametrize("table", ["", "handle\nkauri\n", "a,b\n1,2\n", "PK", b"%PDF-1.4"])
def test_what_is_no_table_says_what_it_needs(tmp_path: Path, table: str | bytes) -> None:
    with pytest.raises(SourceError, match=r"ids\.csv"):
        collect(tmp_path, table)


@given(st.lists(st.lists(st.text(max_size=20), max_size=4), max_size=6))
def test_any_rows_give_a_table_or_our_own_error(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("ids") / "ids.csv"
    lines = [",".join(row).replace("\n", " ").replace("\r", " ") for row in rows]
    path.write_text("id,handle\n" + "\n".join(lines), encoding="utf-8")
    try:
        table = read_known([path], "x")
    except SourceError:
        return
    assert all(number and one.handle for number, one in table.known.items())


def test_the_archive_says_how_many_handles_its_own_posts_tell(tmp_path: Path) -> None:
    found = collect(tmp_path, "id,handle\n333,Kereru_News\n")
    reason = found.coverage.set_index("kind")["reason"]["follow"]
    assert "It gives numbers; its own posts tell the handles of 1 of 2." in reason
