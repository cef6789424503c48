"""Public lists as they were fetched: a folder for each, its answers beside a note of the fetch.

Nothing is fetched here. ``fetched.json`` has the time, and of each answer its name, address and
SHA-256, so that a copy that was changed by hand is found out.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from audit.review.model import RegisterFile
from audit.sources.lists import FlaggedList, of_one, together
from audit.sources.public.base import SourceList
from audit.sources.public.registry import PUBLIC
from connectors.errors import ConfigError, SourceError

NOTE = "fetched.json"


@dataclass(frozen=True)
class Answer:
    """One answer of a list's address: its file name, where it came from, and its bytes."""

    name: str
    address: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Give the hash of the bytes."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Cached:
    """A list as it lies in the cache: its answers in order, and when they were fetched."""

    list: SourceList
    answers: tuple[Answer, ...]
    fetched_at: datetime

    @property
    def as_at(self) -> date:
        """Give the day the list stands for: its own where it is known, else that of the fetch."""
        return self.list.dated or self.fetched_at.date()

    @property
    def sha256(self) -> str:
        """Give the hash of the one answer, or of the hashes of several."""
        if len(self.answers) == 1:
            return self.answers[0].sha256
        joined = "\n".join(answer.sha256 for answer in self.answers)
        return hashlib.sha256(joined.encode()).hexdigest()


def load(folders: Sequence[Path], today: date) -> FlaggedList:
    """Read the lists whose folders are given, named as the lists are.

    Raises one ConfigError that names every list that is not there, was changed or is another.
    """
    problems: list[str] = []
    parts: list[FlaggedList] = []
    for folder in folders:
        try:
            parts.append(rows_of(read(folder, PUBLIC[folder.name]), today))
        except (ConfigError, SourceError) as error:
            problems.append(str(error))
    if problems:
        raise ConfigError(problems)
    return together(FlaggedList.nothing(today), *parts)


def rows_of(cached: Cached, today: date) -> FlaggedList:
    """Read the rows of one cached list; raises SourceError where it is no such list."""
    one = cached.list
    found = one.read([answer.content for answer in cached.answers])
    as_at = cached.as_at.isoformat()
    file = RegisterFile(f"lists/{one.id}", as_at, cached.sha256, len(found.rows))
    return of_one(one, found, file, f"{one.id}/{cached.answers[0].name}", today)


def read(folder: Path, one: SourceList) -> Cached:
    """Read a list from its folder; raises ConfigError where it is not there or was changed."""
    try:
        note = json.loads((folder / NOTE).read_bytes())
        answers = tuple(
            Answer(file["name"], file["address"], (folder / file["name"]).read_bytes())
            for file in note["files"]
        )
        fetched_at = datetime.fromisoformat(note["fetched_at"])
        pairs = zip(answers, note["files"], strict=True)
        changed = [answer.name for answer, file in pairs if answer.sha256 != file["sha256"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        problem = f"The list {one.id} has not been fetched, or its copy in {folder} is damaged."
        raise ConfigError([f"{problem} Run: follow-audit sources update {one.id}"]) from error
    if changed:
        problem = f"{folder / changed[0]} was changed since it was fetched."
        raise ConfigError([f"{problem} Run: follow-audit sources update {one.id}"])
    return Cached(one, answers, fetched_at)


def written(cached: Cached) -> dict[str, bytes]:
    """Give the files of a list's folder, by name."""
    note = {
        "list": cached.list.id,
        "title": cached.list.title,
        "licence": cached.list.licence,
        "fetched_at": cached.fetched_at.astimezone(UTC).isoformat(timespec="seconds"),
        "files": [
            {"name": one.name, "address": one.address, "sha256": one.sha256}
            for one in cached.answers
        ],
    }
    text = json.dumps(note, ensure_ascii=False, indent=1) + "\n"
    return {**{one.name: one.content for one in cached.answers}, NOTE: text.encode()}
