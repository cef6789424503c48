"""A folder, or one file by itself, as one input of an archive."""

import hashlib
import io
import os
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from connectors.archive_part import Part, fingerprint_file, sha256_of
from connectors.archive_safety import (
    ARCHIVE_SUFFIXES,
    BoundedStream,
    Size,
    check_size,
    check_useful,
    is_junk,
    is_text,
    refuse_special,
    shown,
)
from connectors.collected import InputFile
from connectors.errors import SourceError


def folder_part(path: Path, name: str) -> Part:
    """List the files under a folder, or raise SourceError with the reason it is refused."""
    places = dict(_files(path, name))
    sizes = {member: place.stat().st_size for member, place in places.items()}
    check_useful(sizes, f"The folder {name}")

    def opened(member: str) -> BinaryIO:
        return _open(places[member], f"{member} in {name}")

    return Part(name, sizes, opened, lambda: _fingerprint(places, name))


def file_part(path: Path, name: str) -> Part:
    """Offer one inner file of an export as if it were a folder with this file alone.

    Raises SourceError where it is empty, or is named as an archive, which its bytes are not.
    """
    size = path.stat().st_size
    if not size:
        raise SourceError(f"{name} is empty. Download it again.")
    if path.name.casefold().endswith(ARCHIVE_SUFFIXES):
        raise SourceError(
            f"{name} is no {path.suffix[1:].casefold()} file, whatever its name says; "
            "download it again and give the file as it came."
        )
    member = unicodedata.normalize("NFC", shown(path.name))
    return Part(
        name, {member: size}, lambda _: _open(path, name), lambda: fingerprint_file(path, name)
    )


def _files(top: Path, name: str) -> Iterator[tuple[str, Path]]:
    count = 0
    for place in _walk(top, name):
        count += 1
        check_size(Size(count, 0, 0), name)
        member = unicodedata.normalize("NFC", shown(place.relative_to(top).as_posix()))
        if is_junk(member):
            continue
        if place.is_symlink() or not place.is_file():
            raise refuse_special(member, name)
        yield member, place


def _walk(top: Path, name: str) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise SourceError(
            f"A folder inside {name} cannot be opened ({error.strerror}). "
            "Give yourself the right to read it and run again."
        ) from error

    for folder, folders, files in os.walk(top, onerror=refuse):
        for entry in (*(inner for inner in folders if (Path(folder) / inner).is_symlink()), *files):
            yield Path(folder) / entry


def _open(path: Path, label: str) -> BinaryIO:
    with ExitStack() as stack:
        try:
            source = stack.enter_context(path.open("rb"))
        except OSError as error:
            raise SourceError(
                f"{label} cannot be opened ({error.strerror}). Give yourself the right to read it "
                "and run again."
            ) from error
        limit = path.stat().st_size
        return io.BufferedReader(BoundedStream(source, stack.pop_all(), label, limit))


def _fingerprint(places: dict[str, Path], name: str) -> InputFile:
    # A folder has no bytes of its own: what stands for it are the files that records come from.
    digest, size = hashlib.sha256(), 0
    for member in sorted(filter(is_text, places)):
        with places[member].open("rb") as stream:
            digest.update(f"{sha256_of(stream)}  {member}\n".encode())
        size += places[member].stat().st_size
    return InputFile(name, size, digest.hexdigest())
