"""What our own account says of itself, from the exports that hold it."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from connectors.collected import OwnAccount
from connectors.exports import registry
from tests.connectors import bluesky_files, mastodon_files, x_files
from tests.connectors.contract import READ_AT, write_folder

X_PROFILE = {
    "profile": {
        "description": {
            "bio": "Kia ora. Our statement: https://t.co/a1",
            "website": "https://t.co/b2",
        }
    }
}
ACTOR = {
    **json.loads(mastodon_files.actor()),
    "summary": "<p>Te Manatū. <a href='https://manatu.example/us'>About us</a></p>",
    "attachment": [
        {"type": "PropertyValue", "name": "Statement", "value": "<a href='https://manatu.example/statement'>manatu.example/st…</a>"},
        "no field",
    ],
}  # fmt: skip
BLUESKY_KEY = "app.bsky.actor.profile/self"


def about(folder: Path, platform: str, handle: str, files: Mapping[str, bytes]) -> str | None:
    path = write_folder(folder / "export", files)
    return registry.read_export(OwnAccount(platform, handle, "export", (path,), (), READ_AT)).about


def of_x(folder: Path, files: Mapping[str, bytes]) -> str | None:
    return about(folder, "x", x_files.OWN_HANDLE, {**x_files.good_files(), **files})


def of_bluesky(folder: Path, records: Mapping[str, object]) -> str | None:
    files = {"repo.car": bluesky_files.repository(records)}
    return about(folder, "bluesky", bluesky_files.DID, files)


def of_mastodon(folder: Path, actor: bytes) -> str | None:
    files = {"actor.json": actor, "outbox.json": mastodon_files.outbox()}
    return about(folder, "mastodon", "agency@home.example", files)


def test_an_x_archive_tells_bio_and_website(tmp_path: Path) -> None:
    files = {"data/profile.js": x_files.script("profile.part0", [X_PROFILE])}
    assert of_x(tmp_path, files) == "Kia ora. Our statement: https://t.co/a1\nhttps://t.co/b2"


@pytest.mark.parametrize("content", [[], [{}], [None], {}, [{"profile": {"description": []}}]])
def test_an_odd_profile_of_x_is_none(content: object, tmp_path: Path) -> None:
    assert of_x(tmp_path, {"data/profile.js": x_files.script("profile.part0", content)}) is None


def test_an_archive_without_a_profile_does_not_tell(tmp_path: Path) -> None:
    assert of_x(tmp_path, {}) is None


def test_a_mastodon_archive_tells_words_and_where_links_lead(tmp_path: Path) -> None:
    assert of_mastodon(tmp_path, json.dumps(ACTOR).encode()) == (
        "Te Manatū. About us\nhttps://manatu.example/us\n"
        "manatu.example/st…\nhttps://manatu.example/statement"
    )


def test_an_actor_without_words_does_not_tell(tmp_path: Path) -> None:
    assert of_mastodon(tmp_path, mastodon_files.actor()) is None


def test_a_repository_tells_description_and_website(tmp_path: Path) -> None:
    records = {
        BLUESKY_KEY: {"description": "Te Manatū", "website": "https://manatu.example", "avatar": 5}
    }
    assert of_bluesky(tmp_path, records) == "Te Manatū\nhttps://manatu.example"


def test_a_repository_without_a_profile_does_not_tell(tmp_path: Path) -> None:
    like = "app.bsky.feed.like/3lk2aaaaaaa2a"
    made = {"subject": {"uri": "at://did:plc:a/app.bsky.feed.post/1"}, "createdAt": "2026-01-01"}
    assert of_bluesky(tmp_path, {like: made}) is None
