"""The Guidance sheet and section: every clause with its status, and cells to answer in."""

from reports import text
from reports.page import render_page
from reports.tables import guidance
from tests.reports import example as reviews
from tests.reports.workbooks import table_rows, written


def test_the_table_has_each_clause_with_status_items_and_answers() -> None:
    rows = {row[0]: row for row in guidance(reviews.example()).rows}
    assert [row[3] for row in rows.values()] == [
        "Not met",
        "Met",
        "To look at",
        "Not assessed",
        "Needs a person",
    ]
    assert rows["F1"][5] == (
        "26Q3-0001-X, 26Q3-0002-X, 26Q3-0003-X, 26Q3-0004-X, 26Q3-0005-X and 2 more items"
    )
    assert rows["P1"][7:9] == ("No", "Hana Example")
    assert rows["M1"][6].endswith("?")


def test_the_sentence_counts_each_status() -> None:
    assert text.guidance.sentence(reviews.example()) == (
        "Of 5 clauses: 1 met, 1 to look at, 1 not met, 1 for a person to answer and 1 not assessed."
    )


def test_the_sheet_takes_only_the_three_answers_and_dates(tmp_path) -> None:
    book = written(reviews.example(), tmp_path)
    sheet = book.book["Guidance"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    answers = next(rule for rule in rules.values() if rule.type == "list")
    assert answers.formula1 == '"Yes,No,In part"'
    assert sum(rule.type == "date" for rule in rules.values()) == 1
    rows = table_rows(sheet)
    assert list(rows[0])[-3:] == ["Answer", "By", "On"]
    assert [row["Answer"] for row in rows] == ["No", None, None, None, None]


def test_the_page_says_how_each_clause_stands_and_asks_no_cell() -> None:
    page = render_page(reviews.example())
    section = page.partition('id="guidance"')[2].partition("</section>")[0]
    assert "Needs a person" in section
    assert "Ehara te whai i te tautoko" in section
    assert "Answer</th>" not in section


def test_a_review_without_guidance_says_so() -> None:
    assert "No clause of the guidance was looked at" in render_page(reviews.nothing_asked())
