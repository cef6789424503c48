"""The page over several agencies: nobody ranked, every figure a table, nothing from outside."""

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from audit.fleet.model import Fleet, NotHere
from reports.fleet.funnel_chart import HEIGHT, MOST_NAMES, funnel_chart
from reports.fleet.page import render_page
from reports.text import fleet as words
from tests.audit.fleet.reviews import flagged, fleet, many, read_in_full, review, three
from tests.reports import page_cases
from tests.reports.example import example
from tests.reports.page_dom import Node, read

SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></style></title>"
CONTROL = "before\x00\x07\x1b[31m\u202eafter\u2066\udfff\ufffe\r\n\ttext"


def hostile(text: str) -> Fleet:
    poisoned = [
        replace(review(f"{place} {text}", 12, 8), marking=text, findings=(
            flagged(example().findings[0], name=text, account="7"),
        ))
        for place in range(3)
    ]  # fmt: skip
    made = fleet(poisoned, (NotHere(text, text, text),), (text,))
    return page_cases.poisoned(made, text)


CASES = {
    "three": three,
    "one": lambda: fleet([review("A", 12, 8)]),
    "all read": lambda: fleet([read_in_full(review(name, 12, 8)) for name in "AB"]),
    "many": lambda: many(60),
    "not here": lambda: fleet([review("A", 12, 8)], (NotHere("B", "b/runs", "Damaged."),)),
    "script": lambda: hostile(SCRIPT),
    "control": lambda: hostile(CONTROL),
}


@pytest.fixture(params=CASES, scope="module")
def page(request) -> str:
    return render_page(CASES[request.param]())


@pytest.fixture(scope="module")
def document(page) -> Node:
    return read(page)


def rows(table: Node) -> list[list[str]]:
    return [[cell.words for cell in row.all("th", "td")] for row in table.all("tr")[1:]]


def test_headings_skip_no_level_and_ids_are_unique(document) -> None:
    levels = [int(node.tag[1]) for node in document.all("h1", "h2", "h3")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [node.attrs["id"] for node in document.walk() if "id" in node.attrs]
    assert len(ids) == len(set(ids))
    for node in document.walk():
        for name in node.attrs.get("aria-labelledby", "").split():
            assert name in ids


def test_every_plot_has_words_and_its_figures_in_tables(document) -> None:
    for plot in document.classed("funnel"):
        drawing = plot.classed("chart")[0]
        assert len(drawing.all("title")[0].words) > 20
        assert len(drawing.all("desc")[0].words) > 40
        assert all(one.attrs.get("aria-hidden") for one in drawing.all("svg")[1:])
    tables = [node for node in document.all("table") if node.attrs["id"].startswith("plot-")]
    assert len(tables) == 2 * len(document.classed("funnel"))
    assert all(table.all("caption") for table in document.all("table"))


def test_the_policy_allows_this_style_and_script_alone(page, document) -> None:
    for tag in ("style", "script"):
        (node,) = document.all(tag)
        digest = base64.b64encode(hashlib.sha256(node.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in page
    names = {name for node in document.walk() for name in node.attrs}
    assert not [name for name in names if name.startswith("on") or name in {"style", "src"}]
    assert {node.tag for node in document.walk()}.isdisjoint({"img", "iframe", "link", "object"})
    assert not re.search("[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069\ufffe]", page)


def test_links_lead_into_the_page_to_the_agencies_reports_or_to_a_platform(document) -> None:
    for anchor in document.all("a"):
        assert re.match(r"#|agencies/[\w-]+\.html$|https://x\.com/", anchor.attrs["href"])


def test_agencies_stand_in_the_order_of_the_alphabet_with_their_own_verdicts() -> None:
    found = rows(read(render_page(three())).by_id("agencies-table"))
    assert [row[0] for row in found] == ["Bay Agency", "Ōtaki Office", "Zoo"]
    assert [row[5] for row in found] == ["20", "28", "5"]
    assert found[2][6] == "Too few to tell (read in part)"


def test_what_was_not_read_has_no_count_and_no_verdict() -> None:
    whole = review("A", 12, 8)
    rows_read = tuple(
        replace(row, status="failed") if row.kind == "follow" else row for row in whole.coverage
    )
    made = fleet([replace(whole, coverage=rows_read)])
    (found,) = rows(read(render_page(made)).by_id("agencies-table"))
    assert (found[5], found[6]) == ("", "Not read")
    assert words.NO_FUNNEL in render_page(made)


def test_none_in_common_speaks_of_what_could_be_read() -> None:
    made = fleet([review(name, 12, 8, findings=()) for name in "AB"])
    assert words.NONE_SHARED in render_page(made)
    assert "what could be read" in words.NONE_SHARED


def test_labels_of_points_that_lie_together_stand_apart_and_inside() -> None:
    made = fleet([review(name, 12, 8) for name in "ABCDEF"])
    chart = funnel_chart(made.funnels[0], made.funnels[0].centres[0], "plot")
    downs = sorted(mark.label_down for mark in chart.marks)
    assert all(after - before >= 12 for before, after in pairwise(downs))
    assert [mark.number for mark in chart.marks] == [1, 2, 3, 4, 5, 6]
    large = many(MOST_NAMES * 3)
    crowded = funnel_chart(large.funnels[0], large.funnels[0].centres[0], "plot")
    assert {mark.name for mark in crowded.marks} == {""}
    assert all(0 <= mark.down <= HEIGHT and 0 < mark.across < 100 for mark in crowded.marks)
    assert all(mark.label_down <= HEIGHT for mark in crowded.marks)


def test_the_same_fleet_gives_the_same_page() -> None:
    assert render_page(three()) == render_page(three())
