"""Reads the files that an agency holds of lists that others make."""

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from audit.review.model import RegisterFile
from audit.sources.held.registry import HELD
from audit.sources.lists import FlaggedList, of_one, together
from connectors.errors import ConfigError, SourceError

_DAY = re.compile(r"(20[0-9]{2})-?([01][0-9])-?([0-3][0-9])")


def load(files: Sequence[tuple[str, Path]], today: date) -> FlaggedList:
    """Read the files, each given with the name of its list.

    Raises one ConfigError that names every file that cannot be read, is no such list or has no day.
    """
    problems: list[str] = []
    parts: list[FlaggedList] = []
    for name, path in files:
        try:
            parts.append(_load(name, path, today))
        except SourceError as error:
            problems.append(f"[sources.files], {name}: {path.name}: {error}")
    if problems:
        raise ConfigError(problems)
    return together(FlaggedList.nothing(today), *parts)


def _load(name: str, path: Path, today: date) -> FlaggedList:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(f"it cannot be read: {error.strerror}.") from error
    one = HELD[name]
    found = one.read([content])
    as_at = day_in(path.name) or found.dated
    if as_at is None:
        example = f"{path.stem}-{today.isoformat()}{path.suffix}"
        raise SourceError(f"no day is known of it. Write the day into its name: {example}.")
    digest = hashlib.sha256(content).hexdigest()
    file = RegisterFile(f"files/{path.name}", as_at.isoformat(), digest, len(found.rows))
    return of_one(one, found, file, path.name, today)


def day_in(name: str) -> date | None:
    """Give the first day written in a file's name: 2026-09-01 or 20260901."""
    for match in _DAY.finditer(name):
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            continue
    return None
