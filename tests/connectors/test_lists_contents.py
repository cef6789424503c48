"""What a path of a hand-kept list may be: a file, or a zip or folder of list files alone."""

from pathlib import Path

import pytest

from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.lists import read_list
from tests.connectors import x_files
from tests.connectors.contract import READ_AT, write_folder, write_zip
from tests.connectors.list_files import ids, workbook

CSV = b"Handle\n@kauri\n"
PROSE = b"Introduction\nThis archive holds what you wrote.\nEnjoy\n"


def read(path: Path) -> Collected:
    return read_list(OwnAccount("x", "example_agency", "list", (path,), (), READ_AT))


def refused(path: Path) -> str:
    with pytest.raises(SourceError) as caught:
        read(path)
    return str(caught.value)


def test_an_archive_of_a_platform_is_no_list(tmp_path: Path) -> None:
    said = refused(write_zip(tmp_path / "x-archive.zip", x_files.good_files()))
    assert said == (
        "x-archive.zip is an archive and no list (it holds data/following.js and 8 more): "
        "give the list itself, saved as XLSX or CSV."
    )
    folder = write_folder(tmp_path / "x-archive", x_files.good_files())
    assert refused(folder).startswith("x-archive is a folder and no list (it holds ")


@pytest.mark.parametrize("files", [{"README.txt": PROSE}, {"list.csv": CSV, "README.txt": PROSE}])
def test_prose_in_an_archive_is_never_taken_for_a_list(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    assert "it holds README.txt" in refused(write_zip(tmp_path / "lists.zip", files))
    assert "it holds README.txt" in refused(write_folder(tmp_path / "lists", files))


def test_a_folder_or_a_zip_of_lists_is_read_whole(tmp_path: Path) -> None:
    files = {"a.csv": CSV, "b.xlsx": workbook(Sheet1=[["Handle"], ["@rimu"]])}
    assert ids(read(write_zip(tmp_path / "lists.zip", files))) == ["@kauri", "@rimu"]
    assert ids(read(write_folder(tmp_path / "lists", files))) == ["@kauri", "@rimu"]


def test_the_lock_of_an_open_workbook_is_passed_over(tmp_path: Path) -> None:
    files = {"a.csv": CSV, "~$b.xlsx": b"Jo Example", ".~lock.a.csv#": b"Jo Example"}
    assert ids(read(write_folder(tmp_path / "lists", files))) == ["@kauri"]


def test_a_workbook_is_a_list_though_it_is_a_zip(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(workbook(Sheet1=[["Handle"], ["@rimu"]]))
    assert ids(read(path)) == ["@rimu"]


@pytest.mark.parametrize("name", ["list.csv", "list.txt", "list"])
def test_a_file_by_itself_is_a_list_by_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(CSV)
    (tmp_path / "another name").symlink_to(tmp_path / name)
    assert ids(read(tmp_path / name)) == ids(read(tmp_path / "another name")) == ["@kauri"]
