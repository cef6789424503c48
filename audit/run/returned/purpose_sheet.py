"""Reads the Followed accounts sheet that came back, and what its run had filled in."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd

from audit import inputs, purposes
from audit.decisions.model import Purpose, PurposeRow
from audit.run import keep
from audit.run.returned.days import day_reader
from connectors.frames import PLATFORM_NAMES
from connectors.list_tables import Cell
from connectors.spreadsheets import Book, Sheet

_PLATFORMS = {name.casefold(): platform for platform, name in PLATFORM_NAMES.items()}
_NEEDED = ("platform", "account", "purpose")
_READ = (*_NEEDED, "owner", "review by")
_HEADER_WITHIN = 30
_NOTHING = Cell("")


def purpose_rows(book: Book) -> tuple[PurposeRow, ...]:
    """Give the rows of each sheet that has the columns Platform, Account and Purpose."""
    return tuple(row for sheet in book.sheets for row in _rows(sheet))


def issued_purposes(folder: Path) -> Mapping[str, tuple[str, Purpose]]:
    """Say of each account of a run, by platform:handle and platform:id, its id and its purpose."""
    accounts = keep.accounts(folder)
    known = purposes.load(inputs.copied(folder / "inputs").purposes)
    told = purposes.purposes_of(accounts, known)
    found: dict[str, tuple[str, Purpose]] = {}
    for account, row in zip(
        accounts[["platform", "account_id", "handle"]].itertuples(index=False, name=None),
        told.itertuples(index=False, name=None),
        strict=True,
    ):
        platform, by_id, handle = (str(part) if pd.notna(part) else "" for part in account)
        own = f"{platform}:{by_id}", _purpose(*row)
        found |= {f"{platform}:{_plain(name)}": own for name in (by_id, handle) if name}
    return found


def _purpose(purpose: object, owner: object, review_by: object) -> Purpose:
    day = pd.to_datetime(review_by) if isinstance(review_by, str | pd.Timestamp) else pd.NaT
    return Purpose(_text(purpose), _text(owner), None if pd.isna(day) else day.date())


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _rows(sheet: Sheet) -> Iterator[PurposeRow]:
    header = _header(sheet)
    if header is None:
        return
    columns = _columns(sheet.rows[header])
    below = sheet.rows[header + 1 :]
    read_day = day_reader(_cell(cells, columns, "review by") for cells in below)
    for number, cells in enumerate(below, header + 2):
        platform = _PLATFORMS.get(_cell(cells, columns, "platform").text.casefold(), "")
        account = _cell(cells, columns, "account").text
        if platform and account:
            review_by = _cell(cells, columns, "review by")
            day = read_day(review_by)
            yield PurposeRow(
                sheet=sheet.name,
                row=number,
                account=f"{platform}:{_plain(account)}",
                shown=f"{account} on {PLATFORM_NAMES[platform]}",
                written=Purpose(
                    _text(_cell(cells, columns, "purpose").text),
                    _text(_cell(cells, columns, "owner").text),
                    day,
                ),
                unread=review_by.text if day is None else "",
                typed="" if review_by.when else review_by.text,
            )


def _header(sheet: Sheet) -> int | None:
    for place, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        columns = _columns(row)
        if all(name in columns for name in _NEEDED):
            return place
    return None


def _columns(row: tuple[Cell, ...]) -> Mapping[str, int]:
    return {cell.text.strip().casefold(): place for place, cell in enumerate(row)}


def _cell(cells: tuple[Cell, ...], columns: Mapping[str, int], name: str) -> Cell:
    place = columns.get(name, len(cells))
    return cells[place] if place < len(cells) else _NOTHING


def _plain(name: str) -> str:
    return name.lstrip("@").casefold()
