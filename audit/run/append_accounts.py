"""Adds accounts to the overlay's accounts.csv; what stands there is kept as it is."""

import csv
import io
import os
from pathlib import Path

import pandas as pd

from audit.register.overlay import row_key
from audit.register.pack import TABLES, read_table
from connectors.errors import ConfigError

_COLUMNS = list(TABLES["accounts"].columns)


def append_accounts(folder: Path, rows: pd.DataFrame) -> int:
    """Append the rows whose account is not there yet; give how many. Written whole or not at all.

    Raises ConfigError where the file there is none of a register or cannot be written.
    """
    path = folder / "accounts.csv"
    try:
        there = path.read_bytes() if path.is_file() else b""
        before = there or (",".join(_COLUMNS) + "\n").encode()
        problems: list[str] = []
        known = read_table("accounts", before, str(path), problems)
        if problems:
            raise ConfigError(problems)
        new = rows[~row_key("accounts", rows).isin(row_key("accounts", known))]
        if len(new):
            _write(path, before, new)
    except OSError as error:
        raise ConfigError([f"{path} cannot be written: {error.strerror}."]) from error
    return len(new)


def _write(path: Path, before: bytes, rows: pd.DataFrame) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows[_COLUMNS].to_numpy().tolist())
    gap = b"" if before.endswith(b"\n") else b"\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        partial.write_bytes(before + gap + text.getvalue().encode("utf-8"))
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
