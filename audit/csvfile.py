"""Reads a CSV that an agency keeps by hand: every cell as text, problems with file and line."""

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from connectors import frames
from connectors.errors import ConfigError


@dataclass(frozen=True)
class CsvFile:
    """A CSV as read: its name, the rows as text (``line`` is the line in the file), its SHA-256."""

    name: str
    rows: pd.DataFrame
    sha256: str

    def where(self, place: Any) -> str:
        """Say where a row stands, by its index label: own.csv, line 7."""
        return f"{self.name}, line {self.rows['line'].loc[place]}"


def read(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> CsvFile:
    """Read a UTF-8 CSV with a header; raises ConfigError for a missing column or bad encoding.

    Empty cells are empty text; columns beyond those named are left out.
    """
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise ConfigError([f"{path.name} cannot be read: {error.strerror}."]) from error
    except UnicodeDecodeError as error:
        problem = f"{path.name} is not UTF-8. In Excel, save it as CSV UTF-8 and run again."
        raise ConfigError([problem]) from error
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [name.strip().casefold() for name in next(reader, [])]
    missing = [name for name in columns if name not in header]
    if missing:
        many = len(missing) > 1
        columns_are = f"columns {', '.join(missing)} are" if many else f"column {missing[0]} is"
        problem = f"{path.name}, line 1: the {columns_are} missing. Add {'them' if many else 'it'}."
        raise ConfigError([problem])
    wanted = [name for name in (*columns, *optional) if name in header]
    cells = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    data = [_pick(row, header, wanted) for _, row in cells]
    table = pd.DataFrame(data, columns=wanted, dtype=frames.TEXT)
    table = table.reindex(columns=[*columns, *optional], fill_value="").astype(frames.TEXT)
    table.insert(0, "line", [line for line, _ in cells])
    return CsvFile(path.name, table, hashlib.sha256(content).hexdigest())


def _pick(row: list[str], header: list[str], wanted: list[str]) -> list[str]:
    places = [header.index(name) for name in wanted]
    return [frames.text(row[place].strip()) if place < len(row) else "" for place in places]


def dates(
    column: "pd.Series[str]", file: CsvFile, problems: list[str]
) -> "pd.Series[pd.Timestamp]":
    """Read a column of ISO dates, empty where empty; adds a problem for each that is not a date."""
    values = pd.to_datetime(column.where(column != ""), format="%Y-%m-%d", errors="coerce")
    wrong = column[values.isna() & (column != "")]
    problems.extend(
        f"{file.where(place)}: {value!r} is not a date like 2026-07-01."
        for place, value in wrong.items()
    )
    return values
