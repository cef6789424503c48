"""Runs several agencies, each by itself, and makes the report over all of them."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from audit import config
from audit.config import Loaded
from audit.fleet.model import NotHere
from audit.fleet.names import same_agency
from audit.run import make
from audit.run.fleet.found import Found
from audit.run.fleet.write import MadeFleet, write
from audit.run.outside import Outside
from audit.run.produce import Printing
from connectors.errors import ConfigError, FollowAuditError, SourceError

Notify = Callable[[str], None]
_Failures = dict[Path, FollowAuditError]


def run_several(
    paths: Sequence[Path],
    period: str,
    now: datetime,
    output: Path,
    notify: Notify,
    outside: Outside,
    printing: Printing | None = None,
) -> MadeFleet:
    """Run each agency by itself, then make the report over those whose review was made.

    One that fails costs no other, and is named in the report. Raises ConfigError where one agency,
    or one output folder, is in two configurations, and where no review at all was made.
    """
    failed: _Failures = {}
    loaded = dict(_load(paths, failed))
    _refuse_twice(loaded)
    found: list[Found] = []
    for path, one in loaded.items():
        name = one.config.agency.name
        notify(f"{name}: beginning its review")
        try:
            made = make.run(one, period, now, notify, outside, printing)
        except FollowAuditError as error:
            failed[path] = error
            notify(f"{name}: no review was made. {error}")
        else:
            notify(f"{name}: its review is in {made.folder}")
            found.append(Found(made.folder, _near(made.folder, output), made.review))
    if not found:
        raise _none_made(failed)
    notify("Writing the workbook and the page over all agencies")
    return write(found, _not_here(failed, loaded), (), output, printing)


def _load(paths: Sequence[Path], failed: _Failures) -> Iterator[tuple[Path, Loaded]]:
    for path in paths:
        try:
            yield path, config.load(path)
        except ConfigError as error:
            failed[path] = error


def _refuse_twice(loaded: Mapping[Path, Loaded]) -> None:
    """Refuse one agency in two configurations, whose runs would follow on each other."""
    agencies: dict[str, Path] = {}
    outputs: dict[Path, Path] = {}
    problems: list[str] = []
    for path, one in loaded.items():
        name = one.config.agency.name
        other = agencies.setdefault(same_agency(name), path)
        if other is not path:
            problems.append(f"{other} and {path} are both of {name}. Name each agency once.")
            continue
        output = one.path(one.config.review.output).resolve()
        other = outputs.setdefault(output, path)
        if other is not path:
            both = f"{other} and {path} write their runs to one folder, {output}."
            problems.append(f"{both} Give each agency an [review] output of its own.")
    if problems:
        raise ConfigError(problems)


def _none_made(failed: _Failures) -> FollowAuditError:
    said = [f"{path}: {_words(error)}" for path, error in failed.items()]
    problems = ["No agency's review was made.", *said]
    if all(isinstance(error, ConfigError) for error in failed.values()):
        return ConfigError(problems)
    return SourceError("\n".join(problems))


def _not_here(failed: _Failures, loaded: Mapping[Path, Loaded]) -> list[NotHere]:
    names = {path: one.config.agency.name for path, one in loaded.items()}
    return [
        NotHere(names.get(path, path.name), path.as_posix(), f"No review was made. {_words(error)}")
        for path, error in failed.items()
    ]


def _words(error: FollowAuditError) -> str:
    return " ".join(str(error).split("\n"))


def _near(folder: Path, output: Path) -> str:
    """Name a run folder as seen from the report over all, or whole on another drive."""
    try:
        return Path(os.path.relpath(folder, output)).as_posix()
    except ValueError:
        return folder.as_posix()
