"""``register check`` and page one say the same of a register that an election has overtaken."""

import pytest

from audit import config
from audit.cli import execute
from tests.audit.small_pack import write_pack, write_table
from tests.run.job import lay_out, run

NOW = ("--now", "2026-11-24T09:00:00+13:00")
AHEAD = "2026b,2026-09-20,,,,,,,OURS,,2026-09-21"


def configured(folder, jurisdiction):
    (folder / "config.toml").write_text(
        f'[agency]\nname = "Ministry of Example"\n[register]\njurisdiction = "{jurisdiction}"\n'
        '[[account]]\nplatform = "x"\nhandle = "ours"\npath = "not there yet"\n',
        encoding="utf-8",
    )
    return str(folder / "config.toml")


def test_the_shipped_pack_says_which_election_it_lacks(tmp_path, capsys):
    code = execute(["register", "check", "--config", configured(tmp_path, "nz"), *NOW])
    lines = capsys.readouterr().out.splitlines()
    assert code == 1
    assert "before the general election of 7 November 2026" in lines[1]


def test_a_register_that_cannot_be_used_is_said_with_code_2(tmp_path, capsys):
    (write_pack(tmp_path / "tahi") / "seats.csv").unlink()
    code = execute(["register", "check", "--config", configured(tmp_path, "tahi"), *NOW])
    assert code == 2
    assert "seats.csv is missing" in capsys.readouterr().err


@pytest.mark.parametrize("overlay", [True, False])
def test_a_review_says_first_what_the_register_lacks(tmp_path, overlay):
    lay_out(tmp_path)
    if overlay:
        (tmp_path / "ours").mkdir()
        write_table(tmp_path / "ours" / "elections.csv", "elections", [AHEAD])
    path = tmp_path / "config.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[register]", '[register]\noverlay = "ours"'), encoding="utf-8")
    first = run(config.load(path)).review.limits[0]
    assert ("general election of 20 September 2026" in first) == overlay
