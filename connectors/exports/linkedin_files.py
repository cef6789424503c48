"""The CSV files of a LinkedIn member's export: which hold what, and their rows.

UTF-8 with LF or CRLF, since 2026 some with the member's number behind the name. Notes may stand
above the heading. Quotes inside a cell are doubled or, in some files, written with a backslash.
Files that are not named here, such as Connections.csv with its e-mail addresses, are never read.
"""

import csv
import re
from codecs import iterdecode
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa

from connectors.archive import Archive, Member
from connectors.archive_part import pieces
from connectors.archive_zip import ZIP_MAGICS
from connectors.columns import Places, in_blocks, together
from connectors.errors import SourceError
from connectors.exports.linkedin_values import utc_time
from connectors.text_columns import TEXT, texts

_COPY = r"(?:_\d+)?(?: ?\(\d+\))?\.csv"
_NOTES = 15
_LIMIT = 256 * 2**20
_HEAD = 4_096
_AGAIN = "Give LinkedIn's own file, as it came."
Row = list[str]
_FITS = "fits"
# From what LinkedIn writes to what a spreadsheet or a hand made of it.
_DIALECTS: tuple[Mapping[str, Any], ...] = (
    {"strict": True},
    {"strict": True, "escapechar": "\\"},
    {"strict": False},
)


@dataclass(frozen=True)
class Table:
    """One kind of file: its name for the reader, its name as a pattern, and its columns.

    ``columns`` are in the order LinkedIn writes them, in small letters without spaces; the first
    ``needed`` of them tell the heading. ``own_name`` and ``own_heading`` say that no other program
    names a file so, or its columns.
    """

    name: str
    stem: str
    columns: tuple[str, ...]
    needed: int
    own_name: bool = False
    own_heading: bool = False

    def found(self, archive: Archive) -> tuple[Member, ...]:
        """Give the files of this kind by their name; a file given alone may have another."""
        named = archive.find(rf"{self.stem}{_COPY}")
        if named or not self.own_heading or len(archive.members) > 1:
            return named
        return tuple(one for one in archive.find(r"[^/]+\.csv") if self._begins(archive, one))

    def recognised(self, archive: Archive) -> bool:
        """Tell whether a file of this kind is there for sure: by its name or its heading."""
        found = self.found(archive)
        return bool(found) and (self.own_name or any(self._begins(archive, one) for one in found))

    def _begins(self, archive: Archive, member: Member) -> bool:
        try:
            head = archive.head(member, _HEAD)
        except SourceError:
            return False
        rows = _parsed(head, _DIALECTS[-1])[0]
        return any(self.is_heading(row) for row in rows[:_NOTES])

    def is_heading(self, row: Row) -> bool:
        """Tell whether a row is the heading of this table."""
        return set(self.columns[: self.needed]) <= set(map(_folded, row))


ORGANISATIONS = Table(
    "Company Follows.csv", r"company[ _]?follows", ("organization", "followedon"), 2, True, True
)
PEOPLE = Table(
    "Member_Follows.csv", r"member[ _]?follows", ("date", "status", "fullname"), 3, True, True
)
REACTIONS = Table("Reactions.csv", r"reactions", ("date", "type", "link"), 3)
REPOSTS = Table("InstantReposts.csv", r"instant[ _]?reposts", ("date", "link"), 2, own_name=True)
SHARES = Table(
    "Shares.csv",
    r"shares",
    ("date", "sharelink", "sharecommentary", "sharedurl", "mediaurl", "visibility"),
    3,
    own_heading=True,
)
TABLES = (ORGANISATIONS, PEOPLE, REACTIONS, REPOSTS, SHARES)


@dataclass(frozen=True)
class Cells:
    """Some rows of a table as columns."""

    table: pa.Table

    def __len__(self) -> int:
        return int(self.table.num_rows)

    @property
    def fitting(self) -> Places:
        """Give the places of the rows that have the width of their table."""
        return np.flatnonzero(self.table[_FITS])

    def of(self, name: str) -> pa.Array:
        """Give the cells of a column; empty texts where there is no such column."""
        return self.table[name].combine_chunks()


