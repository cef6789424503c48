"""The user's own register laid over a pack: its rows win, row by row; the pack stays as it is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from audit.register import pack
from audit.register.accounts import handle_key
from audit.review.model import RegisterFile

LOG = "log.csv"
_BETWEEN = "\x1f"  # no cell of a register holds it


def overlay_files(folder: Path) -> tuple[Path, ...]:
    """Give the register files of an overlay; none where the folder is not there yet."""
    named = (folder / f"{name}.csv" for name in pack.TABLES)
    return tuple(path for path in named if path.is_file())


def read_overlay(
    folder: Path, version: str, problems: list[str]
) -> tuple[dict[str, pd.DataFrame], list[RegisterFile]]:
    """Read the tables that an overlay has; what is wrong is added to ``problems``."""
    frames: dict[str, pd.DataFrame] = {}
    used: list[RegisterFile] = []
    problems += _strangers(folder)
    for path in overlay_files(folder):
        try:
            content = path.read_bytes()
        except OSError as error:
            problems.append(f"{folder.name}/{path.name} cannot be read: {error.strerror}.")
            continue
        name = path.stem
        frames[name] = pack.read_table(name, content, f"{folder.name}/{path.name}", problems)
        used.append(pack.describe(f"overlay/{name}", content, frames[name], version))
    return frames, used


def lay_over(
    below: Mapping[str, pd.DataFrame], above: Mapping[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """Put the rows of some tables in the place of those with the same key; add the others.

    The order of the rows above makes no difference, nor does laying them over again.
    """
    laid = {name: _lay_over(name, below[name], rows) for name, rows in above.items()}
    return {**below, **laid}


def row_key(name: str, rows: pd.DataFrame) -> "pd.Series[Any]":
    """Give what tells the rows of a table apart, with handles as they are compared."""
    rules = pack.TABLES[name]
    columns = rules.unique or rules.replaced_by
    parts = [handle_key(rows[one]) if one == "handle" else rows[one] for one in columns]
    key = parts[0]
    for part in parts[1:]:
        key = key + _BETWEEN + part
    return key


def _lay_over(name: str, below: pd.DataFrame, above: pd.DataFrame) -> pd.DataFrame:
    columns = list(pack.TABLES[name].columns)
    under = below.assign(row_key=row_key(name, below), place=range(len(below)))
    over = above.assign(row_key=row_key(name, above)).sort_values(["row_key", *columns])
    first = under.groupby("row_key")["place"].min()
    over = over.assign(place=over["row_key"].map(first).fillna(len(below)).astype("int64"))
    kept = under[~under["row_key"].isin(over["row_key"])]
    if name == "elections":
        # the row of an election to come gives way to its result
        kept = kept[(kept["party"] != "") | ~kept["election"].isin(over["election"])]
    laid = pd.concat([kept, over]).sort_values("place", kind="stable", ignore_index=True)
    return laid.drop(columns=["row_key", "place"])


def _strangers(folder: Path) -> list[str]:
    if not folder.exists():
        return []
    if not folder.is_dir():
        return [f"{folder.name} is not a folder; mend [register] overlay."]
    known = {LOG, *(f"{name}.csv" for name in pack.TABLES)}
    return [
        f"{folder.name}/{path.name} is not a file of a register; docs/register.md names them. "
        "Rename it or move it away."
        for path in sorted(folder.glob("*.csv"))
        if path.name not in known
    ]
