"""Workbooks that LibreOffice saved, after what people do to them: every row in its list."""

import os
import shutil
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit import config
from audit.decisions.model import MISSING, NOT_USED, NOTED, UNDECIDED, USED, Reading
from audit.run.returned import read
from tests.run.job import NOW, lay_out, run
from tests.run.returning import COLUMNS, fill

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice"),
]
LATER = NOW + timedelta(days=20)
KINDS = ("xlsx", "ods", "xls")


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory):
    base = tmp_path_factory.mktemp("libreoffice")
    made = run(lay_out(base))
    return base, made


def saved(path: Path, kind: str) -> Path:
    """Have LibreOffice open a workbook and save it as another kind."""
    out = path.parent / f"as {kind}"
    command = ["soffice", f"-env:UserInstallation=file://{path.parent / 'profile'}", "--headless"]
    home = os.environ | {"HOME": str(path.parent)}
    convert = ["--convert-to", kind, "--outdir", str(out), str(path)]
    subprocess.run([*command, *convert], check=True, capture_output=True, timeout=180, env=home)
    return out / f"{path.stem}.{kind}"


def judged(job, *paths: Path) -> Reading:
    base, _ = job
    loaded = config.load(base / "config.toml", check_files=False)
    return read.read(loaded, paths, LATER, dry_run=True)


def items(job, kind: str = "follow") -> list[str]:
    return [one.item for one in job[1].review.findings if one.kind == kind and one.needs_decision]


def decided(job, path: Path) -> Path:
    """Fill in eight rows: five that are used, one with a note, two that are not used."""
    follows, likes = items(job), items(job, "like")
    due = datetime(2026, 12, 18)  # noqa: DTZ001
    return fill(job[1].workbook, {
        follows[0]: {"decision": "Keep", "reason": "Statutory partner: tēnā koutou"},
        follows[1]: {"decision": "Unfollow", "owner": "Comms", "due": due},
        follows[2]: {"decision": "Escalate", "owner": "DCE"},
        follows[3]: {"decision": "Unfollow", "due": "3/12/2026"},
        follows[4]: {"decision": "unfolow"},
        likes[0]: {"decision": "Undo like", "due": due},
        likes[1]: {"decision": "Unfollow", "due": due},
        likes[2]: {"decision": "Keep", "reason": "Ministerial visit"},
    }, path)  # fmt: skip


def counts(reading: Reading) -> tuple[int, int, int, int]:
    assert sum(reading.count(one) for one in (USED, NOTED, NOT_USED, UNDECIDED, MISSING)) == len(
        reading.outcomes
    )
    return tuple(reading.count(one) for one in (USED, NOTED, NOT_USED, MISSING))  # type: ignore[return-value]


def rows_of(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]


def written_back(sheet, rows) -> None:
    for number, values in enumerate(rows, 2):
        for place, value in enumerate(values, 1):
            sheet.cell(number, place).value = value


@pytest.mark.parametrize("kind", KINDS)
def test_sorted_and_saved_again_every_decision_is_read(job, tmp_path: Path, kind: str) -> None:
    path = decided(job, tmp_path / "back.xlsx")
    book = load_workbook(path)
    sheet = book["Findings"]
    for cell in [cell for row in sheet.iter_rows() for cell in row]:
        cell.hyperlink = None
    written_back(sheet, sorted(rows_of(sheet), key=lambda row: str(row[3]), reverse=True))
    book.save(path)
    reading = judged(job, saved(path, kind))
    assert counts(reading) == (5, 1, 2, 0)
    keep = next(one for one in reading.new if one.decision == "Keep" and "tēnā" in one.reason)
    assert keep.item == items(job)[0]
    assert {one.due for one in reading.new} == {None, date(2026, 12, 18), date(2026, 12, 3)}
    assert not [one for one in reading.outcomes if "Changed since" in one.said]
    assert reading.files[0].said == ""


@pytest.mark.parametrize("kind", KINDS)
def test_with_columns_and_title_rows_added_and_the_sheet_renamed(job, tmp_path, kind) -> None:
    path = decided(job, tmp_path / "back.xlsx")
    book = load_workbook(path)
    sheet = book["Findings"]
    del sheet.tables["tblFindings"]
    sheet.insert_cols(2)
    sheet["B1"] = "My remarks"
    sheet.insert_rows(1, 3)
    sheet["A1"] = "For the meeting"
    sheet.title = "Copy for Ana"
    book.save(path)
    reading = judged(job, saved(path, kind))
    assert counts(reading) == (5, 1, 2, 0)
    assert {one.row for one in reading.outcomes} >= {5, 6, 7}


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_deleted_and_a_row_doubled_with_another_decision(job, tmp_path, kind) -> None:
    path = decided(job, tmp_path / "back.xlsx")
    book = load_workbook(path)
    sheet = book["Findings"]
    rows = rows_of(sheet)
    lost = items(job, "like")[2]
    doubled = next(row for row in rows if row[0] == items(job)[0])
    other = [*doubled[:10], "Escalate", None, "DCE", None]
    written_back(sheet, [*(row for row in rows if row[0] != lost), other])
    book.save(path)
    reading = judged(job, saved(path, kind))
    assert counts(reading) == (3, 1, 4, 1)
    (missing,) = [one for one in reading.outcomes if one.bucket == MISSING]
    assert missing.item == lost
    both = [one for one in reading.outcomes if one.item == items(job)[0]]
    assert all("different decisions, so none is used" in one.said for one in both)


@pytest.mark.parametrize("kind", KINDS)
def test_two_copies_merged_into_one_sheet(job, tmp_path, kind) -> None:
    """Each copy has its own half of the decisions, and one of both."""
    path = decided(job, tmp_path / "back.xlsx")
    book = load_workbook(path)
    sheet = book["Findings"]
    rows = rows_of(sheet)
    place = COLUMNS["decision"] - 1
    marked = [row for row in rows if row[place]]
    half = {row[0] for row in marked[:4]}
    first = [row if row[0] in half else [*row[:place], None, None, None, None] for row in rows]
    second = [
        row if row[0] not in half or row[0] == marked[0][0] else [*row[:place], *[None] * 4]
        for row in rows
    ]
    heading = [cell.value for cell in sheet[1]]
    written_back(sheet, [*first, heading, *second])
    book.save(path)
    reading = judged(job, saved(path, kind))
    assert reading.files[0].rows == 2 * len(rows)
    assert counts(reading) == (5, 2, 2, 0)
    assert len(reading.new) == 6


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_as_it_was_made_decides_nothing(job, tmp_path, kind) -> None:
    path = Path(shutil.copy(job[1].workbook, tmp_path / "back.xlsx"))
    reading = judged(job, saved(path, kind))
    assert counts(reading) == (0, 0, 0, 0)
    assert reading.count(UNDECIDED) == len(job[1].review.findings)
    assert not [one.said for one in reading.outcomes if one.said]
