import csv
from dataclasses import replace

from audit.review.model import Subject
from reports.findings_csv import write_findings_csv
from tests.reports import example as reviews

HEADERS = [
    "Item", "Priority", "Status", "What we found", "Why it was flagged", "Our account", "Type",
    "Account or author", "Date", "Suggested action", "Key", "Check", "Clauses",
    "List or register", "As at", "Its row", "Where to read it", "File", "SHA-256 of the file",
    "Rules", "How to correct it",
]  # fmt: skip


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.reader(source))


def test_every_finding_is_a_line_without_what_people_decided(tmp_path):
    review = reviews.example()
    write_findings_csv(review, tmp_path / "f.csv")
    header, *rows = read(tmp_path / "f.csv")
    assert header == HEADERS
    assert {row[0]: row[10] for row in rows} == {f.item: f.key for f in review.findings}
    assert {row[0]: row[8] for row in rows} == {
        f.item: f.happened_on.isoformat() if f.happened_on else "" for f in review.findings
    }
    assert "Statutory partner" not in (tmp_path / "f.csv").read_text(encoding="utf-8")


def test_what_an_item_rests_on_is_beside_it(tmp_path):
    review = reviews.example()
    write_findings_csv(review, tmp_path / "f.csv")
    by_item = {row[0]: row[-5:] for row in read(tmp_path / "f.csv")[1:]}
    flagged = next(one for one in review.findings if one.check == "flagged-source-followed")
    (one,) = flagged.evidence
    assert by_item[flagged.item] == [one.url, one.file, one.sha256, "1", one.correct]


def test_the_file_begins_with_the_mark_that_keeps_macrons_in_a_spreadsheet(tmp_path):
    write_findings_csv(reviews.example(), tmp_path / "f.csv")
    content = (tmp_path / "f.csv").read_bytes()
    assert content.startswith("\ufeff".encode())
    assert "Hōne" in content.decode()
    assert b"\r" not in content


def test_no_cell_begins_as_a_formula_does_and_no_line_breaks_a_row(tmp_path):
    review = reviews.hostile()
    write_findings_csv(review, tmp_path / "f.csv")
    rows = read(tmp_path / "f.csv")
    assert len(rows) == 1 + len(review.findings)
    assert {len(row) for row in rows} == {len(HEADERS)}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert "'=cmd" in (tmp_path / "f.csv").read_text(encoding="utf-8")


def test_no_findings_leave_the_header_alone(tmp_path):
    write_findings_csv(replace(reviews.example(), findings=()), tmp_path / "f.csv")
    assert read(tmp_path / "f.csv") == [HEADERS]


def test_an_account_without_a_name_is_written_as_its_address(tmp_path):
    subject = Subject("did:plc:abc", "", "", "https://x.com/i/user/12")
    finding = replace(reviews.example().findings[0], subject=subject)
    write_findings_csv(replace(reviews.example(), findings=(finding,)), tmp_path / "f.csv")
    assert read(tmp_path / "f.csv")[1][7] == "https://x.com/i/user/12"
