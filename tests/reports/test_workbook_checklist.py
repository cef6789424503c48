"""What holds for every sheet of every workbook, whatever the review: to read, to print, to hear."""

import itertools
import re
from collections.abc import Iterator

import pytest
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports import agencies
from tests.reports import example as reviews
from tests.reports.workbooks import Written, cells, written

CASES = {
    "example": reviews.example,
    "nothing found": reviews.nothing_found,
    "nothing read": reviews.nothing_read,
    "nothing asked": reviews.nothing_asked,
    "hostile": reviews.hostile,
}
REAL = {
    "nothing done": agencies.nothing_done,
    "te reo Māori": agencies.te_reo,
    "attacked": agencies.attacked,
}


@pytest.fixture(scope="module", params=[*CASES, *REAL])
def workbook(request, tmp_path_factory, kept_workbook) -> Written:
    folder = tmp_path_factory.mktemp("book")
    if request.param in REAL:
        return written(REAL[request.param](folder).review, folder)
    return kept_workbook(CASES[request.param])


def tables(workbook: Written) -> Iterator[tuple[Worksheet, list[tuple[Cell, ...]]]]:
    for sheet in workbook.book:
        (table,) = sheet.tables.values()
        yield sheet, list(sheet[table.ref])


def width(sheet: Worksheet, place: int) -> float:
    return sheet.column_dimensions[get_column_letter(place)].width


def test_sheet_names_are_short_plain_and_differ(workbook):
    names = workbook.book.sheetnames
    assert all(len(name) <= 31 and re.fullmatch("[A-Za-z0-9 ]+", name) for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_the_cursor_stands_at_a1_and_no_name_is_broken(workbook):
    for sheet in workbook.book:
        for selected in sheet.sheet_view.selection:
            assert selected.pane or selected.activeCell in {"A1", None}, sheet.title
    assert not [one for one in workbook.book.defined_names.values() if "#REF" in one.attr_text]


def test_headers_are_words_that_differ_and_no_row_is_blank(workbook):
    for sheet, (header, *rows) in tables(workbook):
        words = [cell.value for cell in header]
        assert all(isinstance(word, str) and word.strip() for word in words), sheet.title
        assert len({word.casefold() for word in words}) == len(words), sheet.title
        assert rows, sheet.title
        assert all(any(cell.value is not None for cell in row) for row in rows), sheet.title


def test_every_item_has_a_number_of_its_own(workbook):
    rows = {sheet.title: rows for sheet, (_, *rows) in tables(workbook)}["Findings"]
    items = [row[0].value for row in rows]
    assert len(set(items)) == len(items)
    assert all(re.fullmatch(r"\d\dQ[1-4]-\d{4,}-[0-9A-Z]", item) for item in items)


def test_columns_have_a_width_that_can_be_read(workbook):
    for sheet in workbook.book:
        first, _, last, _ = range_boundaries(next(iter(sheet.tables.values())).ref)
        widths = [width(sheet, place) for place in range(first, last + 1)]
        assert all(8 <= one <= 75 for one in widths), (sheet.title, widths)


def test_long_text_wraps_where_its_neighbour_is_filled(workbook):
    for sheet, (_, *rows) in tables(workbook):
        for row in rows:
            for cell, beside in itertools.pairwise(row):
                if isinstance(cell.value, str) and beside.value is not None:
                    fits = len(cell.value) <= width(sheet, cell.column) * 1.1
                    assert fits or cell.alignment.wrap_text, (sheet.title, cell.coordinate)


def test_rows_of_findings_are_as_high_as_their_text(workbook):
    sheet = workbook.book["Findings"]
    for row in sheet.iter_rows(min_row=2):
        lines = [
            sum(max(1, -(-len(part) // int(width(sheet, cell.column)))) for part in
                str(cell.value).split("\n"))
            for cell in row if isinstance(cell.value, str)
        ]  # fmt: skip
        assert sheet.row_dimensions[row[0].row].height >= 14 * max(lines), row[0].row


def test_letters_are_plain_large_and_dark_enough(workbook):
    for sheet, cell in cells(workbook.book):
        place = (sheet.title, cell.coordinate)
        assert cell.font.name in {"Arial", "Calibri", "Aptos", "Verdana"}, place
        assert cell.font.sz >= 11, place
        ink = cell.font.color.rgb if cell.font.color else "FF000000"
        paper = cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else "FFFFFFFF"
        assert contrast(ink[-6:], paper[-6:]) >= 4.5, place


def test_a_cell_has_no_more_lines_than_excel_takes(workbook):
    assert all(str(cell.value).count("\n") <= 253 for _, cell in cells(workbook.book))


def test_every_rule_says_what_to_do_instead(workbook):
    rules = [rule for sheet in workbook.book for rule in sheet.data_validations.dataValidation]
    assert rules
    assert all(rule.error for rule in rules)


def contrast(ink: str, paper: str) -> float:
    """Give the contrast of two colours as WCAG 2 measures it."""
    dark, light = sorted((luminance(ink), luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
