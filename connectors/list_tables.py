"""The rows of a list that people keep, from a workbook or from text in any usual form."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from connectors.errors import SourceError
from connectors.profiles import clean

_DELIMITERS = ("\t", ";", ",")
_SEP = re.compile(r"sep=(.)[\r\n]+", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"[+-]?\d(?:[.,]\d+)?E\+?(?:1[5-9]|[2-9]\d)", re.IGNORECASE | re.ASCII)
_ROUND_NUMBER = re.compile(r"\d{12,}0000", re.ASCII)
_ENCODINGS = ("utf-8", "cp1252", "latin-1")


@dataclass(frozen=True)
class Cell:
    """One cell: its text as shown, where it leads if it is a link, its time if it is a date."""

    text: str
    link: str = ""
    when: datetime | None = None
    rounded: bool = False

    def __bool__(self) -> bool:
        return bool(self.text or self.link)


@dataclass(frozen=True)
class Line:
    """One row that holds something; ``number`` is as a spreadsheet counts, from 1."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """Give the cell of a column, empty where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else Cell("")


@dataclass(frozen=True)
class Table:
    """One sheet or one text file, without its blank rows; ``sheet`` is empty for text."""

    sheet: str
    lines: tuple[Line, ...]


def text_cell(text: str) -> Cell:
    """Make a cell of text, and see whether it is a number that a spreadsheet has rounded.

    Spreadsheets keep 15 digits: 1321900000000000000, shown as 1.3219E+18, was another number.
    """
    shown = clean(text)
    number = shown.lstrip("'").replace(" ", "")
    rounded = bool(_SCIENTIFIC.fullmatch(number) or _ROUND_NUMBER.fullmatch(number))
    return Cell(shown, rounded=rounded)


def text_table(content: bytes, name: str) -> Table:
    """Read text with commas, semicolons or tabs, in UTF-8, UTF-16 or a Western code page."""
    text = decoded(content)
    told = _SEP.match(text)
    body = text[told.end() :] if told else text
    try:
        rows = _rows(body, told[1] if told else _delimiter(body))
    except csv.Error as error:
        raise SourceError(
            f"{name} cannot be read as a table: {error}. Save it again as CSV or XLSX."
        ) from error
    first = 2 if told else 1
    return Table("", tuple(lines(([text_cell(cell) for cell in row] for row in rows), first)))


def lines(rows: Iterator[list[Cell]], first: int = 1) -> Iterator[Line]:
    """Give the rows that hold something, numbered from ``first`` on."""
    for number, cells in enumerate(rows, first):
        if any(cells):
            yield Line(number, tuple(cells))


def decoded(content: bytes) -> str:
    """Read bytes as UTF-8, as UTF-16 or, failing both, in a Western code page."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if content.startswith(b"\xef\xbb\xbf"):
        return content.decode("utf-8-sig", "replace")
    head = content[:200]
    if head.count(0) * 3 > len(head):
        return content.decode("utf-16-le" if head[1:2] == b"\0" else "utf-16-be", "replace")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    return list(reader)


def _delimiter(text: str) -> str:
    """Choose the delimiter under which most rows have the same number of cells, above one."""

    def agreeing(delimiter: str) -> int:
        widths = [len(row) for row in _rows(text[:65_536], delimiter) if len(row) > 1]
        return max((widths.count(width) for width in set(widths)), default=0)

    return max(_DELIMITERS, key=agreeing)
