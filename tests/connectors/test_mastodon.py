from datetime import UTC, datetime
from pathlib import Path

import pytest

from connectors.errors import SourceError
from connectors.exports import mastodon
from tests.connectors.contract import READ_AT, ExportContract, Files, write_folder, write_zip
from tests.connectors.mastodon_files import (
    CSV_HEADER,
    HOME,
    KAURI_POST,
    actor,
    boost,
    likes,
    outbox,
    post,
)

LINK = '<p>Read <a href="https://www.example.govt.nz/a?b=1&amp;c=2">example.govt.nz</a></p>'


class TestMastodonExport(ExportContract):
    form = mastodon.FORMAT
    handle = "agency@home.example"
    to_cut = "outbox.json"

    def good_files(self) -> Files:
        return {
            "actor.json": actor(),
            "outbox.json": outbox(
                post(1, LINK),
                boost(2, KAURI_POST, "https://birds.example/users/Kauri"),
                post(3, quote=KAURI_POST, quoteUri=KAURI_POST),
                boost(4, "https://mi.example/notes/9x", "https://mi.example/users/9abc"),
            ),
            "likes.json": likes(KAURI_POST, "https://ap.example/ap/users/9/statuses/1"),
            "following_accounts.csv": f"{CSV_HEADER}Kauri@birds.example,true,false,\n".encode(),
        }

    def empty_files(self) -> Files:
        return {
            "actor.json": actor(),
            "outbox.json": outbox(),
            "likes.json": likes(),
            "following_accounts.csv": CSV_HEADER.encode(),
        }

    def coverage(self, path: Path) -> dict[str, dict[str, object]]:
        rows = self.collect(path).coverage.to_dict("records")
        return {str(row["kind"]): {str(k): v for k, v in row.items()} for row in rows}

    def test_what_is_not_there_is_said_with_where_to_get_it(self, tmp_path: Path) -> None:
        files = dict(self.good_files())
        follows = files.pop("following_accounts.csv")
        archive = self.coverage(write_folder(tmp_path / "archive", files))
        alone = self.coverage(write_folder(tmp_path / "csv", {"following_accounts.csv": follows}))
        assert archive["follow"]["status"] == "unavailable"
        assert "add following_accounts.csv" in str(archive["follow"]["reason"])
        assert {archive[kind]["status"] for kind in archive if kind != "follow"} == {"complete"}
        assert {alone[kind]["status"] for kind in alone if kind != "follow"} == {"unavailable"}
        assert alone["follow"]["status"] == "complete"
        assert "no likes.json" in str(alone["like"]["reason"])

    def test_a_broken_file_fails_its_own_kinds_alone(self, tmp_path: Path) -> None:
        files = {**self.good_files(), "likes.json": b'{"orderedItems": ["https://a'}
        covered = self.coverage(write_folder(tmp_path / "broken", files))
        assert {kind for kind, row in covered.items() if row["status"] == "failed"} == {"like"}
        assert "likes.json in broken cannot be read" in str(covered["like"]["reason"])

    @pytest.mark.parametrize("content", [b"[]", b'{"orderedItems": {}}', b"null", b"\xff\xfe"])
    def test_a_file_of_another_form_is_no_empty_list(self, tmp_path: Path, content: bytes) -> None:
        files = {**self.good_files(), "likes.json": content}
        assert self.coverage(write_folder(tmp_path / "odd", files))["like"]["status"] == "failed"

    def test_a_total_that_differs_makes_the_posts_partial(self, tmp_path: Path) -> None:
        files = {**self.good_files(), "outbox.json": outbox(post(1), totalItems=775)}
        covered = self.coverage(write_folder(tmp_path / "total", files))
        for kind in ("repost", "quote", "link", "post"):
            assert covered[kind]["status"] == "partial"
            assert "775 records, and it holds 1." in str(covered[kind]["reason"])
        assert covered["like"]["status"] == "complete"

    def test_the_archive_says_when_it_was_made_and_whose_it_is(self, tmp_path: Path) -> None:
        path = write_zip(tmp_path / "archive-20260930115900-00ff.zip", self.good_files())
        collected = self.collect(path)
        as_at = collected.coverage.set_index("kind")["as_at"]
        assert as_at["post"] == datetime(2026, 9, 30, 11, 59, tzinfo=UTC)
        assert as_at["follow"] == READ_AT
        assert collected.agency_account == "agency@home.example"

    def test_the_archive_of_another_account_is_not_read(self, tmp_path: Path) -> None:
        files = {**self.good_files(), "actor.json": actor("other", "else.example")}
        with pytest.raises(SourceError, match=r"belongs to @other@else\.example, so nothing"):
            self.collect(write_folder(tmp_path / "other", files))

    def test_the_posts_say_whose_they_are_where_the_actor_is_missing(self, tmp_path: Path) -> None:
        path = write_folder(tmp_path / "posts", {"outbox.json": outbox(post(1))})
        assert self.collect(path).agency_account == "agency@home.example"
        assert HOME.endswith("/agency")

    def test_two_archives_that_overlap_give_each_act_once(self, tmp_path: Path) -> None:
        one = write_zip(tmp_path / "one.zip", self.good_files())
        two = write_zip(tmp_path / "two.zip", self.good_files())
        both, single = self.collect(one, two), self.collect(one)
        assert len(both.interactions) == len(single.interactions)
        assert "2 lists of follows" in both.notes[0]
