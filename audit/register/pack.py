"""A register pack: the columns of its files, and reading them as text with file and line.

A pack is a folder with pack.toml and the CSV files of TABLES (docs/register.md).
"""

import csv
import hashlib
import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources.abc import Traversable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pandas as pd

from audit.register.pre_election import PreElection, read_pre_election
from audit.register.wikidata_items import WikidataItems, read_items
from audit.review.model import RegisterFile
from connectors.frames import PLATFORMS, TEXT

ROLES = ("member", "minister", "party_leader", "mayor", "councillor", "candidate")
ACCOUNT_ROLES = ("", "office", "party", "personal", "campaign")
ACCOUNT_STATUSES = ("current", "last_known", "older_or_second_account")
MANIFEST_KEYS = ("id", "name", "parliament", "version", "language", "timezone", "licence")


@dataclass(frozen=True)
class Table:
    """One CSV of a pack: its columns, which must be filled, and what each may hold.

    ``unique`` columns name a row; where they are none, ``replaced_by`` says which columns an
    overlay's row must share to take the place of one. ``dates`` may be partial (2024, 2025-01),
    ``days`` may not; ``numbers`` are whole and not negative.
    """

    columns: tuple[str, ...]
    filled: tuple[str, ...]
    unique: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    allowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    optional: bool = False


def _columns(names: str) -> tuple[str, ...]:
    return (*names.split(), "source", "evidence_url", "as_at")


_SPELL = ("from", "to", "as_at")
_SOURCED = ("source", "as_at")
TABLES: Mapping[str, Table] = {
    "parties": Table(
        _columns("party name name_mi short aliases from to website"),
        ("party", "name", "short", *_SOURCED),
        unique=("party",),
        dates=_SPELL,
    ),
    "people": Table(
        _columns("actor name aliases wikidata"),
        ("actor", "name", *_SOURCED),
        unique=("actor",),
        dates=("as_at",),
    ),
    "organisations": Table(
        _columns("actor name name_mi kind party description website"),
        ("actor", "name", *_SOURCED),
        unique=("actor",),
        dates=("as_at",),
    ),
    "offices": Table(
        _columns("actor role party electorate portfolio from to"),
        ("actor", "role", *_SOURCED),
        replaced_by=("actor", "role", "electorate", "portfolio", "from"),
        dates=_SPELL,
        allowed={"role": ROLES},
    ),
    "accounts": Table(
        _columns("actor platform handle platform_id role from to status"),
        ("actor", "platform", "handle", "status", *_SOURCED),
        replaced_by=("platform", "handle"),
        dates=_SPELL,
        allowed={"platform": PLATFORMS, "role": ACCOUNT_ROLES, "status": ACCOUNT_STATUSES},
    ),
    "accounts_rejected": Table(
        ("actor", "platform", "handle", "seen_in", "reason"),
        ("actor", "platform", "handle", "reason"),
        replaced_by=("actor", "platform", "handle"),
        allowed={"platform": PLATFORMS},
    ),
    "seats": Table(
        _columns("from party seats"),
        ("from", "party", "seats", *_SOURCED),
        unique=("from", "party"),
        dates=("as_at",),
        days=("from",),
        numbers=("seats",),
    ),
    "elections": Table(
        _columns("election polling_day declared period_from period_to party votes seats"),
        ("election", "polling_day", *_SOURCED),
        unique=("election", "party"),
        dates=("as_at",),
        days=("polling_day", "declared", "period_from", "period_to"),
        numbers=("votes", "seats"),
    ),
    "governments": Table(
        _columns("party from to"),
        ("party", "from", *_SOURCED),
        replaced_by=("party", "from"),
        dates=_SPELL,
    ),
    "sources": Table(
        ("key", "what", "date", "terms"), ("key", "what"), unique=("key",), optional=True
    ),
}


@dataclass(frozen=True)
class Manifest:
    """What pack.toml says: ``version`` is the date that the pack stands for."""

    id: str
    name: str
    parliament: str
    version: date
    language: str
    timezone: str
    licence: str
    note: str = ""
    wikidata: WikidataItems | None = None
    pre_election: PreElection | None = None


