"""What a list that others make is, and the reading of its tables."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from audit.sources.rows import ReadRows
from connectors import frames
from connectors.errors import SourceError


@dataclass(frozen=True)
class SourceList:
    """A list: the word for it in ``[sources]``, its name in reports, and whose it is.

    ``addresses`` are fetched one after the other and ``read`` takes the answers, in that order, or
    the one file of a list that has no address; it raises SourceError where it is no such list.
    ``about`` says in a sentence what the list is for and how it is used here, ``about_url`` where
    its makers say so; ``correct`` is where they take corrections. ``dated`` is the day of a list
    that changes no more.
    """

    id: str
    title: str
    about: str
    licence: str
    addresses: tuple[str, ...]
    read: Callable[[Sequence[bytes]], ReadRows]
    correct: str
    about_url: str
    dated: date | None = None


def table_of(
    content: bytes, name: str, *needed: str, only: Sequence[str] | None = None
) -> pd.DataFrame:
    """Read a CSV as text, with ``line`` and ``row`` as it stands in the list.

    Names of columns are folded and lose a leading ``#``. With ``only``, no other column is read or
    shown. Raises SourceError where one that is needed is not there.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{name} is not the list it was: it is not UTF-8.") from error
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [cell.strip().lstrip("#").casefold() for cell in next(reader, [])]
    missing = [column for column in needed if column not in header]
    if missing:
        raise SourceError(f"{name} is not the list it was: it has no column {', '.join(missing)}.")
    lines = [(reader.line_num, cells) for cells in reader if any(map(str.strip, cells))]
    places = [place for place, column in enumerate(header) if only is None or column in only]
    data = [[cells[at] if at < len(cells) else "" for at in places] for _, cells in lines]
    return pd.DataFrame(data, columns=[header[at] for at in places], dtype=frames.TEXT).assign(
        line=[line for line, _ in lines],
        row=pd.Series([" | ".join(cells) for cells in data], dtype=frames.TEXT),
    )


def row_of(table: pd.DataFrame, columns: Sequence[str]) -> "pd.Series[str]":
    """Write each row of a table as reports show it, from the columns named."""
    cells = zip(*(table[name].tolist() for name in columns), strict=True)
    return pd.Series([" | ".join(row) for row in cells], index=table.index, dtype=frames.TEXT)


def latest(written: "pd.Series[str]") -> date | None:
    """Give the latest of the days written in a column; None where there is none."""
    days = pd.to_datetime(written, errors="coerce", format="mixed", utc=True).dropna()
    return days.max().date() if len(days) else None
