"""Writes hand-kept lists, and reads them for one account."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from connectors.collected import Collected, OwnAccount
from connectors.lists import read_list
from tests.connectors.contract import READ_AT

Grid = Sequence[Sequence[Any]]


def table(rows: Grid, delimiter: str = ",", end: str = "\r\n") -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator=end).writerows(rows)
    return buffer.getvalue()


def workbook(**sheets: Grid) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def collect(
    path: Path, content: bytes | str, platform: str = "x", kinds: tuple[str, ...] = ()
) -> Collected:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    account = OwnAccount(platform, "example_agency", "list", (path,), kinds, READ_AT)
    return read_list(account).validated("list")


def ids(found: Collected) -> list[str]:
    return [str(value) for value in found.interactions["account_id"]]


def covered(found: Collected, kind: str = "follow") -> tuple[str, str]:
    row = found.coverage.set_index("kind").loc[kind]
    return str(row["status"]), str(row["reason"])
