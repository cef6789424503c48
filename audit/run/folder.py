"""The run folder: whole or absent, never changed afterwards."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from audit.run import manifest
from connectors.errors import ConfigError


def next_name(output: Path, period_id: str) -> str:
    """Give the name of the next run folder of a period: 2026-Q3, then 2026-Q3-2, 2026-Q3-3 …."""
    taken = {path.name for path in output.iterdir()} if output.is_dir() else set()
    if period_id not in taken:
        return period_id
    number = 2
    while f"{period_id}-{number}" in taken:
        number += 1
    return f"{period_id}-{number}"


def runs(output: Path) -> list[Path]:
    """List the whole run folders of an output folder, oldest name first."""
    found = output.iterdir() if output.is_dir() else ()
    return sorted(path for path in found if (path / manifest.NAME).is_file() and _is_run(path.name))


@contextmanager
def new(output: Path, name: str) -> Iterator[Path]:
    """Make a run folder: give it under a temporary name to fill, add its manifest, then rename it.

    Raises ConfigError where the output folder cannot be written; leaves nothing half made.
    """
    partial = output / f".partial-{name}-{os.getpid()}"
    try:
        partial.mkdir(parents=True)
        try:
            yield partial
            text = manifest.manifest(partial)
            (partial / manifest.NAME).write_bytes(text.encode("utf-8"))
            _sync(partial)
            partial.rename(output / name)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise cannot_write(output / name, error) from error


def refuse_inside(run: Path, target: Path) -> None:
    """Raise ConfigError where a folder to be written lies in a run folder, or is one."""
    if target.resolve().is_relative_to(run.resolve()):
        raise ConfigError([f"{target} is inside the run folder, which is never changed."])


def cannot_write(place: Path, error: OSError) -> ConfigError:
    """Say that a place of the output cannot be written, and what to do."""
    problem = f"{place} cannot be written: {error.strerror}."
    return ConfigError([f"{problem} Make room or choose another [review] output."])


def _is_run(name: str) -> bool:
    return re.fullmatch(r"\d{4}-(Q[1-4]|\d{2}-\d{2})(-\d+)?", name) is not None


def _sync(folder: Path) -> None:
    """Have the disk hold every file before the folder gets its name."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as stream:
                os.fsync(stream.fileno())
