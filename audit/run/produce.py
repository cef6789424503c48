"""Makes the report files of a Review in a folder."""

from dataclasses import dataclass
from pathlib import Path

from audit.review.document import document
from audit.review.model import Period, Review
from reports.findings_csv import NAME, write_findings_csv
from reports.page import write_page
from reports.pdf import print_page
from reports.workbook import write_workbook


def report_files(period: Period) -> tuple[str, str]:
    """Name the workbook and the page of a period so that they still say what they are in a mail."""
    return f"review-{period.id}.xlsx", f"review-{period.id}.html"


@dataclass(frozen=True)
class Printing:
    """That the page is to be printed as a PDF too, and the browser that can, where there is one."""

    browser: Path | None


def produce(review: Review, folder: Path, printing: Printing | None = None) -> str:
    """Write review.json, findings.csv, the workbook and the page into a folder that exists.

    Gives why there is no PDF where one was wanted, or empty text.
    """
    workbook, page = report_files(review.period)
    (folder / "review.json").write_bytes(document(review).encode("utf-8"))
    write_findings_csv(review, folder / NAME)
    write_workbook(review, folder / workbook)
    write_page(review, folder / page)
    if printing is None:
        return ""
    return print_page(folder / page, printing.browser, review.observed_at)
