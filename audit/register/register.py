"""The political register of a jurisdiction, read whole from its pack and the agency's own files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import pandas as pd

from audit.register import pack
from audit.register.accounts import handle_key
from audit.register.check import problems_in, unexplained_sources
from audit.register.overlay import lay_over, read_overlay
from audit.register.pre_election import PreElection
from audit.register.spells import first_day, last_day
from audit.review.model import RegisterFile
from connectors.errors import ConfigError


@dataclass(frozen=True, eq=False)
class Register:
    """One jurisdiction's parties, people, offices, accounts, seats, elections and governments.

    The frames have the columns of their CSV files (docs/register.md), as text, empty where the
    file is. Where a file has ``from`` and ``to``, ``starts`` and ``ends`` hold them as days: the
    earliest and the latest that they can mean, both included, NaT where open. ``version`` is the
    date that the pack stands for; ``timezone`` says whose calendar an act's date is read in.
    """

    id: str
    name: str
    parliament: str
    version: date
    language: str
    timezone: str
    note: str
    parties: pd.DataFrame
    people: pd.DataFrame
    offices: pd.DataFrame
    accounts: pd.DataFrame
    rejected: pd.DataFrame
    seats: pd.DataFrame
    elections: pd.DataFrame
    governments: pd.DataFrame
    organisations: pd.DataFrame
    sources: pd.DataFrame
    files: tuple[RegisterFile, ...]
    pre_election: PreElection | None = None


@dataclass(frozen=True, eq=False)
class Tables:
    """The tables of a register as written, by name, each row with its ``file`` and ``line``."""

    manifest: pack.Manifest
    frames: Mapping[str, pd.DataFrame]
    files: tuple[RegisterFile, ...]


def load(
    jurisdiction: str, base: Path, extra: Sequence[Path] = (), overlay: Path | None = None
) -> Register:
    """Read a register, as ``read`` does, for the questions of an audit."""
    return register_of(read(jurisdiction, base, extra, overlay))


def read(
    jurisdiction: str, base: Path, extra: Sequence[Path] = (), overlay: Path | None = None
) -> Tables:
    """Read a shipped pack by its name, or a pack folder by its path relative to ``base``.

    The rows of the ``overlay`` folder win over the pack's, row by row; it may be absent.
    ``extra`` are the agency's own CSV files, recognised by their columns: their rows are added,
    and an account of theirs replaces that of the same platform and handle. Raises ConfigError
    with every problem found, each naming file and line.
    """
    folder = _folder(jurisdiction, base)
    problems: list[str] = []
    manifest = pack.read_manifest(folder, problems)
    version = manifest.version.isoformat()
    used: list[RegisterFile] = []
    shared: dict[str, pd.DataFrame] = {}
    for name, content in _contents(folder, problems):
        shared[name] = pack.read_table(name, content, f"{name}.csv", problems)
        used.append(pack.describe(f"{manifest.id}/{name}", content, shared[name], version))
    problems += unexplained_sources(shared)
    frames = {
        name: shared[name] if name in shared else pack.empty_table(name) for name in pack.TABLES
    }
    if overlay is not None:
        own, files_of_own = read_overlay(overlay, version, problems)
        frames = lay_over(frames, own)
        used += files_of_own
    for path in extra:
        used += _add(frames, path, version, problems)
    problems += problems_in(frames)
    if problems:
        raise ConfigError([f"Register {jurisdiction}: {problem}" for problem in problems])
    return Tables(manifest, frames, tuple(used))


def shipped() -> tuple[str, ...]:
    """Name the packs that come with the tool."""
    return tuple(sorted(entry.name for entry in _shipped_packs().iterdir() if entry.is_dir()))


def pack_files(jurisdiction: str, base: Path) -> tuple[Traversable, ...]:
    """Give the files of a pack, as ``load`` finds it, to keep a copy of what was used."""
    folder = _folder(jurisdiction, base)
    wanted = ("pack.toml", *(f"{name}.csv" for name in pack.TABLES))
    return tuple(file for file in map(folder.joinpath, wanted) if file.is_file())


def _shipped_packs() -> Traversable:
    return files("audit").joinpath("registers")


def _folder(jurisdiction: str, base: Path) -> Traversable:
    if jurisdiction in shipped():
        return _shipped_packs().joinpath(jurisdiction)
    folder = base / jurisdiction
    if not folder.is_dir():
        raise ConfigError(
            [
                f"Register {jurisdiction}: it is neither shipped with the tool "
                f"({', '.join(shipped())}) nor a folder beside the configuration; "
                "mend [register] jurisdiction."
            ]
        )
    return folder


def _contents(folder: Traversable, problems: list[str]) -> Iterator[tuple[str, bytes]]:
    for name, table in pack.TABLES.items():
        try:
            yield name, folder.joinpath(f"{name}.csv").read_bytes()
        except FileNotFoundError:
            if not table.optional:
                problems.append(f"{name}.csv is missing; add it, if only with its first line.")


def _add(
    frames: dict[str, pd.DataFrame], path: Path, version: str, problems: list[str]
) -> list[RegisterFile]:
    try:
        content = path.read_bytes()
    except OSError as error:
        problems.append(f"{path.name} cannot be read: {error.strerror}.")
        return []
    name = pack.recognise(content)
    if not name:
        problems.append(
            f"{path.name}, line 1: the columns are those of no register file; "
            "docs/register.md lists them."
        )
        return []
    own = pack.read_table(name, content, path.name, problems)
    shared = frames[name]
    if name == "accounts":
        shared = shared[~_account_keys(shared).isin(_account_keys(own))]
    frames[name] = pd.concat([shared, own], ignore_index=True)
    return [pack.describe(f"own/{path.stem}", content, own, version)]


def _account_keys(accounts: pd.DataFrame) -> "pd.Series[str]":
    return accounts["platform"] + " " + handle_key(accounts["handle"])


def register_of(tables: Tables) -> Register:
    """Make the register of its tables."""
    manifest = tables.manifest
    frames = {
        name: _dated(table.drop(columns=["file", "line"])) for name, table in tables.frames.items()
    }
    rejected = frames.pop("accounts_rejected")
    return Register(
        id=manifest.id,
        name=manifest.name,
        parliament=manifest.parliament,
        version=manifest.version,
        language=manifest.language,
        timezone=manifest.timezone,
        note=manifest.note,
        rejected=rejected,
        files=tables.files,
        pre_election=manifest.pre_election,
        **frames,
    )


def _dated(table: pd.DataFrame) -> pd.DataFrame:
    if "to" not in table:
        return table
    return table.assign(starts=first_day(table["from"]), ends=last_day(table["to"]))
