"""Which pages a run goes on from, and which it gives up."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from audit.config_account import AccountSection
from audit.run.checkpoint import Checkpoint, name_of, open_checkpoint
from connectors.live.pages import Page, PageFolder

NOW = datetime(2026, 11, 24, tzinfo=UTC)
NAME = "bluesky-ours-12345678"


def block(handle: str = "ours.tauira.example", **more: str) -> AccountSection:
    return AccountSection(platform="bluesky", handle=handle, read="api", **more)


def begin(output: Path, *, full: bool, days: int = 0, last: Path | None = None) -> Checkpoint:
    return open_checkpoint(output, NAME, last, NOW + timedelta(days=days), full=full)


def fetch(checkpoint: Checkpoint) -> None:
    checkpoint.pages.add("follows", Page("", "", ["a"], NOW))


def test_a_name_can_stand_in_any_file_system_and_tells_accounts_and_addresses_apart() -> None:
    blocks = [
        block(),
        block("ours.tauira"),
        block(base_url="https://pds.example"),
        block(appview_url="https://view.example"),
        block(plc_url="https://plc.example"),
        block("../../..\\nul:*?" * 30),
        block("ōhau/ngā"),
    ]
    names = [name_of(one) for one in blocks]
    assert len(set(names)) == len(names)
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in names)
    assert max(map(len, names)) < 64
    assert name_of(block("@Ours.Tauira.Example")) == name_of(block())


@pytest.mark.parametrize(
    ("first", "then", "goes_on", "full"),
    [
        (False, False, True, False),
        (True, True, True, True),  # the same command goes on
        (True, False, True, True),  # and stays what it was begun as
        (False, True, False, True),
    ],
)
def test_a_full_reading_goes_on_from_a_full_one_alone(
    tmp_path: Path, first: bool, then: bool, goes_on: bool, full: bool
) -> None:
    fetch(begin(tmp_path, full=first))
    again = begin(tmp_path, full=then)
    assert again.begun == (NOW if goes_on else None)
    assert again.full == full
    assert len(again.pages.read("follows")) == goes_on


@pytest.mark.parametrize(("days", "goes_on"), [(7, True), (8, False)])
def test_pages_are_good_for_a_week(tmp_path: Path, days: int, goes_on: bool) -> None:
    fetch(begin(tmp_path, full=False))
    again = begin(tmp_path, full=False, days=days)
    assert (again.begun is not None) == goes_on
    assert ("from 24 November 2026 on is too old" in again.note) == (not goes_on)


def test_pages_that_the_last_run_has_are_not_gone_on_from(tmp_path: Path) -> None:
    there = begin(tmp_path, full=False)
    fetch(there)
    collected = tmp_path / "2026-Q3" / "collected"
    collected.mkdir(parents=True)
    there.keep_in(collected)
    last = collected / NAME
    assert PageFolder(last).read("follows") == there.pages.read("follows")
    there.pages.add("likes", Page("", "", ["b"], NOW))
    assert begin(tmp_path, full=False, last=last).begun == NOW  # it has more than that run
    (there.folder / "likes.jsonl.gz").unlink()
    assert begin(tmp_path, full=False, last=last).begun is None
    assert not there.folder.exists()
