"""The one door to export formats: what it says where nothing can be read."""

from pathlib import Path

import pytest

from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry
from tests.connectors import x_files
from tests.connectors.contract import READ_AT, write_folder


def refused(path: Path, platform: str, files: dict[str, bytes]) -> str:
    folder = write_folder(path / "export", files)
    account = OwnAccount(platform, "example_agency", "export", (folder,), (), READ_AT)
    with pytest.raises(SourceError) as caught:
        registry.read_export(account)
    return str(caught.value)


def test_an_export_of_another_platform_is_named(tmp_path: Path) -> None:
    said = refused(tmp_path, "mastodon", x_files.good_files())
    assert said.startswith("The export of @example_agency on Mastodon cannot be read: this looks")
    assert "an X archive; the configuration says mastodon" in said


def test_pages_in_place_of_data(tmp_path: Path) -> None:
    said = refused(tmp_path, "facebook", {"start-here.html": b"<html>", "images/a.jpg": b"x"})
    assert "choose JSON" in said


def test_what_was_found_is_listed(tmp_path: Path) -> None:
    files = {f"list-{number}.csv": b"a,b" for number in range(12)}
    said = refused(tmp_path, "x", files)
    assert "list-0.csv, list-1.csv, list-2.csv, list-3.csv, list-4.csv and 7 more" in said


def test_an_archive_beside_something_else(tmp_path: Path) -> None:
    said = refused(tmp_path, "x", {"inner.zip": b"PK", "read me.txt": b"hello"})
    assert "inner.zip: unpack it once" in said


def test_formats_have_names_of_their_own() -> None:
    names = [form.name for form in registry.FORMATS]
    assert len(set(names)) == len(names)
