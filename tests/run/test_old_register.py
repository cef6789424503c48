"""A register older than the last election, from the run to page one of each report."""

import json

import pytest
from openpyxl import load_workbook

from audit.run.make import Made
from tests.run.job import lay_out, run

SAID = "The register stands for 2 September 2026, before the general election of 20 September 2026"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """One run with a register that knows of an election after its own day and not its result."""
    folder = tmp_path_factory.mktemp("old")
    loaded = lay_out(folder)
    register = folder / "sample" / "register"
    manifest = (register / "pack.toml").read_text(encoding="utf-8")
    (register / "pack.toml").write_text(
        manifest.replace("version = 2026-10-02", "version = 2026-09-02"), encoding="utf-8"
    )
    with (register / "elections.csv").open("a", encoding="utf-8") as file:
        file.write("2026,2026-09-20,,,,,,,House of Tauira (invented),,2026-09-02\n")
    return run(loaded)


def test_no_list_after_polling_day_has_a_verdict(made: Made) -> None:
    review = json.loads((made.folder / "review.json").read_text(encoding="utf-8"))
    assert {row["verdict"] for row in review["balance"]} == {"not_assessable"}
    assert review["labels"]["register"]["problems"] == review["limits"][:1]
    assert review["limits"][0].startswith(SAID)


def test_page_one_of_each_report_says_so(made: Made) -> None:
    page = (made.folder / "review-2026-Q3.html").read_text(encoding="utf-8")
    assert SAID in page.partition('id="balance"')[0]
    summary = load_workbook(made.folder / "review-2026-Q3.xlsx")["Summary"]
    assert any(SAID in str(cell.value) for row in summary.iter_rows() for cell in row)
