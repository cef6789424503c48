"""Text from outside does nothing in a workbook: no formula, no link, no broken file."""

import re
import unicodedata
from dataclasses import replace

import pytest

from reports.xlsx import sheet as xlsx_sheet
from tests.reports import example as reviews
from tests.reports.workbooks import cells, table_rows, written

UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


@pytest.fixture
def workbook(kept_workbook):
    return kept_workbook(reviews.hostile)


@pytest.fixture
def texts(workbook):
    return [(sheet, cell) for sheet, cell in cells(workbook.book) if isinstance(cell.value, str)]


def test_text_that_looks_like_a_formula_is_text_for_good(texts):
    looks = [cell for _, cell in texts if cell.value.startswith(("=", "+", "-", "@"))]
    assert len(looks) > 20
    assert {cell.data_type for cell in looks} == {"s"}
    assert all(cell.quotePrefix for cell in looks)


def test_text_is_clean_and_within_excels_limits(texts):
    for sheet, cell in texts:
        place = f"{sheet.title} {cell.coordinate}"
        assert not UNSAFE.search(cell.value), place
        assert unicodedata.is_normalized("NFC", cell.value), place
        assert len(cell.value.encode("utf-16-le")) // 2 <= 2_000, place


def test_no_part_of_the_package_holds_excels_spelling_of_a_control(workbook):
    for name in workbook.parts("xl/"):
        assert not re.search("_x00[0-9A-F]{2}_", workbook.part(name)), name


def test_no_address_from_outside_becomes_a_link_unless_its_host_is_the_platforms(workbook):
    for name in workbook.parts("xl/worksheets/_rels/"):
        targets = re.findall('Target="(http[^"]*)"', workbook.part(name))
        assert all(target.startswith("https://x.com/") for target in targets), name


def test_headers_and_footers_fit_and_double_the_ampersand(tmp_path):
    loud = replace(reviews.example(), marking="R&D&&& " * 100)
    book = written(loud, tmp_path).book
    for sheet in book:
        assert "R&&D" in sheet.oddHeader.center.text or "R&D" in sheet.oddHeader.center.text
    raw = written(loud, tmp_path).part("xl/worksheets/sheet1.xml")
    for part in re.findall("<odd(?:Header|Footer)>(.*?)</odd", raw):
        assert len(part.replace("&amp;", "&").replace("&quot;", '"')) <= 255
        assert "R&amp;&amp;D" in part


def test_where_excel_takes_no_more_links_the_address_stands_as_text(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_sheet, "_MOST_LINKS", 3)
    likes = written(reviews.example(), tmp_path).book["Likes"]
    linked = [cell for row in likes.iter_rows() for cell in row if cell.hyperlink]
    assert len(linked) == 3
    posts = [str(row["Post"]) for row in table_rows(likes)]
    assert posts[0] == "Open post"
    assert all(post.startswith("https://x.com/i/status/") for post in posts[2:])
