"""One input of an archive: its files, how to open one, and its fingerprint."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from connectors.collected import InputFile


@dataclass(frozen=True)
class Part:
    """A zip, a tar, a folder or a file: ``sizes`` maps each path inside to its bytes."""

    name: str
    sizes: Mapping[str, int]
    open: Callable[[str], BinaryIO]
    fingerprint: Callable[[], InputFile]


def sha256_of(stream: BinaryIO) -> str:
    """Give the SHA-256 of what is left of a stream, in hexadecimal, read piece by piece."""
    digest = hashlib.sha256()
    for piece in pieces(stream):
        digest.update(piece)
    return digest.hexdigest()


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Give what is left of a stream, as much at a time as makes reading quick."""
    return iter(lambda: stream.read(2**20), b"")


def fingerprint_file(path: Path, name: str) -> InputFile:
    """Give the size and SHA-256 of one file, as sha256sum gives it."""
    with path.open("rb") as stream:
        return InputFile(name, path.stat().st_size, sha256_of(stream))
