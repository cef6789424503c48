"""``register update`` as a person uses it: look, tick in the workbook, accept, look again."""

import pytest
from openpyxl import Workbook, load_workbook

from audit.cli import execute
from tests.audit.small_pack import write_pack
from tests.reports.workbooks import table_rows

NOW = ("--now", "2026-11-24T09:00:00+13:00")
MPS = "Name,Twitter\nDan Example,@dan_x\nAroha Example,ArohaExample\nNobody,@nobody\n"


@pytest.fixture
def update(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "tahi")
    (tmp_path / "config.toml").write_text(
        '[agency]\nname = "Ministry of Example"\n'
        '[register]\njurisdiction = "tahi"\noverlay = "ours"\n'
        '[[account]]\nplatform = "x"\nhandle = "ours"\npath = "not there yet"\n',
        encoding="utf-8",
    )
    (tmp_path / "mps.csv").write_text(MPS, encoding="utf-8")
    return lambda *more: execute(["register", "update", "mps.csv", *NOW, *more])


DAY = ("--as-at", "2026-11-20")


def test_looking_writes_the_workbook_and_nothing_else(update, tmp_path, capsys):
    assert update(*DAY) == 1
    out = capsys.readouterr().out
    assert "Changed: 1 (Kauri 1)\n" in out
    assert "Doubtful: 1 (Nīkau 1)\n  Dan Example: @dan_x on X, as at 2026-11-20. Matched by" in out
    assert "Unusable: 1 (no party 1)\n" in out
    assert not (tmp_path / "ours").exists()


def test_ticked_rows_are_accepted_and_then_differ_no_more(update, tmp_path, capsys):
    update(*DAY)
    path = tmp_path / "register-difference.xlsx"
    book = load_workbook(path)
    sheet = book["Differences"]
    names = [cell.value for cell in sheet[1]]
    rows = {row["Who"]: number for number, row in enumerate(table_rows(sheet), 2)}
    sheet.cell(rows["Dan Example"], names.index("Accept") + 1, "Yes")
    book.save(path)
    assert update(*DAY, "--accept", "register-difference.xlsx") == 0
    assert "Accepted 1 difference, left 2." in capsys.readouterr().out
    accounts = (tmp_path / "ours" / "accounts.csv").read_text(encoding="utf-8")
    assert accounts.splitlines()[1:] == [
        "per:dan-example,x,dan_x,,,,,last_known,mps.csv,,2026-11-20"
    ]
    update(*DAY)
    assert "Dan Example" not in capsys.readouterr().out
    assert (tmp_path / "register-difference-2.xlsx").is_file()


def test_all_accepts_no_name_match(update, tmp_path, capsys):
    assert update(*DAY, "--accept", "all") == 0
    accounts = (tmp_path / "ours" / "accounts.csv").read_text(encoding="utf-8")
    assert "ArohaExample" in accounts
    assert "dan_x" not in accounts
    assert len((tmp_path / "ours" / "log.csv").read_text(encoding="utf-8").splitlines()) == 2


def test_a_row_that_cannot_be_accepted_is_named(update, tmp_path, capsys):
    update(*DAY)
    path = tmp_path / "register-difference.xlsx"
    book = load_workbook(path)
    sheet = book["Differences"]
    names = [cell.value for cell in sheet[1]]
    for number in range(2, sheet.max_row + 1):
        sheet.cell(number, names.index("Accept") + 1, "yes")
    book.save(path)
    assert update(*DAY, "--accept", str(path)) == 2
    assert "row 4: this is not, or no longer, a difference" in capsys.readouterr().err
    assert not (tmp_path / "ours").exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "does not say as of when it stands"),
        ((*DAY, "--accept", "mps.csv"), "mps.csv is not a workbook of differences"),
        ((*DAY, "--accept", "absent.xlsx"), "absent.xlsx cannot be read"),
        ((*DAY, "--columns", "handle=Konto"), "mps.csv has no column Konto; it has Name, Twitter"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(update, capsys, more, said):
    assert update(*more) == 2
    assert said in capsys.readouterr().err


def test_without_an_overlay_nothing_can_be_accepted(update, tmp_path, capsys):
    path = tmp_path / "config.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('overlay = "ours"\n', ""))
    assert update(*DAY, "--accept", "all") == 2
    assert "set overlay in [register]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "has no rows below a heading"),
        (b"Name,Twitter\n", "has no rows below a heading"),
        (b"PK\x03\x04broken", "damaged workbook"),
        (b'Name,Twitter\n"Dan Example,dan_x\n', "names no account, person or office"),
        (b"Name,Twitter,user id\nDan Example,dan_x,1.3219E+18\n", "rounded a long number"),
    ],
)
def test_a_file_that_is_no_table_is_said(update, tmp_path, capsys, content, said):
    (tmp_path / "mps.csv").write_bytes(content)
    assert update(*DAY) == 2
    assert said in capsys.readouterr().err


def test_the_same_differences_give_the_same_workbook(update, tmp_path):
    update(*DAY)
    update(*DAY)
    first = (tmp_path / "register-difference.xlsx").read_bytes()
    assert (tmp_path / "register-difference-2.xlsx").read_bytes() == first


def test_a_workbook_is_read_as_a_csv_is(update, tmp_path, capsys):
    book = Workbook()
    book.active.append(["Name", "Twitter", "as at"])
    book.active.append(["Dan Example", "@dan_x", "2026-11-20"])
    book.save(tmp_path / "mps.csv")
    assert update() == 1
    assert "Doubtful: 1" in capsys.readouterr().out
