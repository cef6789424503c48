"""Parts workbooks into new ones, which are to be read, and those that some reading used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from audit.decisions.model import Reading
from audit.period import new_zealand_day
from audit.review.words import day
from audit.run.returned import kept
from connectors.errors import ConfigError


@dataclass(frozen=True)
class Found:
    """The workbooks there are: new ones by SHA-256, and a sentence about each of the others."""

    fresh: Mapping[str, Path]
    contents: Mapping[str, bytes]
    again: tuple[str, ...]

    @classmethod
    def of(cls, paths: Sequence[Path], before: Sequence[Reading]) -> "Found":
        """Part the workbooks by whether some reading used them; raises ConfigError."""
        known = kept.already_read(before)
        contents = {path: _content(path) for path in paths}
        digests = {path: sha256(content).hexdigest() for path, content in contents.items()}
        fresh = {digest: path for path, digest in reversed(digests.items()) if digest not in known}
        again = [_again(path, known[digest]) for path, digest in digests.items() if digest in known]
        return cls(fresh, {digest: contents[path] for digest, path in fresh.items()}, tuple(again))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError([f"{path} cannot be read: {error.strerror}."]) from error


def _again(path: Path, when: datetime) -> str:
    """Say of a file that was read before when that was, and that nothing comes of it now."""
    read_on = day(new_zealand_day(when))
    return f"{path.name}: it was read before, on {read_on}, and has not changed since."
