"""Makes the report files of a Review in a folder."""

from pathlib import Path

from audit.review.document import document
from audit.review.model import Period, Review
from reports.findings_csv import NAME, write_findings_csv
from reports.page import write_page
from reports.workbook import write_workbook


def report_files(period: Period) -> tuple[str, str]:
    """Name the workbook and the page of a period so that they still say what they are in a mail."""
    return f"review-{period.id}.xlsx", f"review-{period.id}.html"


def produce(review: Review, folder: Path) -> None:
    """Write review.json, findings.csv, the workbook and the page into a folder that exists."""
    workbook, page = report_files(review.period)
    (folder / "review.json").write_bytes(document(review).encode("utf-8"))
    write_findings_csv(review, folder / NAME)
    write_workbook(review, folder / workbook)
    write_page(review, folder / page)
