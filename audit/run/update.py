"""The register brought up to date from a file: the difference, its workbook, what is accepted."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from audit.register.register import Tables, register_of
from audit.review.difference import KINDS, SURE, Difference
from audit.update.accept import SourceFile
from audit.update.accounts import account_differences
from audit.update.claims import Given, claims_of
from audit.update.columns import columns_of
from audit.update.found import with_parties
from audit.update.owners import known_owners
from audit.update.people import people_differences
from connectors.errors import ConfigError, SourceError
from connectors.list_tables import Table, text_table
from connectors.list_workbook import workbook_tables
from reports.register_difference import ACCEPT, KEY, SHEET, YES, write_difference

_ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Compared:
    """The differences of a source file, in the order in which they are shown, and the file."""

    differences: tuple[Difference, ...]
    source: SourceFile


@dataclass(frozen=True)
class Asked:
    """What the user says of a file: which column holds what, as of when, whether it is complete."""

    columns: dict[str, str]
    given: Given
    complete: bool = False


def compare(path: Path, asked: Asked, tables: Tables, now: datetime) -> Compared:
    """Compare a CSV or XLSX with the register; raises ConfigError where it cannot be read."""
    content = _content(path)
    table = _one_table(content, path.name)
    heading, *lines = table.lines
    headings = [cell.text for cell in heading.cells]
    columns = columns_of(headings, asked.columns, path.name)
    _refuse_rounded(table, path.name)
    rows = [
        (line.number, [_written(cell.text, cell.when) for cell in line.cells]) for line in lines
    ]
    claims = claims_of(rows, columns, asked.given, path.name)
    known = known_owners(tables.frames)
    if columns.table == "people":
        found = people_differences(claims, tables.frames, known)
    else:
        found = account_differences(claims, tables.frames, known, complete=asked.complete)
    once = tuple({one.key + one.kind: one for one in reversed(found)}.values())
    placed = with_parties(once, register_of(tables), now.date())
    ordered = sorted(placed, key=lambda one: (KINDS.index(one.kind), one.party, one.name, one.said))
    return Compared(tuple(ordered), SourceFile(path.name, hashlib.sha256(content).hexdigest()))


def write_workbook(compared: Compared, path: Path, now: datetime) -> Path:
    """Write the workbook, under another name where one is there, which may hold ticks."""
    number, target = 2, path
    while target.exists():
        target = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    try:
        write_difference(compared.differences, target, compared.source.name, now)
    except OSError as error:
        problem = f"{target} cannot be written: {error.strerror}. Choose another --workbook."
        raise ConfigError([problem]) from error
    return target


def chosen(compared: Compared, accepted: str) -> tuple[Difference, ...]:
    """Give the differences to accept: the sure ones for ``all``, or those a workbook ticks.

    Raises ConfigError where a ticked row is no difference any more, or none that can be accepted.
    """
    if accepted == "all":
        return tuple(one for one in compared.differences if one.kind in SURE)
    path = Path(accepted)
    ticked = _ticked(path)
    by_key = {one.key: one for one in compared.differences if one.rows}
    problems = [
        f"{path.name}, row {row}: this is not, or no longer, a difference that can be accepted. "
        "Take its yes away, or make the workbook again."
        for row, key in ticked
        if key not in by_key
    ]
    if problems:
        raise ConfigError(problems)
    return tuple(by_key[key] for _, key in ticked)


def _ticked(path: Path) -> list[tuple[int, str]]:
    sheets = _tables(_content(path), path.name)
    sheet = next((one for one in sheets if one.sheet == SHEET and one.lines), None)
    headings = [cell.text for cell in sheet.lines[0].cells] if sheet else []
    if sheet is None or not {ACCEPT, KEY} <= {*headings}:
        problem = f"{path.name} is not a workbook of differences: give the one that was written."
        raise ConfigError([problem])
    accept, key = headings.index(ACCEPT), headings.index(KEY)
    return [
        (line.number, line.cell(key).text)
        for line in sheet.lines[1:]
        if line.cell(accept).text.casefold() == YES
    ]


def _one_table(content: bytes, name: str) -> Table:
    filled = [table for table in _tables(content, name) if len(table.lines) > 1]
    if len(filled) != 1:
        said = "has no rows below a heading" if not filled else "has rows on several sheets"
        raise ConfigError([f"{name} {said}: save the one table that is meant as CSV or XLSX."])
    return filled[0]


def _tables(content: bytes, name: str) -> Sequence[Table]:
    try:
        return (
            workbook_tables(content, name)
            if content.startswith(_ZIP)
            else (text_table(content, name),)
        )
    except SourceError as error:
        raise ConfigError([str(error)]) from error


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError([f"{path} cannot be read: {error.strerror}."]) from error


def _refuse_rounded(table: Table, name: str) -> None:
    rounded = [line.number for line in table.lines if any(cell.rounded for cell in line.cells)]
    if rounded:
        rows = ", ".join(map(str, rounded[:5]))
        problem = f"{name}, row {rows}: a spreadsheet has rounded a long number there."
        raise ConfigError([f"{problem} Save ids as text, and make the file again."])


def _written(text: str, when: datetime | None) -> str:
    return when.date().isoformat() if when else text
