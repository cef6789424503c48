"""Evidence too long for a sheet goes into a CSV file beside the workbook, and the sheet says so."""

import csv
from dataclasses import replace

import pytest

from reports import overflow
from tests.reports import example as reviews
from tests.reports import example_evidence
from tests.reports.workbooks import table_rows, written


@pytest.fixture
def short_sheets(monkeypatch):
    monkeypatch.setattr(overflow, "MOST_ROWS", 25)


def test_the_limit_is_50_000_rows():
    assert overflow.MOST_ROWS == 50_000


def test_a_long_list_is_a_file_that_the_sheet_names(tmp_path, short_sheets):
    book = written(reviews.example(), tmp_path).book
    (row,) = table_rows(book["Likes"])
    assert "30 rows are in the file review-likes.csv" in str(row["Platform"])
    with (tmp_path / "review-likes.csv").open(encoding="utf-8-sig", newline="") as source:
        header, *rows = csv.reader(source)
    assert len(rows) == 30
    assert "Account" in header
    assert "What it said" in header
    assert "Address" in header


def test_a_list_that_fits_stays_in_its_sheet(tmp_path, short_sheets):
    book = written(reviews.example(), tmp_path).book
    assert len(table_rows(book["Reposts"])) == 12
    assert not (tmp_path / "review-reposts.csv").exists()


def test_every_long_list_has_a_file_with_its_macrons_and_nothing_that_runs(tmp_path, short_sheets):
    evidence = replace(
        example_evidence.everything(),
        followed=example_evidence.followed(60).assign(name="=cmd|' /C calc'!A0"),
        reposts=example_evidence.reposts(60),
        links=example_evidence.links(60),
    )
    written(replace(reviews.example(), evidence=evidence), tmp_path)
    files = sorted(tmp_path.glob("*.csv"))
    assert [file.name for file in files] == [
        f"review-{name}.csv" for name in ("followed", "likes", "links", "reposts")
    ]
    assert all(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in files)
    assert "Hōne" in (tmp_path / "review-likes.csv").read_text(encoding="utf-8")
    assert ",'=cmd" in (tmp_path / "review-followed.csv").read_text(encoding="utf-8")


def test_what_the_items_rest_on_has_a_file_too(tmp_path, short_sheets):
    findings = reviews.example().findings * 3
    book = written(replace(reviews.example(), findings=findings), tmp_path).book
    (row,) = table_rows(book["Evidence"])
    number = sum(len(finding.evidence) for finding in findings)
    assert f"{number} rows are in the file review-evidence.csv" in str(row["Item"])
    with (tmp_path / "review-evidence.csv").open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))
    assert [row["Item"] for row in rows] == [
        finding.item for finding in findings for _ in finding.evidence
    ]
    assert {row["List or register"] for row in rows} == {"Ministry's own list", "nz/accounts"}