def blocks(archive: Archive, member: Member, table: Table) -> Iterator[Cells]:
    """Give the rows below the heading, some at a time.

    A heading in another language is read by the order of its columns. Raises SourceError, naming
    the file, where it is no such table, or after its rows where it ends inside a line.
    """
    content = _content(archive, member)
    parts = _even(content, table) or _uneven(_rows(content), table)
    if parts is None:
        raise SourceError(
            f"{member.label} has not the columns that LinkedIn writes ({', '.join(table.columns)})."
            f" {_AGAIN}"
        )
    yield from map(Cells, together(parts))
    if not content.endswith((b"\n", b"\r")):
        raise SourceError(f"{member.label} ends in the middle of a line: it is cut short. {_AGAIN}")


def _even(content: bytes, table: Table) -> list[pa.Table] | None:
    """Read rows as LinkedIn writes them; None where they do not all come out of one width.

    They are let go some at a time, and take little memory as columns.
    """
    blocks = in_blocks(_lines(content, _DIALECTS[0]))
    try:
        first = next(blocks, [])
        columns, start = _heading(first, table)
        parts = [_columns(table, columns, first[start:])]
        for rows in chain([first], blocks):
            if set(map(len, rows)) != {len(columns)}:
                return None
            if rows is not first:
                parts.append(_columns(table, columns, rows))
    except csv.Error:
        return None
    return parts


def _uneven(rows: list[Row], table: Table) -> list[pa.Table] | None:
    """Make columns of rows, some of which have another width; None where there is no heading."""
    columns, start = _heading(rows, table)
    return [_columns(table, columns, rows[start:])] if columns else None


def _columns(table: Table, columns: Sequence[str], rows: Sequence[Row]) -> pa.Table:
    width, blank = len(columns), [""] * len(columns)
    fits = np.ones(len(rows), bool)
    if set(map(len, rows)) != {width}:
        fits = np.array([len(row) >= width and not any(row[width:]) for row in rows], bool)
        rows = [row[:width] if fit else blank for row, fit in zip(rows, fits, strict=True)]
    cells = dict(zip(columns, zip(*rows, strict=True), strict=True)) if rows else {}
    nothing = pa.repeat(pa.scalar("", TEXT), len(rows))
    wanted = {name: texts(cells[name]) if name in cells else nothing for name in table.columns}
    return pa.table({**wanted, _FITS: fits})


def _content(archive: Archive, member: Member) -> bytes:
    content = archive.read(member, _LIMIT)
    if content.startswith(ZIP_MAGICS):
        raise SourceError(f"{member.label} is an Excel workbook named as a CSV file. {_AGAIN}")
    try:
        for _ in iterdecode(pieces(BytesIO(content)), "utf-8"):
            pass
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{member.label} is not written in UTF-8, as LinkedIn writes it. {_AGAIN}"
        ) from error
    return content


def _rows(content: bytes) -> list[Row]:
    """Read a table in the way in which its rows come out whole and of one width."""
    read: list[list[Row]] = []
    for dialect in _DIALECTS:
        rows, whole = _parsed(content, dialect)
        if whole and not _odd(rows):
            return rows
        read += [rows] if whole else []
    return min(read, key=_odd, default=[])


def _odd(rows: list[Row]) -> int:
    widths = Counter(map(len, rows))
    return len(rows) - max(widths.values(), default=0)


def _parsed(content: bytes, dialect: Mapping[str, Any]) -> tuple[list[Row], bool]:
    """Give the rows that are not blank, and whether the text could be read to its end."""
    rows: list[Row] = []
    try:
        # Extending keeps what was read before an error.
        rows.extend(_lines(content, dialect))
    except csv.Error:
        return rows, False
    return rows, True


def _lines(content: bytes, dialect: Mapping[str, Any]) -> Iterator[Row]:
    """Give the rows that are not blank."""
    head = content[:_HEAD].decode("utf-8-sig", "replace")
    first = next((line for line in head.splitlines() if line.strip()), "")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    text = TextIOWrapper(BytesIO(content), "utf-8-sig", "replace", newline="")
    lines = csv.reader(text, delimiter=delimiter, **dialect)
    # Nearly all rows say something in their first cell.
    return (row for row in lines if row and (row[0].strip() or any(map(str.strip, row))))


def _heading(rows: list[Row], table: Table) -> tuple[tuple[str, ...], int]:
    """Give the columns, in order, and the place of the first row below them."""
    for place, row in enumerate(rows[:_NOTES]):
        if table.is_heading(row):
            return tuple(map(_folded, row)), place + 1
    for place, row in enumerate(rows[:_NOTES]):
        if len(row) == len(table.columns):
            is_data = any(utc_time(cell) for cell in row)
            return table.columns, place if is_data else place + 1
    return (), 0


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()
