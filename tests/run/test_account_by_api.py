"""Accounts read through an interface, in a run: pages, ceilings, resuming, later runs, failures."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest

from audit.run import folder, make
from audit.run.outside import Outside
from audit.run.verification import verify
from connectors.errors import ConfigError
from connectors.live.pages import PageFolder
from reports.coverage_words import not_covered
from tests.run.job import NOW, OUTSIDE, lay_out, run
from tests.run.own_bluesky import (
    DID,
    FOLLOW,
    LIKE,
    POST,
    REPOST,
    TEXTS,
    Own,
    block,
    configured,
    network,
)
from tests.servers.local import Asked, Written, serving

pytestmark = pytest.mark.slow  # each runs the main job against a server

COUNTS = {FOLLOW: 230, LIKE: 250, REPOST: 30, POST: 140}
FRAMES = ("interactions", "accounts", "coverage")
LATER = NOW + timedelta(days=3)
SOME = 12  # requests, fewer than a run needs


@pytest.fixture
def own(tmp_path: Path) -> Own:
    lay_out(tmp_path)
    return Own(dict(COUNTS))


def frames_of(run_folder: Path) -> list[pd.DataFrame]:
    return [pd.read_parquet(run_folder / "frames" / f"{name}.parquet") for name in FRAMES]


def same(one: Path, other: Path) -> None:
    for frame, again in zip(frames_of(one), frames_of(other), strict=True):
        pd.testing.assert_frame_equal(frame, again)


def checkpoint(tmp_path: Path) -> Path:
    (found,) = (tmp_path / "runs" / ".collecting").iterdir()
    return found


def pages_of(run_folder: Path) -> Path:
    (found,) = (path for path in (run_folder / "collected").iterdir() if path.is_dir())
    return found


def least(number: int, size: int = 100) -> int:
    return -(-number // size)


def test_a_run_keeps_the_pages_and_asks_hardly_more_than_it_must(own: Own, tmp_path: Path) -> None:
    with network(tmp_path, own) as loaded:
        made = run(loaded)
    interactions, accounts, coverage = frames_of(made.folder)
    assert interactions["kind"].value_counts().to_dict() == {
        "like": 250,
        "follow": 230,
        "post": 140,
        "repost": 30,
    }
    assert set(coverage["status"]) == {"complete"}
    assert (coverage["as_at"] == pd.Timestamp(NOW)).all()
    assert accounts["handle"].notna().all()
    assert made.review.status == "complete"
    pages = pages_of(made.folder)
    assert pages.name.startswith("bluesky-ours-tauira-example-")
    assert len(PageFolder(pages).read("likes")) == own.lists[LIKE]
    assert (
        f"collected/{pages.name}/likes.jsonl.gz"
        in (made.folder / "manifest-sha256.txt").read_text()
    )
    assert verify(made.folder).whole
    again = make.rebuild(made.folder, tmp_path / "again", lambda _: None)  # of the frames alone
    assert again.workbook.read_bytes() == made.workbook.read_bytes()
    assert not list((tmp_path / "runs" / ".collecting").iterdir())
    for collection, number in COUNTS.items():
        assert own.lists[collection] <= least(number) + 2
    assert len(set(own.asked)) == len(own.asked)


def test_a_run_that_is_stopped_by_a_ceiling_is_partial_and_the_next_goes_on(
    own: Own, tmp_path: Path
) -> None:
    with serving(own.answer) as (address, _):
        whole = run(configured(tmp_path, block(address)))
        asked, own.asked = own.asked, []
        shutil.move(whole.folder, tmp_path / "undisturbed")
        limited = configured(tmp_path, block(address), limits=f"requests = {SOME}")
        first = run(limited)
        assert first.review.status == "partial"
        assert len(own.asked) == SOME
        assert "[limits] requests" in coverage_of(first.folder)["post"]
        assert checkpoint(tmp_path).is_dir()
        assert not_covered(first.review) == "Some lists could be read only in part: see Coverage."
        before = {path: path.read_bytes() for path in first.folder.rglob("*") if path.is_file()}
        second = run(limited)
        assert second.review.status == "partial"  # lists and names are whole, texts lack
        assert not_covered(second.review).startswith("The lists could be read, but not all")
        last = run(limited)
        assert last.review.status == "complete"
    assert sorted(own.asked) == sorted(asked)
    same(tmp_path / "undisturbed", last.folder)
    assert before == {path: path.read_bytes() for path in before}
    assert not list((tmp_path / "runs" / ".collecting").iterdir())


def coverage_of(run_folder: Path) -> dict[str, str]:
    table = frames_of(run_folder)[2].fillna({"reason": ""})
    return dict(zip(table["kind"], table["status"] + ": " + table["reason"], strict=True))


def test_a_later_run_asks_for_what_is_new_alone_and_full_for_everything(
    own: Own, tmp_path: Path
) -> None:
    own.counts |= {LIKE: 2450, POST: 310}
    with network(tmp_path, own) as loaded:
        run(loaded)
        first, own.asked = own.lists, []
        own.counts[LIKE] += 7
        second = run(loaded)
        again, own.asked = own.lists, []
        third = run(loaded, outside=replace(OUTSIDE, full=True))
    for names in ((LIKE, POST, REPOST), (LIKE, POST, REPOST, TEXTS)):
        assert sum(again[name] for name in names) <= sum(first[name] for name in names) / 10
    assert again[FOLLOW] == first[FOLLOW]
    assert all(own.lists[name] == first[name] for name in COUNTS)
    assert own.lists[TEXTS] >= first[TEXTS]
    kinds, full = (frames_of(one.folder)[0]["kind"].value_counts() for one in (second, third))
    assert kinds["like"] == full["like"] == 2457
    columns = ["kind", "account_id", "post_id", "happened_at", "text"]
    acts = [frames_of(one.folder)[0][columns] for one in (second, third)]
    pd.testing.assert_frame_equal(*acts)
    assert not PageFolder(pages_of(third.folder)).has_earlier("likes")


@pytest.mark.parametrize("spoilt", [True, False])
def test_a_run_whose_pages_have_changed_is_not_built_upon(
    own: Own, tmp_path: Path, spoilt: bool
) -> None:
    with network(tmp_path, own) as loaded:
        first = run(loaded)
        before, own.asked = own.lists, []
        if spoilt:
            without_a_page(pages_of(first.folder))
        second = run(loaded)
    assert (frames_of(second.folder)[0]["kind"] == "like").sum() == COUNTS[LIKE]
    assert (own.lists[LIKE] == before[LIKE]) == spoilt


def without_a_page(pages: Path) -> None:
    first, _, *others = PageFolder(pages).read("likes")
    (pages / "likes.jsonl.gz").unlink()
    for page in (first, *others):
        PageFolder(pages).add("likes", page)


def test_pages_of_more_than_a_week_ago_are_given_up_and_that_is_said(
    own: Own, tmp_path: Path
) -> None:
    said: list[str] = []
    with network(tmp_path, own, f"requests = {SOME}") as loaded:
        for days, asks_again in ((0, True), (7, False), (8, True)):
            own.asked.clear()
            said.clear()
            make.run(loaded, "", NOW, said.append, later(days))
            profile = any("getProfile?" in path for path in own.asked)
            assert profile == asks_again
            given_up = [one for one in said if "is too old to go on from" in one]
            assert len(given_up) == (days == 8)
            gone_on = [one for one in said if "going on from what was fetched from 5 Oct" in one]
            assert len(gone_on) == (days == 7)


def later(days: int) -> Outside:
    return replace(OUTSIDE, now=lambda: NOW + timedelta(days=days))


def test_coverage_says_as_at_when_the_reading_was_begun(own: Own, tmp_path: Path) -> None:
    with serving(own.answer) as (address, _):
        run(configured(tmp_path, block(address), limits=f"requests = {SOME}"))
        made = run(configured(tmp_path, block(address)), now=LATER, outside=later(3))
    assert (frames_of(made.folder)[2]["as_at"] == pd.Timestamp(NOW)).all()
    assert (frames_of(made.folder)[0]["kind"] == "like").sum() == 250


def test_pages_that_a_run_folder_has_already_are_not_gone_on_from(own: Own, tmp_path: Path) -> None:
    with network(tmp_path, own) as loaded:
        made = run(loaded)
        pages = pages_of(made.folder)
        shutil.copytree(pages, tmp_path / "runs" / ".collecting" / pages.name)  # killed just then
        own.asked.clear()
        own.counts[FOLLOW] += 1
        again = run(loaded)
    assert own.lists[FOLLOW] == 4
    assert (frames_of(again.folder)[0]["kind"] == "follow").sum() == 231


def test_one_that_fails_costs_no_other_and_the_order_is_that_of_the_configuration(
    own: Own, tmp_path: Path
) -> None:
    lost = 'platform = "youtube"\nhandle = "ours"\nread = "api"\ntoken_env = "UNSET_KEY"'
    (tmp_path / "list.csv").write_text("kind,handle\nfollow,rimu@t.example\n", encoding="utf-8")
    kept = 'platform = "mastodon"\nhandle = "ours"\nread = "list"\npath = "list.csv"'

    def broken(_: Asked) -> Written:
        return Written(b"no", 403)

    with serving(own.answer) as (address, _), serving(broken) as (nowhere, _):
        bad = block(nowhere, "other.tauira.example")
        made = run(configured(tmp_path, lost, bad, kept, block(address)))
    own_accounts = made.review.coverage
    order = list(dict.fromkeys((row.platform, row.handle) for row in own_accounts))
    assert order == [
        ("youtube", "ours"),
        ("bluesky", "other.tauira.example"),
        ("mastodon", "ours"),
        ("bluesky", "ours.tauira.example"),
    ]
    reasons = coverage_reasons(made.folder)
    assert (
        "@ours on YouTube cannot be asked: the environment variable UNSET_KEY is not set."
        in (reasons["youtube"])
    )
    assert made.review.status == "partial"
    assert (frames_of(made.folder)[0]["agency_account"] == DID).sum() == 650


def coverage_reasons(run_folder: Path) -> dict[str, str]:
    table = frames_of(run_folder)[2].fillna({"reason": ""})
    failed = table[table["status"] == "failed"]
    return dict(zip(failed["platform"], failed["reason"], strict=True))


def test_alone_one_that_fails_makes_no_run_folder(own: Own, tmp_path: Path) -> None:
    own.instead = lambda _, __: Written(b"no", 403)
    with network(tmp_path, own) as loaded, pytest.raises(ConfigError, match="No account could be"):
        run(loaded)
    assert folder.runs(tmp_path / "runs") == []
