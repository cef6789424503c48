"""The agency's own list of flagged accounts and sources: one row, one thing, with who says so.

Columns: list, kind (account, host, path), key, label, reason, evidence_url, as_at, expires.
An account's key is ``platform:id`` or ``platform:@handle``; a path's key is ``host/path``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from audit import csvfile
from audit.review.model import RegisterFile
from audit.sources import hosts
from connectors import frames
from connectors.errors import ConfigError

_COLUMNS = ("list", "kind", "key", "label", "as_at")
_OPTIONAL = ("reason", "evidence_url", "expires")
KINDS = ("account", "host", "path")


@dataclass(frozen=True)
class FlaggedList:
    """All rows of the agency's own lists that are in force, and the files they came from.

    Columns of ``rows``: list, kind, key, label, reason, evidence_url, as_at, file, line, row;
    ``row`` is the row as it stands in the file. ``expired`` counts rows past their date.
    """

    rows: pd.DataFrame
    files: tuple[RegisterFile, ...]
    expired: int


def load(paths: Sequence[Path], today: date) -> FlaggedList:
    """Read the lists; raises ConfigError with every problem, each with its file and line."""
    problems: list[str] = []
    parts: list[pd.DataFrame] = []
    used: list[RegisterFile] = []
    expired = 0
    for path in paths:
        file = csvfile.read(path, _COLUMNS, _OPTIONAL)
        rows = _checked(file, problems)
        past = rows["expires"] < pd.Timestamp(today)
        expired += int(past.sum())
        parts.append(rows[~past])
        latest = rows["as_at"].max()
        stamp = "" if pd.isna(latest) else latest.date().isoformat()
        used.append(RegisterFile(f"own/{file.name}", stamp, file.sha256, len(rows)))
    if problems:
        raise ConfigError(problems)
    rows = pd.concat(parts, ignore_index=True) if parts else _empty()
    return FlaggedList(rows, tuple(used), expired)


def _empty() -> pd.DataFrame:
    names = (*_COLUMNS, *_OPTIONAL, "file", "row")
    table = pd.DataFrame({name: pd.Series(dtype=frames.TEXT) for name in names})
    return table.assign(as_at=pd.to_datetime(table["as_at"]))


def _checked(file: csvfile.CsvFile, problems: list[str]) -> pd.DataFrame:
    rows = file.rows.copy()
    columns = [*_COLUMNS, *_OPTIONAL]
    rows["row"] = rows[columns].agg(" | ".join, axis="columns") if len(rows) else ""
    rows["file"] = file.name
    rows["as_at"] = csvfile.dates(rows["as_at"], file, problems)
    rows["expires"] = csvfile.dates(rows["expires"], file, problems)
    checked = [
        _key({str(name): str(cell) for name, cell in row.items()}, file.where(place), problems)
        for place, row in file.rows.to_dict("index").items()
    ]
    rows["key"] = pd.Series(checked, index=rows.index, dtype=frames.TEXT)
    return rows.assign(file=rows["file"].astype(frames.TEXT), row=rows["row"].astype(frames.TEXT))


def _key(row: Mapping[str, str], where: str, problems: list[str]) -> str:
    """Give the key in the form it is matched in; adds a sentence to problems where it cannot be."""
    kind, key, label = row["kind"], row["key"], row["label"]
    name, evidence = row["list"], row["evidence_url"]
    problem, form = _account(key) if kind == "account" else _host(kind, key)
    if kind not in KINDS:
        problem = f"kind is {kind!r}; write account, host or path"
    if not label:
        problem = "label is empty; write what the source says, in its words"
    if not name:
        problem = "list is empty; write the name that reports should use"
    if evidence and not evidence.startswith(("https://", "http://")):
        problem = f"evidence_url is {evidence!r}; write an address that begins with https://"
    if problem:
        problems.append(f"{where}: {problem}.")
    return form


def _account(key: str) -> tuple[str, str]:
    platform, _, account = key.partition(":")
    if platform not in frames.PLATFORMS or not account.strip("@ "):
        return f"key is {key!r}; write platform:id or platform:@handle, such as x:@name", key
    return "", f"{platform}:{account.strip().casefold()}"


def _host(kind: str, key: str) -> tuple[str, str]:
    place = hosts.place(key)
    host = hosts.without_prefix(place.host)
    if not host or "." not in host:
        return f"key is {key!r}, which is no host such as name.example", key
    if kind == "path":
        empty = "" if place.segments else f"key is {key!r}; write host/path, or make it a host"
        return empty, "/".join((host, *place.segments))
    if place.segments:
        return f"key is {key!r}; it has a path, so make its kind path", key
    if hosts.is_shared(host):
        return f"{host} carries many writers; name the one meant, by its path or subdomain", host
    return "", host
