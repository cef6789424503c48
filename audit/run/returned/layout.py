"""How the Findings sheet shows a finding, for comparing with what came back."""

from datetime import date, datetime

from audit.decisions.evidence import evidence_of
from audit.decisions.model import Issued, Written
from audit.review.model import Finding
from reports.tables import Cell, Column, Link
from reports.tables.findings import COLUMNS, DECISION_COLUMNS, row_of
from reports.xlsx.formats import longest
from reports.xlsx.sheet import shown

ITEM = "item"
INPUTS = tuple(column.header.casefold() for column in DECISION_COLUMNS)
EVIDENCE = tuple(
    column.header.casefold()
    for column in COLUMNS
    if column.kind != "input" and column.key != "item"
)
DATES = frozenset(column.header.casefold() for column in COLUMNS if column.kind == "date")
LINKED = next(column.header.casefold() for column in COLUMNS if column.key == "subject")


def issued(finding: Finding, run_id: str, observed_at: datetime) -> Issued:
    """Give a finding as the workbook of its run showed it."""
    row = dict(zip(COLUMNS, row_of(finding), strict=True))
    cells = {column.header.casefold(): _text(cell, column) for column, cell in row.items()}
    decision, reason, owner, due = (cells[name] for name in INPUTS)
    subject = next(cell for column, cell in row.items() if column.key == "subject")
    return Issued(
        item=finding.item,
        key=finding.key,
        kind=finding.kind,
        title=finding.title,
        run_id=run_id,
        observed_at=observed_at,
        cells={name: cells[name] for name in EVIDENCE},
        link=subject.url if isinstance(subject, Link) else "",
        evidence=evidence_of(finding),
        needs=finding.needs_decision,
        written=Written(decision, reason, owner, due),
    )


def _text(cell: Cell, column: Column) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return " ".join(shown(cell, longest(column.width)).split())
