"""An account set to be read through an interface is unread, and every report says so."""

from pathlib import Path

import pytest

from audit.cli import execute
from tests.run.job import lay_out, with_accounts

NOW = ("--now", "2026-10-05T06:30:00+13:00")
REASON = "through the platform's interface, which this version cannot do yet; order the export"
BLOCKS = (
    'platform = "bluesky"\nhandle = "ours.tauira.example"\nread = "api"',
    'platform = "mastodon"\nhandle = "example_tauira"\npath = "list.csv"\nread = "list"',
)
LIST = "kind,handle\nfollow,rimu@tauira.example\n"


@pytest.fixture
def config(tmp_path: Path) -> str:
    lay_out(tmp_path)
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    with_accounts(tmp_path, *BLOCKS)
    return str(tmp_path / "config.toml")


def test_the_review_is_made_and_says_what_it_did_not_read(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute(["run", "--config", config, *NOW]) == 3
    said = capsys.readouterr()
    assert f"not read. This account is set to be read {REASON}" in said.err
    assert "@ours.tauira.example" in said.out
    (run,) = (tmp_path / "runs").glob("20*")
    document = (run / "review.json").read_text(encoding="utf-8")
    assert '"not_attempted"' in document
    assert REASON in document


def test_alone_it_makes_no_review(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_accounts(tmp_path, BLOCKS[0])
    assert execute(["run", "--config", config, *NOW]) == 2
    assert REASON in capsys.readouterr().err
    assert execute(["check", "--config", config]) != 0
    assert REASON in capsys.readouterr().err
