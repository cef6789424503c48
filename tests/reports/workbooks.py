"""Writes a Review's workbook and opens it again with openpyxl, the independent inspector."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit.review.model import Review
from reports.workbook import write_workbook


@dataclass(frozen=True)
class Written:
    path: Path
    book: Workbook

    def part(self, name: str) -> str:
        with zipfile.ZipFile(self.path) as package:
            return package.read(name).decode("utf-8")

    def parts(self, start: str) -> list[str]:
        with zipfile.ZipFile(self.path) as package:
            return sorted(name for name in package.namelist() if name.startswith(start))


def written(review: Review, folder: Path) -> Written:
    path = folder / "review.xlsx"
    write_workbook(review, path)
    return Written(path, load_workbook(path))


def table_rows(sheet: Worksheet) -> list[dict[str, object]]:
    """Give the rows of a sheet's one table by header."""
    (table,) = sheet.tables.values()
    header, *rows = sheet[table.ref]
    names = [cell.value for cell in header]
    return [dict(zip(names, [cell.value for cell in row], strict=True)) for row in rows]


def cells(book: Workbook):
    """Give every filled cell with its sheet."""
    return [
        (sheet, cell)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
