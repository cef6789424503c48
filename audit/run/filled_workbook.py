"""Reads the workbook of missing accounts that a person filled in, from whichever program."""

from collections.abc import Mapping
from pathlib import Path

from audit.register.filled import Filled
from audit.review.gaps import HEADERS
from connectors.errors import ConfigError, SourceError
from connectors.list_dates import read_day
from connectors.list_tables import Cell, Line
from connectors.list_workbook import workbook_tables

_KEYS = {header.casefold(): key for key, header in HEADERS.items()}
_NEEDED = ("actor", "platform", "handle", "evidence_url", "checked_by", "checked_on")


def read_filled(path: Path) -> tuple[Filled, ...]:
    """Give the rows of the workbook; raises ConfigError where it is not that workbook."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigError([f"{path} cannot be read: {error.strerror}."]) from error
    try:
        tables = workbook_tables(content, path.name)
    except SourceError as error:
        raise ConfigError([str(error)]) from error
    for table in tables:
        for place, line in enumerate(table.lines):
            columns = _columns(line)
            if all(key in columns for key in _NEEDED):
                return tuple(_row(one, columns) for one in table.lines[place + 1 :])
    wanted = ", ".join(HEADERS[key] for key in _NEEDED)
    problem = f"{path.name} has no sheet with the columns {wanted}."
    raise ConfigError([f"{problem} Make one with: follow-audit register gaps --out FILE.xlsx"])


def _columns(line: Line) -> Mapping[str, int]:
    named = [_KEYS.get(cell.text.casefold()) for cell in line.cells]
    return {key: place for place, key in enumerate(named) if key is not None}


def _row(line: Line, columns: Mapping[str, int]) -> Filled:
    def cell(key: str) -> Cell:
        return line.cell(columns[key]) if key in columns else Cell("")

    evidence = cell("evidence_url")
    return Filled(
        line=line.number,
        actor=cell("actor").text,
        platform=cell("platform").text.casefold(),
        handle=cell("handle").text,
        role=cell("role").text.casefold(),
        evidence_url=evidence.text
        if evidence.text.startswith("http")
        else evidence.link or evidence.text,
        checked_by=cell("checked_by").text,
        checked_on=read_day(cell("checked_on")),
    )
