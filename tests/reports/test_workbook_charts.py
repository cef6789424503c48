"""The charts: native, described in words, and reading the cells beside them."""

import re
from dataclasses import replace

import pytest

from reports.tables import headline_list
from tests.reports import example as reviews
from tests.reports.workbooks import table_rows, written


@pytest.fixture
def workbook(kept_workbook):
    return kept_workbook(reviews.example)


def read(workbook, reference):
    """Give the values of the cells that a chart names: 'Sheet'!$A$1:$A$3."""
    name, cells = reference.rsplit("!", 1)
    found = workbook.book[name.strip("'")][cells.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [cell.value for (cell,) in rows]


def series(workbook, number):
    chart = workbook.part(f"xl/charts/chart{number}.xml")
    return [re.findall("<c:f>(.*?)</c:f>", one) for one in re.findall("<c:ser>.*?</c:ser>", chart)]


def test_every_chart_has_a_title_and_a_description(workbook):
    charts = workbook.parts("xl/charts/")
    assert len(charts) == 4
    assert all("<c:title>" in workbook.part(name) for name in charts)
    drawings = "".join(workbook.part(name) for name in workbook.parts("xl/drawings/drawing"))
    described = re.findall(r'<xdr:cNvPr [^>]*descr="([^"]+)"', drawings)
    assert len(described) == 4
    assert "High 3" in described[0]
    assert all(len(words) > 60 for words in described)


def test_the_summary_chart_shows_the_items_by_priority(workbook):
    ((name, categories, values),) = series(workbook, 1)
    assert read(workbook, name) == ["Items"]
    assert [word.split()[-1] for word in read(workbook, categories)] == ["High", "Medium", "Low"]
    assert read(workbook, values) == [3, 3, 1]


def test_the_party_chart_shows_the_headline_lists_count_against_what_is_expected(workbook):
    first = headline_list(reviews.example())
    counted, expected = series(workbook, 2)
    names = {party.id: party.name for party in reviews.PARTIES}
    assert read(workbook, counted[1]) == [names[line.party] for line in first.lines]
    assert read(workbook, counted[2]) == [line.count for line in first.lines]
    assert read(workbook, expected[2]) == pytest.approx([line.expected for line in first.lines])


def test_the_headline_list_comes_first_and_every_list_is_there(workbook):
    rows = table_rows(workbook.book["Balance by party"])
    assert rows[0]["List"] == "Follows, all platforms"
    assert len(rows) == sum(len(balance.lines) for balance in reviews.BALANCES if balance.n)


def test_no_colour_is_a_partys_or_a_traffic_light(workbook):
    used = "".join(workbook.part(name) for name in workbook.parts("xl/charts/"))
    fills = set(re.findall(r'<a:solidFill><a:srgbClr val="([0-9A-Fa-f]{6})"', used))
    assert fills
    for colour in fills:
        red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
        grey = max(red, green, blue) - min(red, green, blue) < 24
        assert grey or (blue > red > green), colour


def test_a_review_without_politicians_has_no_party_chart(tmp_path):
    workbook = written(reviews.nothing_found(), tmp_path)
    assert "drawing" not in workbook.part("xl/worksheets/sheet4.xml")


def test_a_headline_list_too_short_to_test_is_drawn_without_what_is_expected(tmp_path):
    short = replace(reviews.BALANCES[0], verdict="too_few")
    workbook = written(replace(reviews.example(), balance=(short,)), tmp_path)
    (counted,) = series(workbook, 2)
    assert read(workbook, counted[2]) == [line.count for line in short.lines]
    assert "expected" not in workbook.part("xl/charts/chart2.xml")
