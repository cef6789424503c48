"""The verb register gaps from end to end: the table, the workbook filled in, the overlay."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit.cli import execute
from audit.review.gaps import HEADERS, SHEET
from tests.run.job import lay_out, run

NOW = ("--now", "2026-10-06T09:00:00+13:00")
CHECKED = date(2026, 10, 5)
GOOD = "https://whare.tauira.example/members"
# what each row is filled with, and the bucket it must end in
ROWS: tuple[tuple[dict[str, object], str], ...] = (
    ({"handle": "@first_member_x", "evidence_url": GOOD, "checked_on": CHECKED}, "taken"),
    ({"handle": "https://x.com/second_member_x", "role": "Office", "evidence_url": GOOD}, "taken"),
    ({"handle": "rimu_tauira", "evidence_url": GOOD}, "wrong"),
    ({"handle": "kauri_fan_tauira", "evidence_url": GOOD}, "doubtful"),
)


@pytest.fixture
def config(tmp_path: Path) -> str:
    lay_out(tmp_path)
    return str(tmp_path / "config.toml")


def gaps(config: str, *arguments: str) -> int:
    return execute(["register", "gaps", "--config", config, *NOW, *arguments])


def fill(path: Path, rows: tuple[tuple[dict[str, object], str], ...] = ROWS) -> None:
    """Fill in the first rows as a person would, in the columns by their headers."""
    book = load_workbook(path)
    sheet = book[SHEET]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    for place, (given, _) in enumerate(rows, start=2):
        for key, value in {"checked_by": "Kiri", "checked_on": "5/10/2026", **given}.items():
            sheet.cell(place, columns[HEADERS[key]], value)
    book.save(path)


def test_the_table_counts_known_against_all(
    config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gaps(config, "--platform", "x") == 0
    out = capsys.readouterr().out
    assert "X: sitting members with a known account\n  Kauri         22 of 23\n" in out
    assert "  All           55 of 59\n" in out
    assert "Facebook" not in out
    assert "There is no review yet to look in" in out


def test_the_shipped_register_shows_its_unflattering_table(
    config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = Path(config).read_text(encoding="utf-8").replace('"sample/register"', '"nz"')
    Path(config).write_text(text, encoding="utf-8")
    assert gaps(config, "--platform", "x", "--now", "2026-06-13T12:00:00+12:00") == 0
    table = capsys.readouterr().out.split("known account\n")[1].splitlines()[:8]
    assert [" ".join(line.split()) for line in table] == [
        "National 22 of 48",
        "Labour 28 of 34",
        "Green 5 of 15",
        "ACT 4 of 11",
        "NZ First 4 of 8",
        "Te Pāti Māori 2 of 4",
        "Independent 0 of 2",
        "All 65 of 122",
    ]


def test_platforms_of_our_own_accounts_are_looked_at(
    config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gaps(config) == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if line.endswith("account")]
    assert [line.split(":")[0] for line in heads] == [
        "X",
        "Mastodon",
        "Bluesky",
        "Facebook",
        "LinkedIn",
    ]


def take_in(
    config: str, path: Path, overlay: Path, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    assert gaps(config, "--read", str(path), "--overlay", str(overlay)) == 1
    return capsys.readouterr().out.splitlines()


def test_a_workbook_filled_in_is_read_back_once(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, overlay = tmp_path / "missing.xlsx", tmp_path / "ours"
    assert gaps(config, "--platform", "x", "--out", str(path)) == 0
    assert gaps(config, "--out", str(path)) == 2
    fill(path)
    capsys.readouterr()
    lines = take_in(config, path, overlay, capsys)
    assert "4 rows: 2 taken, 1 doubtful, 1 wrong, 0 empty." in lines
    assert "This folder counts once it is named in [register] overlay." in lines
    written = (overlay / "accounts.csv").read_text(encoding="utf-8")
    assert [row.split(",")[1:3] for row in written.splitlines()[1:]] == [
        ["x", "first_member_x"],
        ["x", "second_member_x"],
    ]
    log = (overlay / "log.csv").read_text(encoding="utf-8")
    assert "@first_member_x on X, checked by Kiri" in log
    lines = take_in(config, path, overlay, capsys)
    assert (overlay / "log.csv").read_text(encoding="utf-8") == log
    assert f"Wrote 0 accounts to {overlay / 'accounts.csv'}. 2 accounts of those taken" in lines[-2]
    assert (overlay / "accounts.csv").read_text(encoding="utf-8") == written


def test_what_was_taken_in_is_known_from_then_on(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, overlay = tmp_path / "missing.xlsx", tmp_path / "ours"
    gaps(config, "--platform", "x", "--out", str(path))
    fill(path)
    text = Path(config).read_text(encoding="utf-8")
    named = text.replace("[register]\n", '[register]\noverlay = "ours"\n')
    Path(config).write_text(named, encoding="utf-8")
    assert gaps(config, "--read", str(path)) == 1
    capsys.readouterr()
    assert gaps(config, "--platform", "x") == 0
    assert "  All           57 of 59\n" in capsys.readouterr().out
    assert execute(["look", "first_member_x", "--platform", "x", "--config", config, *NOW]) == 1
    assert "(gaps, as at 2026-10-05, https://whare" in capsys.readouterr().out
    assert overlay.is_dir()


def test_a_workbook_that_is_another_is_refused(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = run(lay_out(tmp_path / "other"))
    assert gaps(config, "--read", str(made.workbook), "--overlay", str(tmp_path / "ours")) == 2
    assert "has no sheet with the columns Actor, Platform, Handle" in capsys.readouterr().err
    assert gaps(config, "--read", str(made.workbook)) == 2
    assert "Say where to write" in capsys.readouterr().err


def test_an_overlay_that_is_no_register_stays_as_it_is(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, overlay = tmp_path / "missing.xlsx", tmp_path / "ours"
    gaps(config, "--platform", "x", "--out", str(path))
    fill(path)
    overlay.mkdir()
    (overlay / "accounts.csv").write_text("who,what\n", encoding="utf-8")
    assert gaps(config, "--read", str(path), "--overlay", str(overlay)) == 2
    assert "the columns must be" in capsys.readouterr().err
    assert [one.name for one in overlay.iterdir()] == ["accounts.csv"]
    assert (overlay / "accounts.csv").read_text(encoding="utf-8") == "who,what\n"


def test_a_followed_account_with_a_members_name_is_asked_about(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(lay_out(tmp_path / "agency"))
    accounts = tmp_path / "agency" / "sample" / "register" / "accounts.csv"
    header, *rows = accounts.read_text(encoding="utf-8").splitlines()
    # one whose account we follow is taken out of the register
    kept = [row for row in rows if not row.startswith("per:hemi-mistwater,facebook,")]
    accounts.write_text("\n".join([header, *kept, ""]), encoding="utf-8")
    there = str(tmp_path / "agency" / "config.toml")
    assert gaps(there, "--platform", "facebook") == 0
    out = capsys.readouterr().out
    assert "in the follows of the review 2026-Q3, of 5 October 2026." in out
    asked = [line for line in out.splitlines() if "Is this them?" in line]
    assert asked == [
        "Is this them? @mistwate.tauira on Facebook has the name of Hēmi Mistwater "
        "(per:hemi-mistwater)."
    ]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_saves_it_again_and_each_row_has_its_bucket(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, overlay = tmp_path / "missing.xlsx", tmp_path / "ours"
    gaps(config, "--platform", "x", "--out", str(path))
    fill(path)
    out = tmp_path / "again"
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    home = os.environ | {"HOME": str(tmp_path)}
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120, env=home)
    capsys.readouterr()
    lines = take_in(config, out / path.name, overlay, capsys)
    assert "4 rows: 2 taken, 1 doubtful, 1 wrong, 0 empty." in lines
    buckets = [line.split(": ")[1].rstrip(".") for line in lines if line.startswith("Row ")]
    assert buckets == [bucket for _, bucket in ROWS]
