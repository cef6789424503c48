"""An empty sheet says why: looked and found none, or could not look. The two never read alike."""

import pytest

from tests.reports import example as reviews
from tests.reports.workbooks import table_rows

LISTS = ("Followed accounts", "Likes", "Reposts", "Links")


def sentences(book, name):
    return [str(next(iter(row.values()))) for row in table_rows(book[name])]


@pytest.mark.parametrize("name", LISTS)
def test_looked_and_found_none(kept_workbook, name):
    (said,) = sentences(kept_workbook(reviews.nothing_found).book, name)
    assert "found none" in said


@pytest.mark.parametrize("name", LISTS)
def test_could_not_look(kept_workbook, name):
    (said,) = sentences(kept_workbook(reviews.nothing_read).book, name)
    assert "could not be read, so this review cannot say" in said


@pytest.mark.parametrize("name", LISTS)
def test_was_not_asked_to_look(kept_workbook, name):
    (said,) = sentences(kept_workbook(reviews.nothing_asked).book, name)
    assert "asked for in this review, so it cannot say" in said


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (reviews.nothing_found, "No items were found in what we checked"),
        (reviews.nothing_read, "No account could be read"),
        (reviews.nothing_asked, "No account could be read"),
    ],
)
def test_no_findings_say_why_under_a_number_that_no_item_has(kept_workbook, case, words):
    rows = table_rows(kept_workbook(case).book["Findings"])
    assert words in str(rows[0]["What we found"])
    assert all(str(row["Item"]).startswith("26Q3-0000-") for row in rows)
    assert not any(row["Decision"] for row in rows)


def test_no_lists_and_no_files_say_so(kept_workbook):
    book = kept_workbook(reviews.nothing_asked).book
    for name in ("Balance", "Balance by party", "Coverage", "Files read"):
        (said,) = sentences(book, name)
        assert said.endswith(("Coverage.", "review."))
