"""The sheet that people work on: its columns, rules, links and what stands out."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl.utils import get_column_letter

from reports import text, workbook_text
from tests.reports import example as reviews
from tests.reports.workbooks import table_rows, written

HEADERS = [
    "Item", "Priority", "Status", "What we found", "Why it was flagged", "Our account", "Type",
    "Account or author", "Date", "Suggested action", "Decision", "Reason", "Owner", "Due date",
]  # fmt: skip


@pytest.fixture
def book(kept_workbook):
    return kept_workbook(reviews.example).book


@pytest.fixture
def sheet(book):
    return book["Findings"]


def rules(sheet):
    return {rule.type: rule for rule in sheet.data_validations.dataValidation}


def column(sheet, header):
    letter = get_column_letter(HEADERS.index(header) + 1)
    return f"{letter}2:{letter}{sheet.max_row}"


def test_the_table_stands_at_a1_with_its_columns_in_order(sheet):
    assert [cell.value for cell in sheet[1]] == HEADERS
    assert sheet.tables["tblFindings"].ref.startswith("A1:N")
    assert sheet.tables["tblFindings"].autoFilter is not None
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"


def test_it_prints_at_60_per_cent_or_more(sheet):
    widths = [sheet.column_dimensions[get_column_letter(place)].width for place in range(1, 15)]
    assert sum(widths) <= 250


def test_every_finding_is_there_once_and_what_needs_a_decision_comes_first(sheet):
    findings = {finding.item: finding for finding in reviews.example().findings}
    items = [row["Item"] for row in table_rows(sheet)]
    assert sorted(items) == sorted(findings)
    need = [findings[item].needs_decision for item in items]
    assert need == sorted(need, reverse=True)


def test_a_decision_is_chosen_from_the_words_of_how_to_decide(book, sheet):
    rule = rules(sheet)["list"]
    assert rule.errorStyle in {None, "stop"}
    assert rule.showErrorMessage
    assert rule.error == workbook_text.DECISION_REFUSED
    assert str(rule.sqref) == column(sheet, "Decision")
    ((name, cells),) = book.defined_names[rule.formula1.strip("=")].destinations
    words = [cell.value for (cell,) in book[name][cells]]
    assert words == [decision for decision, *_ in text.decisions.CHOICES]


def test_a_due_date_lies_between_the_run_and_18_months_on(sheet):
    rule = rules(sheet)["date"]
    assert str(rule.sqref) == column(sheet, "Due date")
    first, last = (date.fromordinal(date(1899, 12, 30).toordinal() + int(day))
                   for day in (rule.formula1, rule.formula2))  # fmt: skip
    assert (first, last) == (date(2026, 10, 5), date(2028, 4, 5))
    assert "5 October 2026" in rule.error
    assert "5 April 2028" in rule.error


def test_the_run_may_fall_on_the_last_day_of_a_month(tmp_path):
    late = replace(reviews.example(), observed_at=datetime.fromisoformat("2026-08-31T09:00+12:00"))
    rule = rules(written(late, tmp_path).book["Findings"])["date"]
    assert "29 February 2028" in rule.error


def test_what_people_decided_is_shown_and_the_rest_is_empty_and_tinted(sheet):
    decided = [row for row in table_rows(sheet) if row["Decision"]]
    assert [row["Decision"] for row in decided] == ["Keep"]
    assert decided[0]["Reason"] == "Statutory partner: tēnā, keep"
    assert decided[0]["Due date"].date() == date(2026, 12, 18)
    tints = {cell.fill.fgColor.rgb for row in sheet["K2:N3"] for cell in row}
    assert len(tints) == 1
    assert tints.isdisjoint({cell.fill.fgColor.rgb for cell in sheet["A2:J2"][0]})


def test_high_and_overdue_stand_out_by_weight_and_not_by_colour_alone(sheet):
    found = [rule for item in sheet.conditional_formatting for rule in item.rules]
    assert len(found) == 2
    assert all(rule.dxf.font.b for rule in found)
    assert {rule.formula[0].strip('"') for rule in found} == {"▲ High", "Overdue"}


def test_only_safe_addresses_are_links(tmp_path):
    subject = replace(reviews.example().findings[0].subject, url="https://x.com.evil.example/a")
    finding = replace(reviews.example().findings[0], subject=subject)
    trapped = replace(reviews.example(), findings=(finding, *reviews.example().findings[1:]))
    rows = written(trapped, tmp_path).book["Findings"].iter_rows()
    targets = {cell.hyperlink.target for row in rows for cell in row if cell.hyperlink}
    assert targets
    assert all(target.startswith("https://x.com/") for target in targets)


def test_an_item_without_an_act_is_about_the_account(tmp_path):
    finding = replace(reviews.example().findings[0], kind="", check="account-not-read")
    book = written(replace(reviews.example(), findings=(finding,)), tmp_path).book
    assert [row["Type"] for row in table_rows(book["Findings"])] == ["Account"]


def test_rows_are_as_tall_as_their_text(sheet):
    wraps = [
        cell for row in sheet.iter_rows(min_row=2) for cell in row if isinstance(cell.value, str)
    ]
    for cell in wraps:
        width = sheet.column_dimensions[cell.column_letter].width
        lines = -(-len(cell.value) // width)
        assert sheet.row_dimensions[cell.row].height >= 14 * lines, cell.coordinate


def test_how_to_decide_says_what_is_read_and_explains_a_purpose(book):
    said = " ".join(str(row[0].value) for row in book["How to decide"].iter_rows() if row[0].value)
    assert text.decisions.READ_BY_THE_NEXT in said
    assert "Not read: comments, colours" in said
    assert "Record a purpose means: write on the Followed accounts sheet" in said
