"""What the file says of itself, and that the same Review gives the same bytes."""

import gc
import re
import time
import zipfile
from dataclasses import replace

import pytest
from xlsxwriter.worksheet import Worksheet

from audit.review.model import LAYOUT
from reports.workbook import write_workbook
from reports.xlsx import book
from tests.reports import example as reviews


def test_the_same_review_gives_the_same_bytes_at_another_time(tmp_path, monkeypatch):
    write_workbook(reviews.example(), tmp_path / "one.xlsx")
    later = time.time() + 90_000
    monkeypatch.setattr(time, "time", lambda: later)
    write_workbook(reviews.example(), tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


class PlainWorksheet(Worksheet):
    """XlsxWriter's worksheet as it is, with our two calls made of its own."""

    def reach(self, row, column):
        """XlsxWriter looks at each cell."""

    def put(self, row, column, words, look):
        if words:
            self.write_string(row, column, words, look)
        else:
            self.write_blank(row, column, None, look)

    def _calculate_spans(self):
        """A hint that ours leaves out."""


@pytest.mark.parametrize("case", [reviews.example, reviews.hostile, reviews.nothing_read])
def test_xlsxwriters_own_sheets_give_the_same_bytes(tmp_path, monkeypatch, kept_workbook, case):
    monkeypatch.setattr(book, "QuickWorksheet", PlainWorksheet)
    write_workbook(case(), tmp_path / "plain.xlsx")
    assert (tmp_path / "plain.xlsx").read_bytes() == kept_workbook(case).path.read_bytes()


def test_python_searches_for_cycles_again_when_a_workbook_is_written_or_cannot_be(tmp_path):
    write_workbook(reviews.example(), tmp_path / "review.xlsx")
    assert gc.isenabled()
    with pytest.raises(FileNotFoundError):
        write_workbook(reviews.example(), tmp_path / "nowhere" / "review.xlsx")
    assert gc.isenabled()


def test_another_review_gives_other_bytes(tmp_path):
    write_workbook(reviews.example(), tmp_path / "one.xlsx")
    write_workbook(replace(reviews.example(), run_id="2026-Q3-0000"), tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() != (tmp_path / "two.xlsx").read_bytes()


def test_every_part_has_the_same_fixed_time(kept_workbook):
    path = kept_workbook(reviews.example).path
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 31, 0, 0, 0)}


def test_the_file_names_its_title_language_author_and_run(kept_workbook):
    review = reviews.example()
    opened = kept_workbook(reviews.example).book
    about = opened.properties
    assert about.language == "en-NZ"
    assert about.title == f"Social media neutrality review, {review.period.label}"
    assert about.creator == "Follow Audit"
    assert about.subject
    assert about.created.isoformat() == "2026-10-04T17:30:00"  # 6.30am of the 5th, in UTC
    custom = {item.name: item.value for item in opened.custom_doc_props}
    assert custom == {"RunId": review.run_id, "SchemaVersion": str(LAYOUT)}


def test_the_time_of_writing_is_the_time_of_observation_alone(kept_workbook):
    core = kept_workbook(reviews.example).part("docProps/core.xml")
    times = re.findall(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", core)
    assert set(times) == {"2026-10-04T17:30:00Z"}
