"""What is kept of decisions beside the configuration: decisions.csv, readings, copies of files."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter

from audit.decisions import ledger
from audit.decisions.ledger import Kept
from audit.decisions.model import NOTHING_DECIDED, Decided, Earlier, FileRead, Reading, Recorded
from audit.decisions.purposes import PurposeRead
from connectors.errors import ConfigError

_READING = TypeAdapter(Reading)
_EARLIER = TypeAdapter(tuple[Earlier, ...])
_READINGS = TypeAdapter(tuple[Reading, ...])


@dataclass(frozen=True)
class Places:
    """Where decisions are kept: beside the configuration at ``base``."""

    base: Path

    @property
    def ledger(self) -> Path:
        """Give the path of decisions.csv."""
        return self.base / ledger.DECISIONS

    @property
    def purposes(self) -> Path:
        """Give the path of purposes-read.csv."""
        return self.base / ledger.PURPOSES

    @property
    def readings(self) -> Path:
        """Give the folder that has one file for each reading."""
        return self.base / "decisions" / "readings"

    @property
    def copies(self) -> Path:
        """Give the folder of the workbooks as they were read, each named by its SHA-256."""
        return self.base / "decisions" / "workbooks"

    def copy(self, sha256: str, name: str) -> Path:
        """Give the path of the copy of a workbook that came by a name."""
        return self.copies / f"{sha256}{Path(name).suffix.lower()}"


def load_decisions(places: Places) -> tuple[Decided, ...]:
    """Read decisions.csv; raises ConfigError naming the lines that are not right."""
    return _ledger(Decided, places.ledger)


def load_purposes(places: Places) -> tuple[PurposeRead, ...]:
    """Read purposes-read.csv; raises ConfigError naming the lines that are not right."""
    return _ledger(PurposeRead, places.purposes)


def load_readings(places: Places) -> tuple[Reading, ...]:
    """Read what became of the rows in every reading so far, the first first."""
    return tuple(_reading(path) for path in sorted(places.readings.glob("*.json")))


def files_since(places: Places, moment: datetime) -> tuple[FileRead, ...]:
    """Give the files that were read after a time, the first first."""
    since = (one for one in load_readings(places) if one.read_at > moment)
    return tuple(file for one in since for file in one.files)


def keep_copy(places: Places, content: bytes, sha256: str, name: str) -> None:
    """Keep a workbook as it was when it was read."""
    write(places.copy(sha256, name), content)


def record(places: Places, reading: Reading, purposes: Sequence[PurposeRead]) -> None:
    """Add the new decisions and purposes to their files, then keep the reading itself.

    A run that is killed in between reads the workbooks again, and finds them recorded.
    """
    _add(Decided, places.ledger, reading.new)
    _add(PurposeRead, places.purposes, purposes)
    if reading.files:
        text = _READING.dump_json(reading, indent=1)
        stamp = reading.read_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        name = f"{stamp}-{hashlib.sha256(text).hexdigest()[:8]}.json"
        write(places.readings / name, text + b"\n")


def save_recorded(folder: Path, recorded: Recorded) -> None:
    """Write what is recorded into a run folder that is being made, if there is anything."""
    if recorded == NOTHING_DECIDED:
        return
    target = folder / "inputs" / "decisions"
    target.mkdir(parents=True)
    lines = ledger.lines(Decided, recorded.decisions, heading=True)
    (target / ledger.DECISIONS).write_bytes(lines.encode("utf-8"))
    readings = _READINGS.dump_json(recorded.readings, indent=1)
    (target / "readings.json").write_bytes(readings + b"\n")
    (target / "earlier.json").write_bytes(_EARLIER.dump_json(recorded.earlier, indent=1) + b"\n")


def load_recorded(folder: Path) -> Recorded:
    """Read what a run folder kept of decisions; nothing where there was nothing."""
    source = folder / "inputs" / "decisions"
    if not source.exists():
        return NOTHING_DECIDED
    try:
        readings = _READINGS.validate_json((source / "readings.json").read_bytes())
        earlier = _EARLIER.validate_json((source / "earlier.json").read_bytes())
    except (OSError, ValueError) as error:
        raise _unreadable(source) from error
    return Recorded(_ledger(Decided, source / ledger.DECISIONS), readings, earlier)


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises ConfigError where its folder cannot be written."""
    partial = path.with_name(f".{path.name}.partial-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        problem = f"{path} cannot be written: {error.strerror}. Close it elsewhere and run again."
        raise ConfigError([problem]) from error


def _add(kind: type[Kept], path: Path, rows: Sequence[Kept]) -> None:
    if rows:
        before = path.read_bytes() if path.exists() else b""
        added = ledger.lines(kind, rows, heading=not before)
        write(path, before + added.encode("utf-8"))


def _ledger(kind: type[Kept], path: Path) -> tuple[Kept, ...]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path) from error
    return ledger.parse(kind, text, path.name)


def _reading(path: Path) -> Reading:
    try:
        return _READING.validate_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> ConfigError:
    return ConfigError([f"{path} cannot be read as the tool wrote it. Put back your copy of it."])


def already_read(readings: Sequence[Reading]) -> Mapping[str, datetime]:
    """Say when each file was read that some reading used, by SHA-256; a refused one may be again.

    Of a file that was read twice the first time counts.
    """
    return {
        file.sha256: reading.read_at
        for reading in reversed(readings)
        for file in reading.files
        if not file.refused
    }
