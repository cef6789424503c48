"""The workbook of missing accounts: one table, columns to fill, list rules, nothing hidden."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook

from audit.review.gaps import HEADERS, SHEET, Gap
from reports.register_gaps import ROLES, Facts, write_gaps
from tests.reports.workbooks import table_rows

FACTS = Facts("Ministry of Example", "Tahi", date(2026, 6, 1), date(2026, 10, 20))
GAP = Gap(
    actor="per:aroha-example",
    name="=Aroha Ēxample",
    party="Kauri",
    office="Member for Tahi North",
    platform="x",
    doubt="@aroha_fake: contradicts the others",
    alike="@aroha_gets_mail",
)


def written(folder: Path, *gaps: Gap) -> Workbook:
    write_gaps(gaps, FACTS, folder / "missing.xlsx")
    return load_workbook(folder / "missing.xlsx")


def test_one_row_for_each_gap_and_columns_to_fill(tmp_path: Path) -> None:
    sheet = written(tmp_path, GAP)[SHEET]
    (row,) = table_rows(sheet)
    assert list(row) == list(HEADERS.values())
    assert row["Name"] == "=Aroha Ēxample"
    assert sheet["B2"].data_type == "s"
    assert row["Platform"] == "X"
    assert row["Handle"] is None


def test_rules_choose_the_kind_and_ask_for_a_day(tmp_path: Path) -> None:
    book = written(tmp_path, GAP, GAP)
    kinds, days = sorted(
        book[SHEET].data_validations.dataValidation, key=lambda rule: rule.type, reverse=True
    )
    assert (kinds.type, str(kinds.sqref), kinds.errorTitle) == ("list", "I2:I3", HEADERS["role"])
    assert (days.type, str(days.sqref)) == ("date", "L2:L3")
    where = book.defined_names["AccountRoles"].attr_text
    name, cells = where.replace("'", "").replace("$", "").split("!")
    assert [cell.value for (cell,) in book[name][cells]] == list(ROLES)


def test_nothing_is_hidden_or_locked_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    book = written(tmp_path, GAP)
    first = (tmp_path / "missing.xlsx").read_bytes()
    assert all(sheet.sheet_state == "visible" for sheet in book)
    assert not any(sheet.protection.sheet for sheet in book)
    assert not any(d.hidden for sheet in book for d in sheet.column_dimensions.values())
    write_gaps([GAP], FACTS, tmp_path / "missing.xlsx")
    assert (tmp_path / "missing.xlsx").read_bytes() == first


def test_without_gaps_a_sentence_says_so(tmp_path: Path) -> None:
    sheet = written(tmp_path)[SHEET]
    assert "an account of every sitting member" in str(sheet["A2"].value)
