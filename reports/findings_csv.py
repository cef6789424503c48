"""The findings as a CSV file for the run folder: what was found, without what people decided."""

from datetime import date
from pathlib import Path

from audit.review.model import Finding, Review
from reports.csv_file import write_csv
from reports.tables import Cell, Link, findings
from reports.tables.findings import UNNAMED
from reports.tables.said import COLUMNS as EVIDENCE

NAME = "findings.csv"
_EVIDENCE = [column for column in EVIDENCE if column.key != "item"]
_MORE = ("Key", "Check", "Clauses", *(column.header for column in _EVIDENCE))


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
    said = [
        "; ".join(filter(None, (getattr(one, column.key) for one in finding.evidence)))
        for column in _EVIDENCE
    ]
    return finding.key, finding.check, " ".join(finding.clauses), *said


def _text(cell: Cell) -> str:
    if isinstance(cell, Link):
        return cell.url if cell.text == UNNAMED else cell.text
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
