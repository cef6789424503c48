import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest

from audit.review.model import Agency
from reports.page import render_page, write_page
from tests.reports import page_cases
from tests.reports.example import example
from tests.reports.page_dom import Node, read

CASES = {
    "example": example,
    "empty": page_cases.empty,
    "nothing found": page_cases.nothing_found,
    "unreadable": page_cases.unreadable,
    "2,000 findings": lambda: page_cases.many(2_000),
}


@pytest.fixture(params=CASES, scope="module")
def page(request) -> str:
    return render_page(CASES[request.param]())


@pytest.fixture(scope="module")
def document(page) -> Node:
    return read(page)


def test_bytes_are_the_same_twice_with_unix_line_ends(tmp_path):
    for name in ("a.html", "b.html"):
        write_page(example(), tmp_path / name)
    first, second = ((tmp_path / name).read_bytes() for name in ("a.html", "b.html"))
    assert first == second
    assert first.startswith(b'<!DOCTYPE html>\n<html lang="en-NZ">')
    assert b"\r" not in first
    assert b'<meta charset="utf-8">' in first[:1024]


def test_text_is_nfc_and_the_page_is_small(page):
    assert unicodedata.is_normalized("NFC", page)
    assert len(page.encode()) < 1_500_000


def test_headings_start_with_one_h1_and_skip_no_level(document):
    levels = [int(node.tag[1]) for node in document.all("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_landmarks_and_skip_link(document):
    assert [len(document.all(tag)) for tag in ("header", "main", "footer")] == [1, 1, 1]
    assert document.all("a")[0].attrs["href"] == "#main"


def test_ids_are_unique_and_every_reference_resolves(document):
    ids = [node.attrs["id"] for node in document.walk() if "id" in node.attrs]
    assert len(ids) == len(set(ids))
    wanted = {
        node.attrs["href"][1:]
        for node in document.walk()
        if node.attrs.get("href", "").startswith("#")
    }
    for node in document.walk():
        wanted.update(node.attrs.get("aria-labelledby", "").split())
    assert wanted <= set(ids)


def test_tables_have_captions_headers_and_a_row_header(document):
    for table in document.all("table"):
        assert table.all("caption")[0].words
        head, body = table.all("thead")[0], table.all("tbody")[0]
        assert all(cell.attrs["scope"] == "col" and cell.words for cell in head.all("th"))
        for row in body.all("tr"):
            assert [cell.attrs["scope"] for cell in row.all("th")] == ["row"]
            assert [cell.attrs["data-label"] for cell in row.all("th", "td")] == [
                cell.words for cell in head.all("th")
            ]


def test_every_other_drawing_is_hidden_from_readers(document):
    for drawing in document.all("svg"):
        assert "chart" in drawing.attrs["class"].split() or drawing.attrs["aria-hidden"] == "true"


def test_each_chart_has_a_title_a_finding_in_words_and_its_figures_after_it():
    document = read(render_page(example()))
    charts = document.classed("chart")
    assert charts
    for chart in charts:
        assert chart.attrs["role"] == "img"
        title, desc = chart.all("title")[0], chart.all("desc")[0]
        assert chart.attrs["aria-labelledby"] == f"{title.attrs['id']} {desc.attrs['id']}"
        says = {
            "by quarter": "No review", "known account, by party": "73 per cent",
            "agreed range, by party": "agreed range",
        }  # fmt: skip
        (found,) = (words for end, words in says.items() if title.words.endswith(end))
        assert found in desc.words
    for part in document.classed("list"):
        tags = [child.tag for child in part.children if isinstance(child, Node)]
        assert "figure" not in tags or tags[tags.index("figure") + 1] == "details"


def test_dates_are_written_as_people_write_them(document):
    for time in document.all("time"):
        assert re.match(r"\d{4}-\d\d-\d\d", time.attrs["datetime"])
        assert re.search(r"\d{1,2} [A-Z][a-z]+ \d{4}", time.words)
    assert not re.search(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b", document.by_id("main").text)


def test_the_title_names_report_quarter_and_agency(document):
    title = document.all("title")[0].words
    assert len(title) <= 70
    assert title.startswith("Neutrality review, Quarter 1 of 2026/27 – ")


def test_te_reo_is_marked_as_such():
    spans = [n for n in read(render_page(example())).walk() if n.attrs.get("lang") == "mi"]
    assert [span.words for span in spans] == [example().agency.name_mi]


def test_an_agency_with_one_name_in_te_reo_is_named_once_and_marked_everywhere():
    one = Agency("Te Tari ā-Motu", "Te Tari a\u0304-Motu")
    page = read(render_page(replace(example(), agency=one)))
    assert page.classed("agency")[0].words == "Te Tari ā-Motu"
    spans = [node.words for node in page.walk() if node.attrs.get("lang") == "mi"]
    assert spans == ["Te Tari ā-Motu"] * 2


@pytest.mark.parametrize(
    "name", ["A & B <Agency> " * 9, "🥝" * 60, "Ministry of Wharves and Piers"]
)
def test_a_long_name_is_cut_in_the_title_and_a_short_one_stands_whole(name):
    page = render_page(replace(example(), agency=Agency(name)))
    (title,) = re.findall("<title>(.*?)</title>", page.partition("</head>")[0])
    assert len(title.encode("utf-16-le")) // 2 <= 70
    shown = read(page).all("title")[0].words.partition(" – ")[2]
    assert name.startswith(shown.removesuffix("…"))
    assert shown.endswith("…") == (shown != name)


def test_a_page_without_script_has_no_dead_control(document):
    assert not document.all("button", "input", "select")


def test_long_handles_break_where_their_parts_meet_and_read_as_they_are(page, document):
    assert "<wbr>" not in document.text
    assert "&lt;wbr" not in page
    assert re.search(r"\w<wbr>@\w|\w\.<wbr>\w", render_page(example()))
