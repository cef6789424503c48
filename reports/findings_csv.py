"""The findings as a CSV file for the run folder: what was found, without what people decided."""

from datetime import date
from pathlib import Path

from audit.review.model import Finding, Review
from reports.csv_file import write_csv
from reports.tables import Cell, Link, findings
from reports.tables.findings import UNNAMED

NAME = "findings.csv"
_MORE = ("Key", "Check", "Clauses")


def write_findings_csv(review: Review, path: Path) -> None:
    """Write one line for each finding, in the order of the Findings sheet, with ISO dates."""
    table = findings(review)
    table = table.only(*(column.key for column in table.columns if column.kind != "input"))
    by_item = {finding.item: finding for finding in review.findings}
    write_csv(
        path,
        [*(column.header for column in table.columns), *_MORE],
        ([*map(_text, row), *_more(by_item[str(row[0])])] for row in table.rows),
    )


def _more(finding: Finding) -> tuple[str, ...]:
    return finding.key, finding.check, " ".join(finding.clauses)


def _text(cell: Cell) -> str:
    if isinstance(cell, Link):
        return cell.url if cell.text == UNNAMED else cell.text
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
