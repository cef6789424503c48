"""The check before a run, and the run: what they say of an account that is not to be read."""

from pathlib import Path

import pytest

from audit.cli import execute
from connectors.exports.ordering import ORDER
from tests.connectors.contract import write_zip
from tests.run.job import lay_out, run, with_accounts

TIME = ("--now", "2026-10-05T06:30:00+13:00")
OTHERS = 'platform = "x"\nhandle = "somebody_else"\npath = "sample/x-archive.zip"'
OURS = 'platform = "x"\nhandle = "manatu_tauira"\npath = "sample/x-archive.zip"'
BELONGS = "The export given for @somebody_else on X belongs to @manatu_tauira"


def test_an_export_of_another_account_is_a_mistake_to_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path)
    with_accounts(tmp_path, OTHERS)
    assert execute(["check", "--config", str(tmp_path / "config.toml")]) == 2
    assert BELONGS in capsys.readouterr().err


def test_a_run_reads_the_other_accounts_and_says_first_whose_export_was_not(
    tmp_path: Path,
) -> None:
    lay_out(tmp_path)
    loaded = with_accounts(tmp_path, OURS, OTHERS)
    assert execute(["run", "--config", str(tmp_path / "config.toml"), *TIME]) == 3
    review = run(loaded).review
    assert {row.handle for row in review.coverage if row.fetched} == {"manatu_tauira"}
    failed = {row.status for row in review.coverage if row.handle == "somebody_else"}
    assert failed == {"failed"}
    assert any(BELONGS in sentence for sentence in review.limits[:3])


UNDATED = 'platform = "facebook"\nhandle = "manatu"\nread = "list"\npath = "list.csv"'


@pytest.mark.parametrize("dated", [False, True])
def test_files_that_do_not_say_when_they_were_made_are_named_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], dated: bool
) -> None:
    lay_out(tmp_path)
    (tmp_path / "list.csv").write_text("Link\nhttps://www.facebook.com/rimu\n", encoding="utf-8")
    loaded = with_accounts(tmp_path, OURS, f"{UNDATED}\n{'as_at = 2026-10-01' if dated else ''}")
    said = (
        "Files that do not say when they were made count as made on 5 October 2026, when they "
        "were read. If they are older, what came after them was not looked at: write their day as "
        "as_at in the configuration. They are of manatu on Facebook."
    )
    assert (said in run(loaded).review.limits[:3]) != dated
    execute(["check", "--config", str(tmp_path / "config.toml")])
    assert ("They are of manatu on Facebook." in capsys.readouterr().out) != dated


def test_what_to_order_is_said_once_for_an_account_of_which_nothing_can_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path)
    write_zip(tmp_path / "Basic_LinkedInDataExport_10-05-2026.zip", {"Connections.csv": b"Notes:"})
    block = 'platform = "linkedin"\nhandle = "in/jo"\npath = '
    with_accounts(tmp_path, f'{block}"Basic_LinkedInDataExport_10-05-2026.zip"')
    assert execute(["check", "--config", str(tmp_path / "config.toml")]) == 2
    said = capsys.readouterr().err
    problems = said.partition("not read. ")[2].partition("\n")[2]
    assert problems.count(ORDER["linkedin"]) == 1
    assert "There is no Reactions.csv in the export.\n" in said
