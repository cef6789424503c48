"""The text of decisions.csv and of purposes-read.csv: one line each, only ever added to."""

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from connectors.errors import ConfigError

DECISIONS = "decisions.csv"
PURPOSES = "purposes-read.csv"
_MEND = "Put the file back as the tool wrote it: the last run folder has a copy in inputs."
Kept = TypeVar("Kept")


def lines(kind: type[Kept], rows: Sequence[Kept], *, heading: bool) -> str:
    """Write rows of a kind as lines of the file, its heading first where it is wanted."""
    columns = _columns(kind)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    if heading:
        writer.writerow(columns)
    told = TypeAdapter(kind)
    for one in rows:
        row = told.dump_python(one, mode="json")
        writer.writerow(["" if row[name] is None else row[name] for name in columns])
    return stream.getvalue()


def parse(kind: type[Kept], text: str, name: str) -> tuple[Kept, ...]:
    """Read the file; raises ConfigError that names each line that is not as it was written."""
    columns, rows = _columns(kind), list(csv.reader(io.StringIO(text, newline="")))
    if not rows:
        return ()
    if tuple(rows[0]) != columns:
        raise ConfigError([f"{name}, line 1: the columns are not those of this tool. {_MEND}"])
    problems: list[str] = []
    read: list[Kept] = []
    told = TypeAdapter(kind)
    for number, row in enumerate(rows[1:], 2):
        try:
            read.append(told.validate_python(_cells(columns, row)))
        except (ValueError, ValidationError):
            problems.append(f"{name}, record {number}: it is not as it was written. {_MEND}")
    if problems:
        raise ConfigError(problems)
    return tuple(read)


def _cells(columns: tuple[str, ...], row: list[str]) -> dict[str, Any]:
    cells: dict[str, Any] = dict(zip(columns, row, strict=True))
    return cells | {name: cells[name] or None for name in ("due", "review_by") if name in cells}


def _columns(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
