"""Answers on the Guidance sheet come back: filled in, moved, saved as another kind, and too old."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from audit.config import Loaded
from audit.period import NEW_ZEALAND
from audit.run.answers import collect_answers
from audit.run.make import Made
from tests.run.job import NOW, lay_out, run, with_accounts

BLOCK = (
    'platform = "linkedin"\nhandle = "company/manatu-tauira"\nread = "list"\n'
    'path = "sample/linkedin-list.csv"\nas_at = 2026-10-04'
)
Filled = Mapping[str, tuple[str, str, object]]
FILLED: Filled = {
    "M1": ("Yes", "Hana Example", datetime(2026, 10, 7)),  # noqa: DTZ001 - as Excel keeps it
    "M2": ("kāo", "Hana Example", "7 October 2026"),
    "S1": ("In part", "Hana Example", "7/10/2026"),
    "M3": ("Yes", "", datetime(2026, 10, 7)),  # noqa: DTZ001
    "R2": ("Yes", "Hana Example", "2026-10-07"),
}


def loaded(folder: Path) -> Loaded:
    lay_out(folder)
    return with_accounts(folder, BLOCK)


def fill(workbook: Path, answers: Filled) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book["Guidance"]
    header = next(row for row in sheet.iter_rows() if row[0].value == "Clause")
    columns = {cell.value: cell.column for cell in header}
    for row in sheet.iter_rows(min_row=header[0].row + 1):
        for name, value in zip(
            ("Answer", "By", "On"), answers.get(str(row[0].value), ()), strict=False
        ):
            sheet.cell(row[0].row, columns[name]).value = value or None
    book.save(workbook)


def guidance(made: Made) -> dict[str, Any]:
    review = json.loads((made.folder / "review.json").read_text(encoding="utf-8"))
    return {line["clause"]: line for line in review["guidance"]}


def later(year: int, month: int) -> datetime:
    return datetime(year, month, 10, 9, tzinfo=NEW_ZEALAND)


@pytest.mark.slow
def test_answers_are_carried_on_until_they_are_old(tmp_path: Path) -> None:
    settings = loaded(tmp_path)
    first = run(settings, now=NOW)
    fill(first.workbook, FILLED)
    second = run(settings, now=later(2027, 1))
    lines = guidance(second)
    assert {clause: lines[clause]["status"] for clause in FILLED} == {
        "M1": "met",
        "M2": "not_met",
        "S1": "attention",
        "M3": "needs_a_person",
        "R2": guidance(first)["R2"]["status"],
    }
    assert (lines["M1"]["by"], lines["M1"]["answered_on"]) == ("Hana Example", "2026-10-07")
    assert "lacks who gave it" in lines["M3"]["evidence"]
    assert "does not count here" in lines["R2"]["evidence"]
    shutil.rmtree(first.folder)  # what was answered is in the review that carried it on
    third = guidance(run(settings, now=later(2027, 4)))
    assert third["M1"]["status"] == "met"
    last = guidance(run(settings, now=later(2027, 11)))
    assert last["M1"]["status"] == "needs_a_person"
    assert "is more than 12 months old: please answer again" in last["M1"]["evidence"]
    assert last["M1"]["question"]


def test_the_later_answer_counts_and_the_inbox_is_read(tmp_path: Path) -> None:
    settings = loaded(tmp_path)
    made = run(settings, now=NOW)
    copy = shutil.copyfile(made.workbook, tmp_path / "from Hemi.xlsx")
    fill(made.workbook, {"M1": ("Yes", "Hana", datetime(2026, 10, 9))})  # noqa: DTZ001
    fill(copy, {"M1": ("No", "Hemi", datetime(2026, 10, 8))})  # noqa: DTZ001
    review = settings.config.review.model_copy(update={"inbox": (Path("from Hemi.xlsx"),)})
    with_inbox = Loaded(
        settings.config.model_copy(update={"review": review}), settings.base, settings.text
    )
    (answer,) = collect_answers(with_inbox)
    assert (answer.answer, answer.by, answer.on) == ("Yes", "Hana", date(2026, 10, 9))
    fill(copy, {"M1": ("No", "Hemi", datetime(2026, 10, 9))})  # noqa: DTZ001
    (answer,) = collect_answers(with_inbox)
    assert answer.answer == "No"
    assert answer.source.startswith("from Hemi.xlsx, sheet Guidance, row ")


def test_a_workbook_without_answers_or_that_is_none_gives_none(tmp_path: Path) -> None:
    settings = loaded(tmp_path)
    made = run(settings, now=NOW)
    assert collect_answers(settings) == ()
    made.workbook.write_bytes(b"not a workbook")
    assert collect_answers(settings) == ()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_answers_come_back_from_libreoffice(kind: str, tmp_path: Path) -> None:
    settings = loaded(tmp_path)
    made = run(settings, now=NOW)
    fill(made.workbook, FILLED)
    saved = tmp_path / "saved"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
         "--convert-to", kind, "--outdir", str(saved), str(made.workbook)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    made.workbook.unlink()
    (again,) = saved.iterdir()
    shutil.copyfile(again, made.folder / again.name)
    answers = {one.clause: one for one in collect_answers(settings)}
    assert set(answers) == set(FILLED)
    assert {one.on for one in answers.values()} == {date(2026, 10, 7)}
    assert (answers["M2"].answer, answers["M1"].by) == ("No", "Hana Example")
