"""The main job on the shipped sample: the figures, the same bytes again, the quarter after."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from audit import config
from audit.run import make
from audit.run.make import Made
from audit.run.verification import verify
from connectors.errors import ConfigError, SourceError
from tests.run.job import NOW, lay_out, run, with_accounts

EXPECTED = json.loads(
    (Path(__file__).parents[2] / "sample" / "expected.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One run of the sample that the tests of this file only look at."""
    return run(lay_out(tmp_path_factory.mktemp("job")))


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_sample_gives_what_its_script_says(made: Made) -> None:
    review = json.loads((made.folder / "review.json").read_text(encoding="utf-8"))
    for kind, total in review["totals"].items():
        twice = EXPECTED["twice"].get(kind, 0)
        assert total == sum(rows.get(kind, 0) for rows in EXPECTED["rows"].values()) - twice
    checks = [finding["check"] for finding in review["findings"]]
    assert {check: checks.count(check) for check in set(checks)} == EXPECTED["findings"]
    assert review["status"] == "complete"
    assert review["answer"].startswith("52 items need a decision by Wednesday 4 November 2026")
    for row in review["files"]:
        assert row["records"] == row["kept"] + sum(row["reported"].values())


def test_the_same_run_twice_and_a_rebuild_give_the_same_bytes(made: Made, tmp_path: Path) -> None:
    first, second = made, run(config.load(made.folder.parents[1] / "config.toml"))
    again = make.rebuild(first.folder, tmp_path / "again", lambda message: None)
    assert (first.folder.name, second.folder.name) == ("2026-Q3", "2026-Q3-2")
    assert files(first.folder) == {
        **files(second.folder),
        "run.json": (first.folder / "run.json").read_bytes(),
        "manifest-sha256.txt": (first.folder / "manifest-sha256.txt").read_bytes(),
    }
    for name, content in files(again.folder).items():
        assert content == (first.folder / name).read_bytes(), name


@pytest.mark.slow
def test_the_next_quarter_keeps_numbers_and_counts_only_its_own_acts(tmp_path: Path) -> None:
    loaded = lay_out(tmp_path)
    first = run(loaded, "2026-Q2").review
    second = run(loaded, "2026-Q3").review
    assert first.summary.baseline
    assert not second.summary.baseline
    assert second.totals["follow"] == first.totals["follow"]
    assert 0 < second.totals["repost"] < first.totals["repost"]
    undated_x_likes = 180
    assert second.totals["like"] <= first.totals["like"] - undated_x_likes
    known = {finding.key: finding.item for finding in first.findings}
    for finding in second.findings:
        assert finding.status == ("open" if finding.key in known else "new")
        assert known.get(finding.key, finding.item) == finding.item


def test_a_changed_byte_is_named(made: Made, tmp_path: Path) -> None:
    copy = shutil.copytree(made.folder, tmp_path / "copy")
    assert verify(copy).whole
    victim = copy / "frames" / "coverage.parquet"
    content = bytearray(victim.read_bytes())
    content[7] ^= 1
    victim.write_bytes(content)
    (copy / "collected" / "accounts.json").unlink()
    (copy / "added.txt").write_text("later")
    result = verify(copy)
    assert result.changed == ("frames/coverage.parquet",)
    assert result.missing == ("collected/accounts.json",)
    assert result.added == ("added.txt",)


def test_one_account_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    lay_out(tmp_path)
    whole = (tmp_path / "sample" / "x-archive.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[:-9000])
    loaded = with_accounts(
        tmp_path,
        'platform = "x"\nhandle = "manatu_tauira"\npath = "cut.zip"',
        'platform = "linkedin"\nhandle = "company/manatu-tauira"\nread = "list"\n'
        'path = "sample/linkedin-list.csv"',
    )
    review = run(loaded).review
    assert review.status == "partial"
    assert (review.summary.accounts_read, review.summary.accounts_total) == (1, 2)
    assert review.answer.startswith("Only 1 of 2 accounts could be read.")
    failed = [one for one in review.findings if one.title.startswith("Could not read")]
    assert len(failed) == 1
    assert "cut.zip is cut short or damaged" in failed[0].why


def test_nothing_readable_at_all_is_no_review(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / "empty").mkdir()
    loaded = with_accounts(tmp_path, 'platform = "x"\nhandle = "a"\npath = "empty"')
    with pytest.raises(ConfigError) as caught:
        run(loaded)
    assert caught.value.problems[0] == "No account could be read, so no review was made."
    assert len(caught.value.problems) == 2
    assert not list((tmp_path / "runs").glob("2026*"))


def test_two_blocks_of_one_account_are_one_account(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / "list.csv").write_text("Handle\n@extra_tauira\n", encoding="utf-8")
    loaded = with_accounts(
        tmp_path,
        'platform = "x"\nhandle = "manatu_tauira"\npath = "sample/x-archive.zip"\n'
        'kinds = ["like", "repost", "quote", "link", "post"]',
        'platform = "x"\nhandle = "manatu_tauira"\nread = "list"\npath = "list.csv"\n'
        'kinds = ["follow"]',
    )
    review = run(loaded).review
    assert review.summary.accounts_total == 1
    assert len({row.agency_account for row in review.coverage}) == 1


def test_a_folder_that_is_no_run_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"run\.json cannot be read"):
        make.rebuild(tmp_path, tmp_path / "out", lambda message: None)
    with pytest.raises(ConfigError, match=r"no manifest-sha256\.txt"):
        verify(tmp_path)


def test_a_rebuild_overwrites_nothing(made: Made, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="inside the run folder"):
        make.rebuild(made.folder, made.folder / "out", lambda message: None)
    (tmp_path / made.workbook.name).write_text("decisions")
    with pytest.raises(ConfigError, match="may hold decisions"):
        make.rebuild(made.folder, tmp_path, lambda message: None)


def test_an_ad_hoc_review_has_its_day_for_a_name(tmp_path: Path) -> None:
    made = run(lay_out(tmp_path), "now", NOW + timedelta(days=3))
    assert made.folder.name == "2026-10-08"
    assert made.workbook.name == "review-2026-10-08.xlsx"
