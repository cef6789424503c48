"""Threads inside an Instagram export: its own files, one zip for two accounts, and what lacks."""

from pathlib import Path

import pytest

from connectors.archive import open_archive
from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import instagram, registry, threads
from tests.connectors import instagram_files as ig
from tests.connectors.contract import READ_AT, ExportContract, Files, write_folder, write_zip

OTTER = "https://www.threads.com/@river.otter/post/DAbCdEfGhIj"


class TestThreadsExport(ExportContract):
    form = threads.FORMAT
    to_cut = ig.THREADS_LIKED

    def good_files(self) -> Files:
        follow = ig.listed("Te Pāti Tauira", value="Tauira", href="https://www.threads.com/Tauira")
        return ig.threads_export(
            follows=[follow, ig.listed("rimu", ig.AT + 5, href="https://www.threads.net/@rimu")],
            likes=[ig.old_like("river.otter", OTTER), ig.old_like("", OTTER, ig.AT + 9)],
            posts=[
                ig.thread("Kia ora Tāmaki: https://news.example/a"),
                ig.thread("Ae", ig.AT + 60, reply=True),
            ],
        )

    def empty_files(self) -> Files:
        return ig.threads_export()

    def test_acts_are_whole(self, good: Collected) -> None:
        counts = good.interactions["kind"].value_counts().to_dict()
        assert counts == {"follow": 2, "like": 2, "post": 1, "link": 1}
        named = good.accounts.set_index("account_id")
        assert named.loc["@tauira", "name"] == "Te Pāti Tauira"
        assert set(named.index) == {"@tauira", "@rimu", "@river.otter"}
        assert named.loc["@rimu", "url"] == "https://www.threads.com/@rimu"
        assert good.notes == ()

    def test_reposts_and_quotes_are_never_none(self, good: Collected) -> None:
        covered = good.coverage.set_index("kind")
        assert covered.loc["repost", "status"] == covered.loc["quote", "status"] == "unavailable"
        assert "does not mean that nothing was reposted" in covered.loc["repost", "reason"]

    def test_the_file_alone_is_told_by_its_key(self, tmp_path: Path) -> None:
        lists = {"following.json": self.good_files()[ig.THREADS_FOLLOWING]}
        path = write_folder(tmp_path / "list", lists) / "following.json"
        assert len(self.collect(path).interactions) == 2
        assert not instagram.recognise(open_archive([path]))


def collect(platform: str, path: Path) -> Collected:
    return registry.read_export(
        OwnAccount(platform, "example_agency", "export", (path,), (), READ_AT)
    )


def test_one_zip_serves_two_accounts_and_each_takes_its_own(tmp_path: Path) -> None:
    files = {
        **ig.export(follows=[ig.new_follow("kauri")], posts=[ig.post("Instagram")]),
        **TestThreadsExport().good_files(),
    }
    path = write_zip(tmp_path / "instagram-example_agency-2026-10-01-AbC.zip", files)
    alone = collect("threads", write_zip(tmp_path / "t.zip", TestThreadsExport().good_files()))
    for platform, sources in (("instagram", 6), ("threads", 3)):
        collected = collect(platform, path)
        assert set(collected.interactions["platform"]) == {platform}
        assert len(collected.tallies) == sources
        assert all(("/threads/" in t.source) == (platform == "threads") for t in collected.tallies)
        archive = open_archive([path])
        forms = [form for form in registry.FORMATS if form.platform == platform]
        assert [form.recognise(archive) for form in forms].count(True) == 1
    assert len(collected.interactions) == len(alone.interactions)


def test_instagram_without_threads_says_where_to_tick_it(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        collect("threads", write_zip(tmp_path / "export.zip", ig.export()))
    assert "an Instagram export without the folder threads" in str(caught.value)
    assert "tick “Threads” (under Your Instagram activity)" in str(caught.value)


def test_the_author_of_a_liked_thread_has_the_name_that_the_like_gives(tmp_path: Path) -> None:
    files = ig.threads_export(likes=[ig.new_like(ig.owner_group("Te Pāti Tauira", "tauira"))])
    path = write_folder(tmp_path / "threads", files)
    account = OwnAccount("threads", "example_agency", "export", (path,), (), READ_AT)
    assert registry.read_export(account).accounts["name"].tolist() == ["Te Pāti Tauira"]


def test_threads_without_instagram_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        collect("instagram", write_zip(tmp_path / "export.zip", ig.threads_export()))
    assert "it holds Threads alone and nothing of Instagram" in str(caught.value)


def test_threads_as_pages_is_refused(tmp_path: Path) -> None:
    pages = {f"{ig.THREADS}/liked_threads.html": b"<html>"}
    with pytest.raises(SourceError, match="made as pages"):
        collect("threads", write_zip(tmp_path / "export.zip", pages))


def test_owners_are_given_for_both(tmp_path: Path) -> None:
    files = {**ig.export(), **ig.threads_export()}
    archive = open_archive([write_zip(tmp_path / "export.zip", files)])
    assert instagram.owners(archive)[0].handle == "example_agency"
    assert threads.owners(archive)[0].account_id == "@example_agency"
    nobody = open_archive([write_folder(tmp_path / "list", {ig.LIKED: b"[]"})])
    assert instagram.owners(nobody) == ()
