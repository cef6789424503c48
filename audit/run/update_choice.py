"""What a person chose of the differences: the workbook written for it, and its ticks read back."""

from datetime import datetime
from pathlib import Path

from audit.review.difference import SURE, Difference
from audit.run.update import Compared
from audit.run.update_source import Source
from audit.run.update_table import tables_in
from connectors.errors import ConfigError
from reports.register_difference import ACCEPT, KEY, SHEET, YES, write_difference


def write_workbook(compared: Compared, path: Path, now: datetime) -> Path:
    """Write the workbook, under another name where one is there, which may hold ticks."""
    target = free_name(path)
    try:
        write_difference(compared.differences, target, compared.source.name, now)
    except OSError as error:
        problem = f"{target} cannot be written: {error.strerror}. Choose another --workbook."
        raise ConfigError([problem]) from error
    return target


def keep_source(source: Source, folder: Path) -> tuple[Path, ...]:
    """Keep what was fetched, so that what is accepted later is what was shown."""
    kept = []
    for name, content in source.files.items():
        target = free_name(folder / name)
        try:
            target.write_bytes(content)
        except OSError as error:
            raise ConfigError([f"{target} cannot be written: {error.strerror}."]) from error
        kept.append(target)
    return tuple(kept)


def free_name(path: Path) -> Path:
    """Give the path, or one with a number where a file is there already."""
    number, target = 2, path
    while target.exists():
        target = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
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
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ConfigError([f"{path} cannot be read: {error.strerror}."]) from error
    sheet = next((one for one in tables_in(content, path.name) if one.sheet == SHEET), None)
    headings = [cell.text for cell in sheet.lines[0].cells] if sheet and sheet.lines else []
    if sheet is None or not {ACCEPT, KEY} <= {*headings}:
        problem = f"{path.name} is not a workbook of differences: give the one that was written."
        raise ConfigError([problem])
    accept, key = headings.index(ACCEPT), headings.index(KEY)
    return [
        (line.number, line.cell(key).text)
        for line in sheet.lines[1:]
        if line.cell(accept).text.casefold() == YES
    ]
