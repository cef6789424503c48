"""The workbook as a whole: its sheets, what every sheet has in common, and how it prints."""

from dataclasses import replace

import pytest
from openpyxl.utils import range_boundaries

from reports import coverage_words, text, workbook_text
from tests.reports import example as reviews
from tests.reports.workbooks import cells, table_rows, written

SHEETS = [
    "Summary", "Findings", "Guidance", "Decisions read", "Balance", "Balance by party", "Changes",
    "Lists compared",
    "Quarters", "Known accounts", "Followed accounts", "Likes", "Reposts", "Links", "Evidence",
    "Coverage", "Files read", "How to decide", "About",
]  # fmt: skip
CASES = [
    reviews.example, reviews.nothing_found, reviews.nothing_read, reviews.nothing_asked,
    reviews.hostile,
]  # fmt: skip


@pytest.fixture(params=CASES, ids=lambda case: case.__name__)
def workbook(request, kept_workbook):
    return kept_workbook(request.param)


@pytest.fixture
def example(kept_workbook):
    return kept_workbook(reviews.example)


def test_the_sheets_stand_in_their_order_and_the_first_is_open(workbook):
    assert workbook.book.sheetnames == SHEETS
    assert workbook.book.active.title == "Summary"
    assert [name for name, _ in workbook_text.SHEETS] == SHEETS[1:]


def test_every_sheet_begins_at_a1_and_has_one_described_table_in_column_a(workbook):
    for sheet in workbook.book:
        assert sheet["A1"].value, sheet.title
        (table,) = sheet.tables.values()
        assert table.ref.startswith("A"), sheet.title
    for part in workbook.parts("xl/tables/"):
        assert 'altTextSummary="' in workbook.part(part)


def test_nothing_is_hidden_merged_locked_or_computed(workbook):
    for sheet in workbook.book:
        assert sheet.sheet_state == "visible"
        assert not sheet.merged_cells.ranges
        assert not sheet.protection.sheet
        dimensions = [*sheet.column_dimensions.values(), *sheet.row_dimensions.values()]
        assert not any(dimension.hidden for dimension in dimensions)
    assert not [cell.coordinate for _, cell in cells(workbook.book) if cell.data_type in "fe"]
    assert not workbook.parts("xl/media") + workbook.parts("xl/externalLinks")


def test_nothing_stands_below_a_table_but_on_the_summary(workbook):
    for sheet in workbook.book.worksheets[1:]:
        (table,) = sheet.tables.values()
        assert sheet.max_row == range_boundaries(table.ref)[3], sheet.title


def test_every_sheet_prints_on_a4_landscape_one_page_wide(workbook):
    for sheet in workbook.book:
        assert str(sheet.page_setup.paperSize) == "9"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0


def test_the_marking_stands_on_every_page_and_in_a_cell_or_nowhere(tmp_path):
    marked = written(reviews.example(), tmp_path).book
    assert "IN-CONFIDENCE" in [cell.value for row in marked["Summary"].iter_rows() for cell in row]
    for sheet in marked:
        assert "IN-CONFIDENCE" in sheet.oddHeader.center.text
        assert "IN-CONFIDENCE" in sheet.oddFooter.center.text
    plain = written(replace(reviews.example(), marking=""), tmp_path).book
    assert not [cell for _, cell in cells(plain) if "IN-CONFIDENCE" in str(cell.value)]
    assert not [sheet.title for sheet in plain if sheet.oddHeader.center.text]


def test_the_summary_says_the_answer_the_balance_the_gaps_and_both_names(example):
    review = reviews.example()
    said = [cell.value for row in example.book["Summary"].iter_rows() for cell in row]
    for words in (
        review.answer,
        coverage_words.not_covered(review),
        review.period.label,
        "Te Manatū Tauira | Ministry of Example",
    ):
        assert words in said
    assert reviews.example().headline in said


def test_the_summary_counts_the_items_by_priority_and_leads_to_every_sheet(example):
    summary = example.book["Summary"]
    assert [row["Items"] for row in table_rows(summary)] == [3, 3, 1]
    places = {
        cell.hyperlink.location for row in summary.iter_rows() for cell in row if cell.hyperlink
    }
    assert places == {f"'{name}'!A1" for name in SHEETS[1:]}


def test_dates_are_dates_and_shown_as_people_write_them(example):
    dates = [cell for _, cell in cells(example.book) if cell.is_date]
    assert dates
    assert {cell.number_format for cell in dates} == {"d mmm yyyy"}


def test_coverage_and_files_show_the_reviews_own_numbers(example):
    review = reviews.example()
    assert [row["Read"] for row in table_rows(example.book["Coverage"])] == [
        row.fetched for row in review.coverage
    ]
    for row in table_rows(example.book["Files read"]):
        assert row["Records"] == row["Kept"] + row["Reported"]


def test_about_names_the_run_the_registers_and_their_hashes(example):
    said = " ".join(str(row["Detail"]) for row in table_rows(example.book["About"]))
    review = reviews.example()
    assert review.run_id in said
    for file in (*review.registers, *review.inputs):
        assert file.sha256 in said
    assert text.about.PRIVACY in said
    assert text.about.RECORDS in said