def read_manifest(folder: Traversable, problems: list[str]) -> Manifest:
    """Read pack.toml; what is wrong is added to ``problems``."""
    try:
        written = tomllib.loads(folder.joinpath("pack.toml").read_bytes().decode("utf-8"))
    except FileNotFoundError:
        problems.append(f"pack.toml is missing in {folder}: add it, as docs/register.md says.")
        written = {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.append(f"pack.toml is not TOML in UTF-8: {error}.")
        written = {}
    else:
        problems += _wrong_keys(written)
    words = {key: str(written.get(key, "")) for key in (*MANIFEST_KEYS, "note")}
    del words["version"]
    version = written.get("version")
    return Manifest(
        version=version if type(version) is date else date.min,
        wikidata=read_items(written.get("wikidata"), problems),
        pre_election=read_pre_election(written.get("pre_election"), problems),
        **words,
    )


def _wrong_keys(written: Mapping[str, object]) -> list[str]:
    problems = [
        f"pack.toml: the key {key} is missing or empty; add it."
        for key in MANIFEST_KEYS
        if not written.get(key)
    ]
    problems += [
        f"pack.toml: the key {key} is not known; remove it."
        for key in written
        if key not in (*MANIFEST_KEYS, "note", "wikidata", "pre_election")
    ]
    if written.get("version") and type(written["version"]) is not date:
        problems.append("pack.toml: version must be a date without quotes, such as 2026-10-09.")
    if written.get("timezone"):
        try:
            ZoneInfo(str(written["timezone"]))
        except (ZoneInfoNotFoundError, ValueError):
            problems.append(
                f"pack.toml: timezone {written['timezone']!r} is not known; "
                "write one such as Pacific/Auckland."
            )
    return problems


def recognise(content: bytes) -> str:
    """Name the table whose columns a file's first line holds, or give empty text."""
    first = content.decode("utf-8-sig", "replace").split("\n", 1)[0]
    header = tuple(next(csv.reader([first]), []))
    return next((name for name, table in TABLES.items() if table.columns == header), "")


def read_table(name: str, content: bytes, file: str, problems: list[str]) -> pd.DataFrame:
    """Read one CSV as text, empty cells as empty text, with its ``file`` and ``line`` beside.

    What is wrong is added to ``problems``; rows that cannot be read are left out.
    """
    columns = TABLES[name].columns
    lines: list[int] = []
    rows: list[list[str]] = []
    try:
        reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        header = next(reader, [])
        if tuple(header) != columns:
            problems.append(_wrong_header(file, header, columns))
            return empty_table(name)
        for row in reader:
            if len(row) == len(columns):
                lines.append(reader.line_num)
                rows.append([cell.strip() for cell in row])
            elif row:
                problems.append(
                    f"{file}, line {reader.line_num}: {len(row)} cells where {len(columns)} belong."
                )
    except (UnicodeDecodeError, csv.Error) as error:
        problems.append(f"{file} is not a CSV file in UTF-8: {error}.")
    table = pd.DataFrame(rows, columns=list(columns), dtype=TEXT)
    return table.assign(file=pd.Series(file, table.index, dtype=TEXT), line=lines)


def empty_table(name: str) -> pd.DataFrame:
    """Give the named table with no rows."""
    columns = [*TABLES[name].columns, "file"]
    return pd.DataFrame({column: pd.Series([], dtype=TEXT) for column in columns}).assign(
        line=pd.Series([], dtype="int64")
    )


def describe(name: str, content: bytes, table: pd.DataFrame, version: str) -> RegisterFile:
    """Say which file was used: its newest as-at date (or the pack's), its SHA-256 and rows."""
    as_at = str(table["as_at"].max()) if "as_at" in table and len(table) else version
    return RegisterFile(name, as_at, hashlib.sha256(content).hexdigest(), len(table))


def _wrong_header(file: str, header: list[str], columns: tuple[str, ...]) -> str:
    missing = [name for name in columns if name not in header]
    extra = [name for name in header if name not in columns]
    what = "; ".join(
        part
        for part in (
            f"missing {', '.join(missing)}" if missing else "",
            f"not known {', '.join(extra)}" if extra else "",
        )
        if part
    )
    return (
        f"{file}, line 1: the columns must be {','.join(columns)} ({what or 'in another order'})."
    )
