"""Writes the files of the copy for release into a folder that exists."""

from datetime import date
from pathlib import Path

from audit.review.released import Released
from reports import page_tables
from reports import tables as shared
from reports.csv_file import write_csv
from reports.release import tables, text
from reports.release.page import render_release
from reports.tables import Cell, Link, Table

TEXT = "transparency.txt"


def page_name(released: Released) -> str:
    """Name the page so that it says what it is in a mail."""
    return f"release-{released.review.period.id}.html"


def write_release(released: Released, folder: Path) -> Path:
    """Write the page, its tables as CSV and the paragraphs to paste; give the page's path."""
    for name, table in _files(released).items():
        headers = [column.header for column in table.columns]
        write_csv(
            folder / f"{name}.csv", headers, ([_text(cell) for cell in row] for row in table.rows)
        )
    (folder / TEXT).write_text(text.plain(released), encoding="utf-8", newline="\n")
    page = folder / page_name(released)
    page.write_text(render_release(released), encoding="utf-8", newline="\n")
    return page


def _files(released: Released) -> dict[str, Table]:
    """Name each file; a table of the reports gives only the columns that are named here."""
    review = released.review
    balance = shared.balance_lists(review).only(
        "list", "n", "outside", "set_aside", "reference", "reference_date", "d", "misplaced",
        "c95", "chance", "verdict",
    )  # fmt: skip
    parties = shared.balance_parties(review).only(
        "list", "party", "count", "expected", "usual_low", "usual_high", "share"
    )
    guidance = shared.guidance(review).only("clause", "strength", "requirement", "status")
    return {
        "items": tables.items(released),
        "accounts": tables.acts(released),
        "sites": tables.sites(released),
        "withheld": tables.withheld(released),
        "balance": balance,
        "balance-by-party": parties,
        "known-accounts": shared.known_accounts(review),
        "coverage": tables.coverage(review),
        "guidance": guidance,
        "lists": tables.lists(released),
        "rules": page_tables.checks(review).only("title", "priority", "why", "remedy"),
    }


def _text(cell: Cell) -> str:
    """Write a cell as text: ISO dates, shares to four places, no address."""
    if isinstance(cell, Link):
        return cell.text
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{cell:.4f}"
    return "" if cell is None else str(cell)
