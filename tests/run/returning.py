"""Fills in a review's workbook as a person would, for the tests of decisions."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

COLUMNS = {"decision": 11, "reason": 12, "owner": 13, "due": 14}
Cells = Mapping[str, Any]


def fill(path: Path, rows: Mapping[str, Cells], target: Path | None = None) -> Path:
    """Write decisions by item number and save, in place or as another file."""
    book = load_workbook(path)
    sheet = book["Findings"]
    places = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    for item, cells in rows.items():
        for name, value in cells.items():
            sheet.cell(places[item], COLUMNS[name], value)
    book.save(target or path)
    return target or path
