"""The slogans that an agency has its own posts screened for: a text file, one slogan a line."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.review.model import RegisterFile
from connectors.errors import ConfigError


@dataclass(frozen=True)
class Slogans:
    """The slogans as written, and the files they are from."""

    texts: tuple[str, ...] = ()
    files: tuple[RegisterFile, ...] = ()


NO_SLOGANS = Slogans()


def load(paths: Sequence[Path]) -> Slogans:
    """Read the files; raises ConfigError with every problem, each with its file."""
    problems: list[str] = []
    texts: list[str] = []
    used: list[RegisterFile] = []
    for path in paths:
        try:
            content = path.read_bytes()
            lines = [line.strip() for line in content.decode("utf-8-sig").splitlines()]
        except OSError as error:
            problems.append(f"{path.name} cannot be read: {error.strerror}.")
            continue
        except UnicodeDecodeError:
            problems.append(f"{path.name} is not UTF-8 text. Save it as UTF-8 and run again.")
            continue
        texts += filter(None, lines)
        digest = hashlib.sha256(content).hexdigest()
        used.append(RegisterFile(f"slogans/{path.name}", "", digest, sum(map(bool, lines))))
    if problems:
        raise ConfigError(problems)
    return Slogans(tuple(dict.fromkeys(texts)), tuple(used))
