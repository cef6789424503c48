"""Writing what was accepted into the overlay, whole or not at all, and noting it in its log."""

import csv
import io
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from audit.register.check import problems_in
from audit.register.overlay import LOG, lay_over, read_overlay, row_key
from audit.register.pack import TABLES
from audit.register.register import Tables
from audit.register.spells import first_day, last_day
from audit.review.difference import Difference
from connectors.errors import ConfigError
from connectors.frames import TEXT

LOG_COLUMNS = (
    "accepted",
    "file",
    "sha256",
    "table",
    "kind",
    "actor",
    "said",
    "held",
    "source",
    "evidence_url",
    "as_at",
)


@dataclass(frozen=True)
class SourceFile:
    """The file that the differences came from."""

    name: str
    sha256: str


def accept(
    differences: Sequence[Difference],
    folder: Path,
    tables: Tables,
    source: SourceFile,
    when: datetime,
) -> tuple[Path, ...]:
    """Write the rows of some differences into an overlay and its log; give the files written.

    Raises ConfigError, with nothing written, where the register could not be used afterwards.
    """
    problems: list[str] = []
    there, _ = read_overlay(folder, tables.manifest.version.isoformat(), problems)
    own = {**there}
    changed = sorted({table for one in differences for table, _ in one.written})
    for name in changed:
        added = _rows(name, differences, folder)
        added = pd.concat([added, _other_spells(name, added, tables.frames[name])])
        below = own.get(name, added.iloc[:0])
        own[name] = lay_over({name: below}, {name: added})[name]
    after = lay_over(tables.frames, own)
    problems += problems_in(after)
    if problems:
        said = "With these rows the register could not be used, so nothing was written."
        raise ConfigError([said, *problems])
    contents = {folder / f"{name}.csv": _table(name, own[name]) for name in changed}
    contents[folder / LOG] = _log(folder / LOG, differences, source, when)
    return _write(folder, contents)


def _rows(name: str, differences: Sequence[Difference], folder: Path) -> pd.DataFrame:
    cells = [row for one in differences for table, row in one.written if table == name]
    rows = pd.DataFrame(cells, columns=list(TABLES[name].columns), dtype=TEXT)
    numbers = range(2, len(rows) + 2)
    return (
        rows.drop_duplicates()
        .assign(file=f"{folder.name}/{name}.csv, new")
        .assign(line=pd.Series(numbers, index=rows.index))
    )


def _other_spells(name: str, added: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Give the register's rows of the same keys at other times: they are replaced together."""
    if "to" not in TABLES[name].columns or TABLES[name].unique:
        return known.iloc[:0]
    keys = [*TABLES[name].columns]
    spells = [
        rows.assign(
            row_key=row_key(name, rows),
            starts=first_day(rows["from"]).fillna(pd.Timestamp.min.as_unit("us")),
            ends=last_day(rows["to"]).fillna(pd.Timestamp.max.as_unit("us")),
        )
        for rows in (known, added)
    ]
    both = spells[0].merge(spells[1][["row_key", "starts", "ends"]], on="row_key")
    clash = (both["starts_x"] <= both["ends_y"]) & (both["starts_y"] <= both["ends_x"])
    apart = both.assign(clash=clash).groupby(keys, as_index=False)["clash"].any()
    kept = apart.loc[~apart["clash"], keys]
    return known.merge(kept, on=keys)


def _table(name: str, rows: pd.DataFrame) -> bytes:
    return _csv([TABLES[name].columns, *rows[list(TABLES[name].columns)].to_numpy().tolist()])


def _log(
    path: Path, differences: Sequence[Difference], source: SourceFile, when: datetime
) -> bytes:
    moment = when.isoformat(timespec="seconds")
    entries = [
        (
            *(moment, source.name, source.sha256, one.table, one.kind, one.actor),
            *(one.said, one.held, one.source, one.evidence_url, one.as_at),
        )
        for one in differences
    ]
    before = path.read_bytes() if path.is_file() else _csv([LOG_COLUMNS])
    return before + (b"" if before.endswith(b"\n") else b"\n") + _csv(entries)


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8")


def _write(folder: Path, contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write every file beside its place first, so that a full disk changes none of them."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in contents.items():
            path.with_suffix(".part").write_bytes(content)
        for path in contents:
            os.replace(path.with_suffix(".part"), path)
    except OSError as error:
        problem = f"The overlay {folder} cannot be written: {error.strerror}."
        raise ConfigError([f"{problem} Make room or mend [register] overlay."]) from error
    return tuple(contents)
