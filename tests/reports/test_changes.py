"""What changed, in the workbook and on the page: every item, every list, every quarter."""

from dataclasses import replace

import pytest

from audit.review import model
from reports.page import render_page
from reports.quarter_charts import quarter_charts
from tests.reports.example import example
from tests.reports.page_dom import read
from tests.reports.workbooks import table_rows, written


def only(changes: model.Changes) -> model.Review:
    return replace(example(), changes=changes)


def test_the_workbook_has_every_change_with_its_cause_words_and_evidence(tmp_path):
    book = written(example(), tmp_path).book
    rows = table_rows(book["Changes"])
    assert [row["What changed"] for row in rows] == [
        "Followed", "No longer followed", "Taken back", "Account gone", "Label changed",
        "Register or list changed",
    ]  # fmt: skip
    assert all(row["What happened"] and row["Which reviews say so"] for row in rows)
    assert book["Changes"]["A2"].value == example().changes.sentence


def test_a_quarter_without_a_review_is_named_and_has_no_figures(tmp_path):
    rows = table_rows(written(example(), tmp_path).book["Quarters"])
    assert [row["Review"] for row in rows] == ["2026-Q1", "No review", "2026-Q3"]
    assert rows[1]["Follows"] is None
    assert [row["Follows out of place"] for row in rows] == [0.12, None, 0.32]
    assert rows[0]["Likes out of place"] is None  # too few to compare


def test_the_page_says_the_same_and_leads_to_the_rest():
    main = read(render_page(example())).by_id("main")
    text = main.text
    assert example().changes.sentence in text
    assert "Then nobody, now a member." in text
    table = main.by_id("compared-table").text
    assert "It was not read in this review." in table


def test_a_bar_is_as_long_as_its_figure_and_a_gap_has_none():
    items, follows = quarter_charts(example())
    first, gap, last = items.bars
    assert first.length / last.length == pytest.approx(20 / 7, abs=0.01)
    assert (gap.length, gap.words) == (None, "No review")
    assert follows.bars[2].length == pytest.approx(0.32 * 80)  # of the whole list
    assert follows.bars[2].words == "32 per cent of 24 politicians"
    assert "No review" in follows.description


def test_the_first_review_says_so_and_has_no_chart():
    first = model.Changes(sentence="There is nothing to compare it with.")
    page = read(render_page(only(first))).by_id("main")
    assert "There is nothing to compare it with." in page.text
    assert quarter_charts(only(first)) == ()


def test_more_changes_than_the_page_shows_are_counted():
    some = example().changes
    many = replace(some, items=some.items * 30)
    text = read(render_page(only(many))).by_id("main").text
    assert "This page shows the first 100 of 180 changes" in text
