"""Several agencies from the sample: each run by itself, and one report over all of them."""

import json
import shutil
from pathlib import Path

import pytest

from audit import cli
from audit.run import manifest
from audit.run.fleet.of_folder import of_folder
from audit.run.fleet.several import run_several
from audit.run.fleet.write import MadeFleet
from audit.run.verification import verify
from connectors.errors import ConfigError
from tests.run.fleet.agencies import AGENCIES, lay_out, three
from tests.run.job import NOW, OUTSIDE

NOW_TEXT = NOW.isoformat()


def silent(message: str) -> None:
    pass


@pytest.fixture(scope="module")
def department(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, MadeFleet]:
    top = tmp_path_factory.mktemp("department")
    return top, run_several(three(top), "", NOW, top, silent, OUTSIDE)


@pytest.fixture
def copied(department: tuple[Path, MadeFleet], tmp_path: Path) -> Path:
    """The run folders of the department, to damage."""
    for folder in department[0].iterdir():
        if (folder / "runs").is_dir():
            shutil.copytree(folder / "runs", tmp_path / folder.name / "runs")
    return tmp_path


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_each_agencys_figures_are_those_of_its_own_report(department) -> None:
    top, made = department
    assert [line.agency.name for line in made.fleet.agencies] == [
        "Āhuarangi Agency", "Ministry of Lighthouses", "Office of Ferries",
    ]  # fmt: skip
    for line in made.fleet.agencies:
        own = json.loads((top / line.run / "review.json").read_text(encoding="utf-8"))
        assert line.need_decision == own["summary"]["need_decision"]
        assert line.answer == own["answer"]
        follow = next(b for b in own["balance"] if (b["scope"], b["kind"]) == ("all", "follow"))
        said = next(one for one in line.lists if one.kind == "follow")
        assert (said.n, said.verdict) == (follow["n"], follow["verdict"])
        page = (top / line.run / "review-2026-Q3.html").read_bytes()
        assert (made.folder / line.page).read_bytes() == page
    assert set(AGENCIES) == {point.agency for point in made.fleet.funnels[0].points}


def test_the_folder_is_whole_and_the_same_twice(department, tmp_path) -> None:
    top, made = department
    assert verify(made.folder).whole
    names = ["fleet-2026-Q3.html", "fleet-2026-Q3.xlsx", "fleet.json", manifest.NAME]
    assert sorted(path.name for path in made.folder.iterdir() if path.is_file()) == names
    again = of_folder(top, "", tmp_path, silent)
    assert content(again.folder) == content(made.folder)
    second = of_folder(top, "", tmp_path, silent)
    assert second.folder.name == "fleet-2026-Q3-2"
    assert content(second.folder) == content(made.folder)


def test_a_damaged_folder_is_named_and_the_rest_go_on(copied) -> None:
    own, other, _ = sorted(copied.glob("*/runs/2026-Q3"))
    (own / "review.json").write_bytes((own / "review.json").read_bytes() + b" ")
    (other / manifest.NAME).unlink()
    made = of_folder(copied, "", copied, silent)
    assert len(made.fleet.agencies) == 1
    assert made.fleet.status == "partial"
    changed, bare = (path.relative_to(copied).as_posix() for path in (own, other))
    reasons = {one.where: one.reason for one in made.fleet.not_here}
    assert reasons[changed].endswith("cannot be used: review.json is not as it was made.")
    assert f"it has no {manifest.NAME}" in reasons[bare]


def test_no_run_folder_and_only_damaged_ones_are_an_error(copied, tmp_path_factory) -> None:
    with pytest.raises(ConfigError, match="No run folder lies below"):
        of_folder(tmp_path_factory.mktemp("empty"), "", copied, silent)
    with pytest.raises(ConfigError, match="is no folder"):
        of_folder(copied / "nowhere", "", copied, silent)
    for path in copied.glob("*/runs/2026-Q3/review.json"):
        path.write_text("{", encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        of_folder(copied, "", copied, silent)
    assert len(raised.value.problems) == 3


def test_half_made_and_hidden_folders_and_earlier_reports_are_not_read(copied) -> None:
    runs = next(copied.glob("*/runs"))
    shutil.copytree(runs / "2026-Q3", runs / ".partial-2026-Q3-2-1")
    first = of_folder(copied, "", copied, silent)
    assert of_folder(copied, "", copied, silent).fleet == first.fleet
    assert not first.fleet.not_here


def test_one_failing_costs_no_other_and_is_said(tmp_path, capsys) -> None:
    good = lay_out(tmp_path, "Office of Ferries")
    bad = lay_out(tmp_path, "Office of Nothing")
    (bad.parent / "sample" / "bluesky-repo.car").write_bytes(b"no car")
    gone = tmp_path / "gone.toml"
    paths = [word for path in (bad, gone, good) for word in ("--config", str(path))]
    code = cli.execute(["run", *paths, "--now", NOW_TEXT, "--out", str(tmp_path)])
    said = capsys.readouterr().out
    assert code == 3
    assert "Office of Nothing" in said
    fleet = json.loads((tmp_path / "fleet-2026-Q3" / "fleet.json").read_text(encoding="utf-8"))
    assert [line["agency"]["name"] for line in fleet["agencies"]] == ["Office of Ferries"]
    assert [one["name"] for one in fleet["not_here"]] == ["gone.toml", "Office of Nothing"]
    assert fleet["coverage"].startswith("Not in this report: gone.toml and Office of Nothing.")


def test_one_agency_or_one_output_twice_is_refused_before_anything_runs(tmp_path, capsys) -> None:
    first = lay_out(tmp_path, "Office of Ferries")
    (second := tmp_path / "second.toml").write_text(
        first.read_text(encoding="utf-8").replace("sample/", "office-of-ferries/sample/"),
        encoding="utf-8",
    )
    assert cli.execute(["run", "--config", str(first), "--config", str(second)]) == 2
    assert "are both of Office of Ferries. Name each agency once." in capsys.readouterr().err
    moved = second.read_text(encoding="utf-8").replace("Office of Ferries", "Office of Tides")
    output = (first.parent / "runs").as_posix()
    second.write_text(moved.replace('output = "runs"', f'output = "{output}"'), encoding="utf-8")
    assert cli.execute(["run", "--config", str(first), "--config", str(second)]) == 2
    assert "write their runs to one folder" in capsys.readouterr().err
    assert not (first.parent / "runs").exists()


def test_exit_codes(department, tmp_path, capsys) -> None:
    top = str(department[0])
    assert cli.execute(["fleet", top, "--out", str(tmp_path)]) == 0
    assert cli.execute(["fleet", top, "--out", str(tmp_path), "--exit-code"]) == 1
    assert cli.execute(["fleet", top, "--out", str(tmp_path), "--period", "2020-Q1"]) == 2
    assert cli.execute(["fleet", str(tmp_path / "none")]) == 2
    none = ["--config", str(tmp_path / "a.toml"), "--config", str(tmp_path / "b.toml")]
    assert cli.execute(["run", *none]) == 2
    assert "No agency's review was made." in capsys.readouterr().err
    assert cli.execute(["run", "--out", str(tmp_path)]) == 2
