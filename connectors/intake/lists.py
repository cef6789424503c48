"""Whether a file is a list kept by hand, and of which platforms."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath

from connectors.archive_safety import ARCHIVE_SUFFIXES
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.frames import PLATFORMS
from connectors.list_contents import list_contents, tables_of
from connectors.list_header import Columns, columns_of
from connectors.list_tables import Line, Table
from connectors.list_words import platforms_named
from connectors.lists import read_list
from connectors.profile_paths import platform_of
from connectors.profiles import address_of

_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")
# Tables of figures on own posts, and of LinkedIn's mutual connections, list no follows.
_FIGURES = re.compile(r"impressions?|engagements?|reach|views", re.IGNORECASE)
_CONNECTED = "Connected On"
_SEARCHED = 15
_ROLES = ("account", "author", "post", "name")
NOBODY = "your_handle"  # stands in until somebody says whose the files are


def platforms_in(path: Path, read_at: datetime) -> tuple[str, ...]:
    """Give the platforms that a list says its rows are of, and of which rows can be read.

    Raises SourceError where a workbook is no list. Empty for a text, and an archive, that is none.
    """
    if not path.name.casefold().endswith((*_SUFFIXES, *ARCHIVE_SUFFIXES)):
        return ()
    try:
        tables = [
            (name, table)
            for name, content in list_contents(path)
            for table in tables_of(content, name)
        ]
    except SourceError:
        if path.name.casefold().endswith((".xlsx", ".xlsm")):
            raise
        return ()
    if any(_is_no_list(table) for _, table in tables):
        return ()
    said = {platform for name, table in tables for platform in _said(name, table)}
    return tuple(
        platform for platform in PLATFORMS if platform in said and _reads(path, platform, read_at)
    )


def _is_no_list(table: Table) -> bool:
    cells = [[cell.text for cell in line.cells] for line in table.lines[:_SEARCHED]]
    return any(
        _CONNECTED in line or sum(bool(_FIGURES.fullmatch(text)) for text in line) > 1
        for line in cells
    )


def _said(name: str, table: Table) -> Iterator[str]:
    columns, start = columns_of(table.lines)
    for title in (table.sheet, PurePosixPath(name).stem):
        yield from platforms_named(title)
    for line in table.lines[start:]:
        yield from _row_says(columns, line)


def _row_says(columns: Columns, line: Line) -> Iterator[str]:
    for cell in columns.cells("platform", line):
        yield from platforms_named(cell.text)
    for role in _ROLES:
        for cell in columns.cells(role, line):
            for text in filter(None, (cell.link, cell.text)):
                address = address_of(text)
                named = platform_of(address.host) if address else None
                if named:
                    yield named


def _reads(path: Path, platform: str, read_at: datetime) -> bool:
    try:
        read = read_list(OwnAccount(platform, NOBODY, "list", (path,), (), read_at))
    except SourceError:
        return False
    return any(tally.kept for tally in read.tallies)
