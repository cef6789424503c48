"""A kept answer of a form that nobody foresaw costs a run that list alone, and --full mends it."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from audit.run.checkpoint import name_of
from connectors.live.pages import Page, PageFolder
from tests.run.job import NOW, OUTSIDE, lay_out, run
from tests.run.own_bluesky import FOLLOW, HANDLE, LIKE, POST, REPOST, Own, block, configured
from tests.servers.local import serving

pytestmark = pytest.mark.slow  # runs the main job against servers


def covered(run_folder: Path) -> pd.DataFrame:
    table = pd.read_parquet(run_folder / "frames" / "coverage.parquet")
    return table.set_index(["agency_account", "kind"]).sort_index()


def test_a_list_of_an_unforeseen_form_could_not_be_read_and_all_else_goes_on(
    tmp_path: Path,
) -> None:
    lay_out(tmp_path)
    counts = {FOLLOW: 30, LIKE: 40, REPOST: 5, POST: 10}
    ours, other = Own(dict(counts)), Own(dict(counts), "other.tauira.example")
    with serving(ours.answer) as (one, _), serving(other.answer) as (two, _):
        loaded = configured(tmp_path, block(one), block(two, other.handle))
        account = next(each for each in loaded.config.account if each.handle == HANDLE)
        name = name_of(account)
        kept = PageFolder(tmp_path / "runs" / ".collecting" / name)
        kept.add("likes", Page("", "", {"records": 7}, NOW))
        made = run(loaded)
        again = run(loaded, outside=replace(OUTSIDE, full=True))
    found, whole = covered(made.folder), covered(again.folder)
    unread = found[found["status"] == "failed"]
    assert [kind for _, kind in unread.index] == ["like"]
    assert f"the pages are in {name}/likes.jsonl.gz" in unread["reason"].iloc[0]
    assert (made.folder / "collected" / name / "likes.jsonl.gz").exists()
    assert found.drop(unread.index)["fetched"].equals(whole.drop(unread.index)["fetched"])
    assert set(whole["status"]) <= {"complete", "partial"}
