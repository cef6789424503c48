"""Exports of other servers of the fediverse: Pleroma, Akkoma, Pixelfed, GoToSocial."""

import json
from pathlib import Path

import pytest

from connectors.archive import open_archive
from connectors.collected import Collected
from connectors.errors import SourceError
from connectors.exports.registry import FORMATS, read_export
from tests.connectors.contract import write_zip
from tests.connectors.mastodon_files import KAURI_POST, actor, collection, likes, outbox, post
from tests.connectors.test_mastodon_csv import account

URIS = (
    "https://birds.example/users/Kauri",
    "https://ap.example/ap/users/9",
    "https://birds.example/users/kauri",
    "https://ap.example/ap/users/9",
    "at://did:plc:a",
)


def collect(path: Path, **files: bytes) -> Collected:
    named = {name.replace("_json", ".json").replace("_", "-"): text for name, text in files.items()}
    return read_export(account(write_zip(path / "export.zip", named)))


def backup(**values: int) -> dict[str, bytes]:
    return {
        "actor_json": actor(),
        "outbox_json": outbox(post(1)),
        "likes_json": likes(KAURI_POST),
        "following_json": collection("following.json", list(URIS), **values),
        "followers_json": collection("followers.json", ["https://b.example/users/jo"]),
        "bookmarks_json": collection("bookmarks.json", ["https://b.example/users/jo/statuses/1"]),
    }


def test_the_backup_of_pleroma_holds_the_follows(tmp_path: Path) -> None:
    collected = collect(tmp_path, **backup(totalItems=5))
    follows = collected.interactions[collected.interactions["kind"] == "follow"]
    assert list(follows["account_id"].fillna("")) == ["kauri@birds.example", ""]
    assert follows["evidence"].iloc[1] == "following.json, record 2 (https://ap.example/ap/users/9)"
    tally = next(one for one in collected.tallies if one.source == "following.json")
    assert tally.reported == {
        "not an address of the form name@server": 1,
        "the same account twice": 2,
    }
    covered = collected.coverage.set_index("kind").loc["follow"]
    assert (covered["status"], covered["fetched"], covered["unattributed"]) == ("partial", 2, 1)
    assert "does not say when" in covered["reason"]


@pytest.mark.parametrize(("stated", "written"), [(9, "9 records"), (1, "1 record")])
def test_a_backup_that_says_another_number_is_partial(
    tmp_path: Path, stated: int, written: str
) -> None:
    follows = collect(tmp_path, **backup(totalItems=stated)).coverage.set_index("kind")
    reason = follows.loc["follow", "reason"]
    assert f"following.json says that it holds {written}, and it holds 5." in reason


def test_the_backup_is_of_this_format_alone(tmp_path: Path) -> None:
    named = {name.replace("_", "."): text for name, text in backup().items()}
    archive = open_archive([write_zip(tmp_path / "backup.zip", named)])
    assert [form.name for form in FORMATS if form.recognise(archive)] == ["Mastodon export"]


def test_the_follows_of_pixelfed_are_a_list_of_pages(tmp_path: Path) -> None:
    pages = ["https://pix.example/Kea", "https://birds.example/@kauri", "https://pix.example/"]
    collected = collect(tmp_path, pixelfed_following_json=json.dumps(pages).encode())
    follows = collected.interactions
    assert list(follows["account_id"].fillna("")) == ["kea@pix.example", "kauri@birds.example", ""]
    assert collected.coverage.set_index("kind").loc["like", "status"] == "unavailable"


@pytest.mark.parametrize("archive", [False, True])
def test_the_posts_of_pixelfed_are_said_not_to_be_read(tmp_path: Path, archive: bool) -> None:
    statuses = json.dumps([{"id": "1", "content": "<p>Kia ora</p>", "visibility": "public"}] * 2)
    files = backup() if archive else {"pixelfed_following_json": b"[]"}
    collected = collect(tmp_path, pixelfed_statuses_json=statuses.encode(), **files)
    told = collected.coverage.set_index("kind")
    assert told.loc["post", "status"] == ("partial" if archive else "unavailable")
    for kind in ("repost", "link", "post"):
        assert "Not read: pixelfed-statuses.json, with own posts." in told.loc[kind, "reason"]
    assert "Not read" not in (told.loc["like", "reason"] or "")


@pytest.mark.parametrize("content", [b"{}", b"[", b'"x"'])
def test_a_broken_list_of_pages_fails(tmp_path: Path, content: bytes) -> None:
    collected = collect(tmp_path, pixelfed_following_json=content)
    covered = collected.coverage.set_index("kind").loc["follow"]
    assert covered["status"] == "failed"
    assert "pixelfed-following.json" in covered["reason"]


def test_the_follows_of_instagram_are_not_taken_for_ours(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="Instagram"):
        collect(tmp_path, following_json=b'{"relationships_following": []}')
