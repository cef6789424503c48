"""A workbook of differences that LibreOffice has saved still says which rows were ticked."""

import shutil

import pytest
from openpyxl import load_workbook

from audit.cli import execute
from tests.audit.small_pack import write_pack
from tests.reports.test_workbook_print import converted

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice"),
]
UPDATE = ("register", "update", "mps.csv", "--as-at", "2026-11-20")


def test_ticks_survive_libreoffice(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "tahi")
    (tmp_path / "config.toml").write_text(
        '[agency]\nname = "Ministry of Example"\n'
        '[register]\njurisdiction = "tahi"\noverlay = "ours"\n'
        '[[account]]\nplatform = "x"\nhandle = "ours"\npath = "not there yet"\n',
        encoding="utf-8",
    )
    (tmp_path / "mps.csv").write_text("Name,Twitter\nDan Example,@dan_x\n", encoding="utf-8")
    assert execute([*UPDATE]) == 1
    path = tmp_path / "register-difference.xlsx"
    book = load_workbook(path)
    sheet = book["Differences"]
    names = [cell.value for cell in sheet[1]]
    sheet.cell(2, names.index("Accept") + 1, "yes")
    book.save(path)
    assert execute([*UPDATE, "--accept", str(converted(path, "xlsx"))]) == 0
    assert "dan_x" in (tmp_path / "ours" / "accounts.csv").read_text(encoding="utf-8")
