"""The command as a person types it: what it prints and its exit code."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from audit.cli import EXIT_CODES
from reports.pdf import NO_BROWSER

Command = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]
NOW = ("--now", "2026-10-05T06:30:00+13:00")


@pytest.fixture
def follow_audit(tmp_path: Path) -> Command:
    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "audit.cli", *arguments],
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252", "PATH": "/nowhere"},
            capture_output=True,
            encoding="cp1252",
            check=False,
            timeout=120,
        )

    return call


def last_line(result: subprocess.CompletedProcess[str]) -> str:
    return (result.stdout if result.returncode in {0, 1, 3} else result.stderr).splitlines()[-1]


def test_a_first_afternoon(follow_audit: Command, tmp_path: Path) -> None:
    assert follow_audit("init").returncode == 0
    assert "Choose another folder" in follow_audit("init").stderr
    assert follow_audit("check").stdout.splitlines()[-2].startswith("The configuration is in order")
    made = follow_audit("run", *NOW)
    assert made.returncode == 0
    lines = made.stdout.splitlines()
    assert (tmp_path / lines[0].removeprefix("Workbook: ")).is_file()
    assert (tmp_path / lines[1].removeprefix("Page:").strip()).is_file()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("<!-- run:begin -->\n```text\n")[2].partition("```")[0]
    assert made.stdout == shown
    assert follow_audit("verify", "runs/2026-Q3").returncode == 0
    again = follow_audit("review", "runs/2026-Q3", "--out", "again", "--exit-code", "--pdf")
    assert again.returncode == 1
    assert again.stdout.splitlines()[2] == NO_BROWSER
    (tmp_path / "runs" / "2026-Q3" / "run.json").write_text("{}")
    changed = follow_audit("verify", "runs/2026-Q3")
    assert changed.returncode == 1
    assert "run.json has changed" in changed.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["run"], 2, "There is no configuration at config.toml"),
        (["frob"], 2, "No such command"),
        (["run", "--period"], 2, "requires an argument"),
        (["run", "--now", "yesterday"], 2, "is not a time like"),
        (["verify", "nowhere"], 2, "is no run folder"),
        (["review", "nowhere", "--out", "x"], 4, "is this a whole run folder?"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    follow_audit: Command, arguments: list[str], code: int, words: str
) -> None:
    result = follow_audit(*arguments)
    assert result.returncode == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert last_line(result) == f"Exit code {code}: {EXIT_CODES[code]}."


def test_help_and_version_are_plain(follow_audit: Command) -> None:
    assert "Exit codes: 0" in follow_audit("--help").stdout
    assert follow_audit("run", "--help").returncode == 0
    assert follow_audit("--version").stdout.startswith("follow-audit, version ")
