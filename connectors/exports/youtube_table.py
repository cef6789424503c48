"""The CSV files of a Takeout, row by row: UTF-8, commas, and blank lines at the end."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from connectors.archive import Archive, Member
from connectors.columns import in_blocks
from connectors.errors import SourceError
from connectors.profiles import clean

_AGAIN = "Download the Takeout again and do not save its files from a spreadsheet."
_HEAD = 8_192
_DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Table:
    """Some rows of a file that follow one another, below its header."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def columns(self) -> dict[str, Sequence[str]]:
        """Give the cells of each column by its name; one that a row does not have is empty."""
        width = len(self.header)
        whole = (
            row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in self.rows
        )
        return dict(zip(self.header, zip(*whole, strict=False), strict=False))


def rows(archive: Archive, member: Member) -> Iterator[list[str]]:
    """Give the rows that are not blank, the header among them.

    Raises SourceError, naming the file, where it is not UTF-8, no CSV, or ends inside a line;
    the rows before that have been given by then.
    """
    delimiter = _delimiter(archive.head(member, _HEAD).decode("utf-8-sig", "replace"))
    try:
        with io.TextIOWrapper(archive.open(member), encoding="utf-8-sig", newline="") as lines:
            whole = _WholeLines(lines)
            reader = csv.reader(whole, delimiter=delimiter, strict=True)
            yield from (row for row in reader if any(map(str.strip, row)))
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{member.label} is not written in UTF-8, as Google writes it. {_AGAIN}"
        ) from error
    except csv.Error as error:
        raise SourceError(
            f"{member.label} cannot be read to its end: it is cut short or was changed. {_AGAIN}"
        ) from error
    if whole.cut:
        raise SourceError(
            f"{member.label} ends in the middle of a line: it may be cut short. {_AGAIN}"
        )


def records(archive: Archive, member: Member) -> Iterator[Mapping[str, str]]:
    """Give the rows below the header, each by the names of its columns in lower case."""
    for table in tables(archive, member):
        yield from (dict(zip(table.header, row, strict=False)) for row in table.rows)


def tables(archive: Archive, member: Member) -> Iterator[Table]:
    """Give the rows below the header some at a time, with the names of columns in lower case."""
    every = rows(archive, member)
    header = [clean(name).casefold() for name in next(every, [])]
    for some in in_blocks(every):
        yield Table(header, some)


def first_rows(head: bytes) -> list[list[str]]:
    """Give the rows that lie in the first bytes of a file, its last one perhaps cut."""
    text = head.decode("utf-8-sig", "replace")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        return [[clean(cell) for cell in row] for row in reader if any(map(str.strip, row))]
    except csv.Error:
        return []


class _WholeLines:
    """The lines of a text, which remembers whether the last one had no end."""

    def __init__(self, lines: io.TextIOBase) -> None:
        self._lines = lines
        self.cut = False

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.cut = not line.endswith(("\n", "\r"))
            yield line


def _delimiter(head: str) -> str:
    first = head.lstrip().partition("\n")[0]
    return max(_DELIMITERS, key=first.count)
