"""The agency's own list of flagged accounts and sources: one row, one thing, with who says so.

Columns: list, kind, key, label, reason, evidence_url, as_at, expires, level. An account's key is
``platform:id`` or ``platform:@handle``; a path's key is ``host/path``. The level is look where it
is empty; ``info`` asks for no decision, and ``clear`` takes other lists' flags away until it
expires.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from audit import csvfile
from audit.register.gaps import name_key
from audit.review.model import RegisterFile
from audit.sources import hosts
from audit.sources.lists import FlaggedList
from audit.sources.rows import AGENCY, CLEAR, INFO, KINDS, LOOK, formed
from connectors import frames
from connectors.errors import ConfigError

_COLUMNS = ("list", "kind", "key", "label", "as_at")
_OPTIONAL = ("reason", "evidence_url", "expires", "level")
_LEVELS = (LOOK, INFO, CLEAR)
ROW = (*_COLUMNS, *_OPTIONAL[:3])  # the cells of a row as an item quotes it
BETWEEN = " | "
CORRECT = "Mend or delete the row in your own list."


def load(paths: Sequence[Path], today: date) -> FlaggedList:
    """Read the lists; raises ConfigError with every problem, each with its file and line."""
    problems: list[str] = []
    parts: list[pd.DataFrame] = []
    used: list[RegisterFile] = []
    for path in paths:
        file = csvfile.read(path, _COLUMNS, _OPTIONAL)
        rows = _checked(file, problems)
        parts.append(rows)
        latest = rows["as_at"].max()
        stamp = "" if pd.isna(latest) else latest.date().isoformat()
        used.append(RegisterFile(f"own/{file.name}", stamp, file.sha256, len(rows)))
    if problems:
        raise ConfigError(problems)
    rows = pd.concat(parts, ignore_index=True) if parts else formed(pd.DataFrame())
    return FlaggedList(rows, tuple(used), today)


def _checked(file: csvfile.CsvFile, problems: list[str]) -> pd.DataFrame:
    rows = file.rows.copy()
    rows["row"] = rows[list(ROW)].agg(BETWEEN.join, axis="columns") if len(rows) else ""
    rows = rows.assign(file=file.name, sha256=file.sha256, correct=CORRECT)
    rows["as_at"] = csvfile.dates(rows["as_at"], file, problems)
    rows["expires"] = csvfile.dates(rows["expires"], file, problems)
    checked = [
        _key({str(name): str(cell) for name, cell in row.items()}, file.where(place), problems)
        for place, row in file.rows.to_dict("index").items()
    ]
    rows["key"] = pd.Series(checked, index=rows.index, dtype=frames.TEXT)
    return formed(rows.assign(level=rows["level"].replace("", LOOK), lineage=AGENCY))


def _key(row: Mapping[str, str], where: str, problems: list[str]) -> str:
    """Give the key in the form it is matched in; adds a sentence to problems where it cannot be."""
    kind, key, label = row["kind"], row["key"], row["label"]
    name, evidence = row["list"], row["evidence_url"]
    problem, form = form_of(kind, key) if kind in KINDS else ("", key)
    if kind not in KINDS:
        problem = f"kind is {kind!r}; write {', '.join(KINDS[:-1])} or {KINDS[-1]}"
    if row["level"] not in ("", *_LEVELS):
        problem = f"level is {row['level']!r}; write look, info or clear, or leave it empty"
    if not label:
        problem = "label is empty; write what the source says, in its words"
    if not name:
        problem = "list is empty; write the name that reports should use"
    if evidence and not evidence.startswith(("https://", "http://")):
        problem = f"evidence_url is {evidence!r}; write an address that begins with https://"
    if problem:
        problems.append(f"{where}: {problem}.")
    return form


def form_of(kind: str, key: str) -> tuple[str, str]:
    """Give what is wrong with a key of a kind, empty where nothing is, and its compared form."""
    return _FORMS[kind](key)


def _account(key: str) -> tuple[str, str]:
    platform, _, account = key.partition(":")
    if platform not in frames.PLATFORMS or not account.strip("@ "):
        return f"key is {key!r}; write platform:id or platform:@handle, such as x:@name", key
    return "", f"{platform}:{account.strip().casefold()}"


def _tenant(key: str) -> tuple[str, str]:
    service, _, name = key.partition(":")
    if not service or not name.strip():
        return f"key is {key!r}; write service:name, such as substack:name", key
    return "", f"{service.casefold()}:{name.strip().casefold()}"


def _path(key: str) -> tuple[str, str]:
    place = hosts.place(key)
    host = hosts.without_prefix(place.host)
    if not host or "." not in host:
        return _no_host(key), key
    empty = "" if place.segments else f"key is {key!r}; write host/path, or make it a host"
    return empty, "/".join((host, *place.segments))


def _host(key: str) -> tuple[str, str]:
    place = hosts.place(key)
    host = hosts.without_prefix(place.host)
    if not host or "." not in host:
        return _no_host(key), key
    if place.segments:
        return f"key is {key!r}; it has a path, so make its kind path", key
    if hosts.is_shared(host):
        return f"{host} carries many writers; name the one meant, by its path or subdomain", host
    return "", host


def _no_host(key: str) -> str:
    return f"key is {key!r}, which is no host such as name.example"


def _name(key: str) -> tuple[str, str]:
    (folded,) = name_key(pd.Series([key], dtype=frames.TEXT))
    if " " not in folded:
        return f"key is {key!r}; write a name of two words or more, or name the account", key
    return "", folded


_FORMS = {
    "account": _account,
    "tenant": _tenant,
    "host": _host,
    "path": _path,
    "fediverse": _host,
    "name": _name,
}
