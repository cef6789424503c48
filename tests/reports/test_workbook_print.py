"""The workbook in another program: LibreOffice prints it and saves it again."""

import os
import shutil
import subprocess

import pytest
from openpyxl import load_workbook

from reports.workbook import write_workbook
from tests.reports import agencies
from tests.reports import example as reviews
from tests.reports.workbooks import table_rows

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice"),
]


def converted(path, kind):
    """Let LibreOffice convert a file, with a profile of its own."""
    out = path.parent / "converted"
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
    home = os.environ | {"HOME": str(path.parent)}
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120, env=home)
    return out / f"{path.stem}.{kind}"


def printed(path, page):
    """Give the words of one printed page."""
    pdf = converted(path, "pdf")
    command = ["pdftotext", "-layout", "-f", str(page), "-l", str(page), str(pdf), "-"]
    words = subprocess.run(command, check=True, capture_output=True, timeout=60)
    return words.stdout.decode("utf-8")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
@pytest.mark.parametrize("case", ["example", "nothing_read", "nothing_asked", "hostile"])
def test_the_summary_is_one_page_and_the_findings_come_next(tmp_path, case):
    path = tmp_path / "review.xlsx"
    write_workbook(getattr(reviews, case)(), path)
    first, second = printed(path, 1), printed(path, 2)
    assert "Social media neutrality review" in first
    assert "About: how and when this was made" in first
    assert "Decision" in second
    assert "26Q3-0000" in second or "26Q3-0001" in second


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")
@pytest.mark.parametrize("run", [agencies.nothing_done, agencies.te_reo, agencies.attacked])
def test_the_summary_of_any_agency_is_one_page(tmp_path, run):
    path = tmp_path / "review.xlsx"
    path.write_bytes(run(tmp_path / "agency").workbook.read_bytes())
    first, second = printed(path, 1), printed(path, 2)
    assert "Social media neutrality review" in first
    assert "About: how and when this was made" in first
    assert "Decision" in second


def test_saving_it_again_keeps_the_tables_the_rules_and_text_as_text(tmp_path):
    path = tmp_path / "review.xlsx"
    write_workbook(reviews.hostile(), path)
    before, after = load_workbook(path), load_workbook(converted(path, "xlsx"))
    for sheet in before:
        (table,) = sheet.tables.values()
        assert after[sheet.title].tables[table.displayName].ref == table.ref
    assert table_rows(after["Findings"]) == table_rows(before["Findings"])
    assert not [
        c for sheet in after for row in sheet.iter_rows() for c in row if c.data_type == "f"
    ]
    rules = after["Findings"].data_validations.dataValidation
    assert {rule.type for rule in rules} == {"list", "date"}
