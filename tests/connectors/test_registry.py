"""The one door to export formats: what it says where nothing can be read."""

from pathlib import Path

import pytest

from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry
from connectors.exports.ordering import ORDER
from connectors.frames import PLATFORMS
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


@pytest.mark.parametrize("platform", PLATFORMS)
def test_pages_of_nobody_in_place_of_data_say_what_to_order(tmp_path: Path, platform: str) -> None:
    said = refused(tmp_path, platform, {"start-here.html": b"<html>", "images/a.jpg": b"x"})
    assert "it holds pages (HTML) and no data." in said
    assert said.endswith(ORDER[platform])


@pytest.mark.parametrize(
    ("platform", "name"),
    [
        ("instagram", "connections/followers_and_following/following.html"),
        ("instagram", "your_instagram_activity/likes/liked_posts.html"),
        ("youtube", "Takeout/YouTube and YouTube Music/history/watch-history.html"),
    ],
)
def test_pages_are_told_by_their_names(tmp_path: Path, platform: str, name: str) -> None:
    said = refused(tmp_path, platform, {name: b"<html>", "no-data.txt": b""})
    assert "made as pages (HTML)" in said
    assert ORDER[platform] in said


def test_every_platform_says_how_to_order_its_export_in_a_short_sentence() -> None:
    assert tuple(ORDER) == PLATFORMS
    assert all(len(sentence.split()) <= 35 for sentence in ORDER.values())


def test_json_of_another_kind_is_named_by_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "expected.json"
    path.write_bytes(b'{\n    "input_file": "a.zip",\n    "platform": "x"\n}')
    account = OwnAccount("x", "example_agency", "export", (path,), (), READ_AT)
    with pytest.raises(SourceError, match="JSON with the keys input_file, platform of no export"):
        registry.read_export(account)


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
