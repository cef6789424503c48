"""Followed accounts with a member's name: counted in the review, asked about by register gaps."""

import json
from pathlib import Path

import pytest

from audit.cli import execute
from tests.run.job import lay_out, run

TAKEN_OUT = ("per:hemi-mistwater,facebook,", "per:hemi-mistwater,bluesky,")


def without_accounts(folder: Path) -> None:
    """Take accounts that the sample's agency follows out of its register."""
    accounts = folder / "sample" / "register" / "accounts.csv"
    rows = accounts.read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if not row.startswith(TAKEN_OUT)]
    accounts.write_text("\n".join([*kept, ""]), encoding="utf-8")


def test_the_review_counts_them_and_gaps_asks_about_as_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded = lay_out(tmp_path)
    without_accounts(tmp_path)
    made = run(loaded)
    execute(["register", "gaps", "--config", str(tmp_path / "config.toml"), "--now",
             "2026-10-05T06:30:00+13:00"])  # fmt: skip
    asked = [line for line in capsys.readouterr().out.splitlines() if "Is this them?" in line]
    review = json.loads((made.folder / "review.json").read_text(encoding="utf-8"))
    assert review["labels"]["namesakes"] == len(asked) > 0
    assert review["limits"][0].startswith(f"{len(asked)} followed account")
    assert "matched by a name alone: follow-audit register gaps" in review["limits"][0]
    page = (made.folder / "review-2026-Q3.html").read_text(encoding="utf-8")
    assert review["limits"][0] in page.partition('id="balance"')[0]


def test_where_there_are_none_nothing_is_said(tmp_path: Path) -> None:
    made = run(lay_out(tmp_path))
    assert made.review.labels.namesakes == 0
    assert not [limit for limit in made.review.limits if "matched by a name" in limit]
