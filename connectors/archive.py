"""Safe reading of an export: zips, tars, folders and single files, without unpacking them.

Nothing is written to disk and only the members asked for are read, so an archive with many
gigabytes of pictures costs no more than its list of names.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from connectors.archive_folder import file_part, folder_part
from connectors.archive_part import Part
from connectors.archive_safety import shown
from connectors.archive_tar import GZIP_MAGIC, is_tar, tar_part
from connectors.archive_zip import ZIP_MAGICS, zip_part
from connectors.collected import InputFile
from connectors.errors import SourceError

DEFAULT_READ_LIMIT = 64 * 2**20
_APOSTROPHES = str.maketrans({"'": "_", "’": "_", "‘": "_"})
_OTHER_PACKERS = {
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!": "RAR",
    b"BZh": "bzip2",
    b"\xfd7zXZ\x00": "xz",
}


@dataclass(frozen=True)
class Member:
    """One file inside: its path with /, the input it lies in, and its size in bytes."""

    name: str
    part: str
    size: int

    @property
    def label(self) -> str:
        """Name the file and its input, for a message."""
        return self.name if self.name == self.part else f"{self.name} in {self.part}"


class Archive:
    """One export, from one input or several, as a list of members that can be opened."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = {part.name: part for part in parts}
        self.members: tuple[Member, ...] = tuple(
            Member(name, part.name, part.sizes[name])
            for part in parts
            for name in sorted(part.sizes, key=_natural)
        )

    @cached_property
    def inputs(self) -> tuple[InputFile, ...]:
        """The inputs with size and SHA-256.

        For a folder, the bytes and the SHA-256 of ``sha256sum``-style lines (hash, two spaces,
        path, line feed; sorted by path) of its text files alone; pictures and films are left out.
        """
        return tuple(part.fingerprint() for part in self._parts.values())

    def find(self, pattern: str) -> tuple[Member, ...]:
        """Give the members whose path ends with the pattern, beginning at a path segment.

        Capitals do not count, ``'``, ``’`` and ``_`` are alike, and numbered parts come in
        order: ``tweets.js``, ``tweets-part2.js``, ``tweets-part10.js``.
        """
        wanted = re.compile(rf"(?:^|/)(?:{pattern.translate(_APOSTROPHES)})\Z", re.IGNORECASE)
        return tuple(member for member in self.members if wanted.search(_folded(member.name)))

    def open(self, member: Member) -> BinaryIO:
        """Open a member for reading, as a context manager; damage raises SourceError."""
        return self._parts[member.part].open(member.name)

    def read(self, member: Member, limit: int = DEFAULT_READ_LIMIT) -> bytes:
        """Give a whole member, or raise SourceError if it is larger than the limit in bytes."""
        if member.size > limit:
            raise SourceError(
                f"{shown(member.label)} has {member.size:,} bytes, more than the {limit:,} that "
                "such a file may have."
            )
        with self.open(member) as stream:
            # Asking for so many bytes, not for all, reads them into one place at once.
            return stream.read(member.size + 1) + stream.read()

    def head(self, member: Member, size: int = 256) -> bytes:
        """Give the first bytes of a member."""
        with self.open(member) as stream:
            return stream.read(size)


def open_archive(paths: Sequence[Path]) -> Archive:
    """Open one export: a zip, a tar, a folder or one inner file, or several that belong together.

    What a path is, its content decides, not its name. Raises SourceError, with one sentence,
    for anything that is missing, cut short, unsafe or no export at all.
    """
    if not paths:
        raise SourceError("No file or folder was given to read.")
    for path in paths:
        if not path.exists():
            raise SourceError(f"There is no file or folder at {path}. Check the path.")
    resolved = [path.resolve() for path in paths]
    for path in resolved:
        if resolved.count(path) > 1:
            raise SourceError(f"{shown(path.name)} is given twice. Name each input once.")
    return Archive([_part(path, name) for path, name in zip(paths, _names(resolved), strict=True)])


def _part(path: Path, name: str) -> Part:
    try:
        return _kind(path, name)(path, name)
    except OSError as error:
        raise SourceError(f"{name} cannot be opened ({error.strerror}). Check the file.") from error


def _kind(path: Path, name: str) -> Callable[[Path, str], Part]:
    if path.is_dir():
        return folder_part
    if not path.is_file():
        raise SourceError(f"{name} is neither a file nor a folder.")
    with path.open("rb") as stream:
        head = stream.read(512)
    if head.startswith(ZIP_MAGICS):
        return zip_part
    if head.startswith(GZIP_MAGIC) or is_tar(head):
        return tar_part
    for magic, packer in _OTHER_PACKERS.items():
        if head.startswith(magic):
            raise SourceError(f"{name} is packed with {packer}. Unpack it and give the folder.")
    return file_part


def _names(paths: Sequence[Path]) -> Iterable[str]:
    """Name each input by the end of its path, as short as keeps them apart."""
    longest = max(len(path.parts) for path in paths)
    for depth in range(1, longest + 1):
        names = [shown("/".join(path.parts[-depth:])) for path in paths]
        if len(set(names)) == len(names):
            return names
    raise SourceError("Two inputs have the same name. Rename one of them.")


def _folded(name: str) -> str:
    return name.translate(_APOSTROPHES)


def _natural(name: str) -> tuple[str, str]:
    stem = name.casefold().rpartition(".")[0] or name.casefold()
    return re.sub(r"\d+", lambda digits: digits.group().zfill(20), stem), name
