"""Rows of workbooks that came back: leftovers that are none, dates as typed, who saved the file."""

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from audit.decisions.model import NOT_USED, Purpose, PurposeRow
from audit.decisions.purposes import PurposeBook
from audit.run.returned.review_dates import within_range
from audit.run.returned.sheets import NOT_STATED, read_returned
from reports.tables.findings import COLUMNS
from reports.text.document import AUTHOR

HEADINGS = [column.header for column in COLUMNS]
PLACES = {name: place for place, name in enumerate(HEADINGS, 1)}
ISSUED_AT = datetime.fromisoformat("2026-10-05T06:30:00+13:00")


def workbook(*rows: dict[str, object]) -> Workbook:
    book = Workbook()
    book.active.title = "Findings"
    book.active.append(HEADINGS)
    for row in rows:
        book.active.append([row.get(name) for name in HEADINGS])
    return book


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def returned(content: Workbook | bytes):
    content = content if isinstance(content, bytes) else saved(content)
    return read_returned(content, Path("back.xlsx"), "f" * 64)


def emptied(content: bytes, row: int) -> bytes:
    """Take the words out of a row as programs do: its cells and its links stay in the file."""
    sheet, stream = "xl/worksheets/sheet1.xml", io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            words = before.read(name).decode()
            cell = rf'<c r="([A-Z]+{row})" t="inlineStr">.*?</c>'
            after.writestr(name, re.sub(cell, r'<c r="\1"/>', words) if name == sheet else words)
    return stream.getvalue()


def test_a_row_that_was_emptied_but_keeps_its_links_is_no_row():
    linked = {"Type": "Like", "Account or author": "@a"}
    rows = {"Item": "26Q3-0001-G", "Decision": "Keep"}, {"Item": "26Q3-0002-J"} | linked
    book = workbook(*rows)
    for name in linked:
        book.active.cell(3, PLACES[name]).hyperlink = f"https://x.com/a/{name[0]}"
    content = saved(book)
    assert [row.item for row in returned(content).rows] == ["26Q3-0001-G", "26Q3-0002-J"]
    (row,) = returned(emptied(content, 3)).rows
    assert (row.item, row.row) == ("26Q3-0001-G", 2)


def test_a_row_with_a_decision_or_words_is_a_row_whatever_it_lost():
    book = workbook({"Reason": "https://example.org/why"}, {"What we found": "Follows @a"})
    book.active.cell(2, PLACES["Reason"]).hyperlink = "https://example.org/why"
    assert [row.row for row in returned(book).rows] == [2, 3]


@pytest.mark.parametrize("typed", ["'18/12/2026", "’18/12/2026", "18/12/2026", "18th Dec 2026"])
def test_a_date_typed_as_text_is_read_day_first(typed):
    (row,) = returned(workbook({"Item": "26Q3-0001-G", "Due date": typed})).rows
    assert (row.due_day, row.due_typed, row.written.due) == (date(2026, 12, 18), True, typed)


def test_figures_that_can_only_be_month_first_make_all_figures_unread():
    rows = [{"Item": "26Q3-0001-G", "Due date": due} for due in ("'12/18/2026", "3/12/2026")]
    assert [row.due_day for row in returned(workbook(*rows)).rows] == [None, None]


@pytest.mark.parametrize(
    ("saved_by", "who"), [("Hana", "Hana"), ("", NOT_STATED), (AUTHOR, NOT_STATED)]
)
def test_who_saved_the_file_is_said_or_said_not_to_be_known(saved_by, who):
    book = workbook({"Item": "26Q3-0001-G"})
    book.properties.lastModifiedBy = saved_by
    assert returned(book).who == who


PARTNER = Purpose("Statutory partner", "Comms", date(2027, 3, 1))
LONG = Purpose("What the House says", "Library", date(2030, 6, 1))
KNOWN = {"x:kereru": ("x:7", Purpose()), "x:tui": ("x:8", LONG)}


def told(*rows: tuple[str, Purpose], refused: str = ""):
    lines = [
        PurposeRow("Followed accounts", place, account, account, written)
        for place, (account, written) in enumerate(rows, 5)
    ]
    book = PurposeBook("back.xlsx", "f" * 64, "", tuple(lines), KNOWN, refused)
    kept, outside = within_range(book, ISSUED_AT)
    assert len(kept.rows) + len(outside) == len(rows)
    return [row.row for row in kept.rows], outside


@pytest.mark.parametrize("day", [date(2026, 10, 4), date(2028, 4, 6)])
def test_a_review_date_out_of_range_is_not_used(day):
    late = Purpose("Statutory partner", "Comms", day)
    kept, (outside,) = told(("x:kereru", late), ("x:tui", PARTNER))
    assert kept == [6]
    assert (outside.bucket, outside.row, outside.written.due) == (NOT_USED, 5, day.isoformat())
    assert outside.said.endswith("is not from 5 October 2026 to 5 April 2028")


@pytest.mark.parametrize("day", [None, date(2026, 10, 5), date(2028, 4, 5)])
def test_a_review_date_in_range_or_none_is_left_to_the_judge(day):
    assert told(("x:kereru", Purpose("Statutory partner", "", day)))[1] == ()


def test_a_date_that_the_run_had_filled_in_is_never_out_of_range():
    changed = Purpose("What the House says", "Comms", LONG.review_by)
    assert told(("x:tui", changed)) == ([5], ())
    assert told(("x:kereru", LONG), refused="newer")[1] == ()
