"""Finds the run folders below a folder; a damaged one is named and costs no other."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audit.fleet.model import NotHere
from audit.review.kept import review_of
from audit.review.model import Review
from audit.run import keep, manifest
from audit.run.produce import report_files
from connectors.errors import ConfigError, SourceError

_MARKS = ("review.json", "run.json")


@dataclass(frozen=True)
class Found:
    """A whole run folder, how it is called in the report, and the review in it."""

    folder: Path
    run: str
    review: Review


def found_below(folder: Path) -> tuple[list[Found], list[NotHere]]:
    """Read every run folder below a folder, in the order of their paths, and name damaged ones.

    Folders whose name begins with a dot are not looked into. Raises ConfigError where there is
    no such folder, or no run folder in it.
    """
    if not folder.is_dir():
        raise ConfigError([f"{folder} is no folder. Name the one that holds the run folders."])
    found: list[Found] = []
    damaged: list[NotHere] = []
    for place in _run_folders(folder, damaged):
        run = place.relative_to(folder).as_posix()
        try:
            found.append(read(place, run))
        except SourceError as error:
            damaged.append(NotHere(place.name, run, f"The run folder cannot be used: {error}"))
    if not found and not damaged:
        problem = f"No run folder lies below {folder}."
        raise ConfigError([f"{problem} Name a folder that holds the agencies' run folders."])
    return found, damaged


def read(folder: Path, run: str) -> Found:
    """Read the review of a run folder whose report files are as they were made.

    Raises SourceError where they are not, or where it is no whole run folder.
    """
    review = review_of(keep.read_json(folder / "review.json"))
    _check(folder, ("review.json", report_files(review.period)[1]))
    return Found(folder, run, review)


def _check(folder: Path, names: tuple[str, ...]) -> None:
    """Compare what is read of a run folder with its manifest."""
    if not (folder / manifest.NAME).is_file():
        raise SourceError(
            f"it has no {manifest.NAME}, as if copied in part, or it is a report made again."
        )
    try:
        wanted = manifest.entries((folder / manifest.NAME).read_text(encoding="utf-8"))
        for name in names:
            if manifest.sha256(folder / name) != wanted.get(name):
                raise SourceError(f"{name} is not as it was made.")
    except UnicodeDecodeError as error:
        raise SourceError(f"{manifest.NAME} is not as it was made.") from error
    except OSError as error:
        raise SourceError(f"{Path(error.filename).name} cannot be read.") from error


def _run_folders(top: Path, damaged: list[NotHere]) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        where = Path(error.filename).relative_to(top).as_posix()
        damaged.append(NotHere(where, where, f"The folder cannot be opened: {error.strerror}."))

    for path, folders, files in os.walk(top, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if set(_MARKS) & set(files):
            folders.clear()
            yield Path(path)
