"""The verb look as a person types it: its words, its JSON and its exit code."""

import json
from pathlib import Path

import pandas as pd
import pytest

from audit.cli import EXIT_CODES, execute
from audit.register.pack import TABLES
from tests.run.job import lay_out, run

NOW = ("--now", "2026-10-06T09:00:00+13:00")


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("agency")
    run(lay_out(folder))
    return str(folder / "config.toml")


def test_a_look_at_three_things(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("https://x.com/rimu_tauira", "kauri_fan_tauira", "https://letters.example/other/1")
    assert execute(["look", *asked, "--platform", "x", "--config", config, *NOW]) == 1
    lines = capsys.readouterr().out.splitlines()
    heads = [line for line in lines[:-1] if not line.startswith("  ")]
    assert heads == ["@rimu_tauira on X", "@kauri_fan_tauira on X", "letters.example/other/1"]
    assert any("Rimu Party, party." in line for line in lines)
    assert any("a source that the register rejects" in line for line in lines)
    assert lines[-1] == f"Exit code 1: {EXIT_CODES[1]}."


def test_nothing_found_is_code_0(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["look", "https://letters.example/other/1", "--config", config, *NOW]) == 0
    assert "No list that you named flags it." in capsys.readouterr().out


@pytest.mark.slow
def test_a_member_not_yet_followed_shows_the_balance_with_it(
    config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    accounts = (Path(config).parent / "sample/register/accounts.csv").read_text(encoding="utf-8")
    handles = [
        row.split(",")[2]
        for row in accounts.splitlines()
        if row.startswith("per:") and ",x," in row
    ]
    assert execute(["look", *handles, "--platform", "x", "--config", config, *NOW]) == 1
    out = capsys.readouterr().out
    assert "now 8 of 31 out of place; with it 8 of 32." in out or "with it 9 of 32." in out
    assert "is already counted in the balance of the review 2026-Q3" in out


def test_json_is_all_there_is_on_the_standard_output(
    config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["look", "https://x.com/rimu_tauira", "--json", "--config", config, *NOW]
    assert execute(call) == 1
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert document["register"]["as_at"] == "2026-10-02"
    (one,) = document["looks"]
    assert one["found"] is True
    assert one["owner"]["party_name"] == "Rimu"
    assert one["followed"] is False
    assert err.startswith("Exit code 1")


def test_a_broken_run_folder_is_said_and_the_rest_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path)
    broken = tmp_path / "runs" / "2026-Q3"
    broken.mkdir(parents=True)
    (broken / "manifest-sha256.txt").write_text("")
    call = ["look", "https://x.com/rimu_tauira", "--config", str(tmp_path / "config.toml"), *NOW]
    assert execute(call) == 1
    out = capsys.readouterr().out
    assert "The last review could not be looked in:" in out
    assert "Rimu Party" in out


def test_a_bare_handle_needs_its_platform(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["look", "rimu_tauira", "--config", config]) == 2
    assert "does not say where it is" in capsys.readouterr().err


def test_a_members_old_handle_that_another_id_owns_now(
    config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(config).parent
    collected = pd.read_parquet(folder / "runs/2026-Q3/frames/accounts.parquet")
    with_handle = collected[(collected["platform"] == "x") & collected["handle"].notna()]
    row = with_handle.iloc[0]
    member = "per:hemi-mistwater"
    text = (folder / "config.toml").read_text(encoding="utf-8")
    own = 'jurisdiction = "sample/register"\nextra = ["own.csv"]'
    told = folder / "old-handle.toml"
    told.write_text(text.replace('jurisdiction = "sample/register"', own), encoding="utf-8")
    account = f"{member},x,{row['handle']},123456789,,,,last_known,Gazette,,2021-06-11"
    header = ",".join(TABLES["accounts"].columns)
    (folder / "own.csv").write_text(f"{header}\n{account}\n", encoding="utf-8")
    call = ["look", row["handle"], "--platform", "x", "--json", "--config", str(told), *NOW]
    assert execute(call) == 1
    (one,) = json.loads(capsys.readouterr().out)["looks"]
    assert one["owner"] is None
    assert one["learned_id"] == row["account_id"]
    (sign,) = [sign for sign in one["signs"] if sign["id"] == "handle-passed-on"]
    assert (sign["state"], sign["level"]) == ("seen", "strong")
    assert sign["evidence"] == "register: id 123456789 (Gazette, as at 2021-06-11)"
    assert "as the account of anyone in office" in one["sentences"][0]
    assert "its id is" in one["sentences"][1]
    assert "now belongs to another account" in one["sentences"][2]
    assert one["sentences"][3] == "The register has this handle as that of Hēmi Mistwater."
    assert "Kauri" not in " ".join(one["sentences"])
