"""What an archive may hold and how much of it is read: limits, safe names, bounded streams."""

import io
import re
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import IO

from connectors.errors import SourceError

MAX_MEMBERS = 500_000
MAX_MEMBER_BYTES = 8 * 2**30
# JSON packs 10 to 30 times; deflate cannot pack more than 1,032 times.
MAX_RATIO = 250
RATIO_COUNTS_FROM = 64 * 2**20

TEXT_SUFFIXES = (".js", ".json", ".csv", ".txt", ".html", ".htm", ".car")
ARCHIVE_SUFFIXES = (".zip", ".tar", ".tgz", ".gz", ".7z", ".rar", ".bz2", ".xz")
READ_ERRORS = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError)

_JUNK = frozenset({"__macosx", ".ds_store", "thumbs.db", "desktop.ini"})
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True)
class Size:
    """How large a set of files is: their number, their bytes unpacked and packed."""

    members: int
    unpacked: int
    packed: int


def is_text(name: str) -> bool:
    """Tell whether a file name is of a kind that exports keep their records in."""
    return name.casefold().endswith(TEXT_SUFFIXES)


def shown(name: str) -> str:
    """Give a name that is safe to print: without control characters and broken Unicode."""
    whole = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in whole)


def is_junk(name: str) -> bool:
    """Tell whether the operating system, not the platform, put this file there."""
    segments = name.casefold().split("/")
    return any(segment in _JUNK for segment in segments) or segments[-1].startswith("._")


def safe_name(raw: str, source: str) -> str:
    """Give a member's path with / between segments, in NFC, or refuse one that leads outside."""
    path = raw.replace("\\", "/")
    segments = path.split("/")
    if path.startswith("/") or _DRIVE.match(path) or ".." in segments:
        raise SourceError(
            f"{source} holds a file whose path leads outside the archive ({shown(raw)}). "
            "It was not made by the platform; download the export again."
        )
    kept = "/".join(segment for segment in segments if segment not in ("", "."))
    return unicodedata.normalize("NFC", shown(kept))


def refuse_special(raw: str, source: str) -> SourceError:
    """Make the error for a link, a device or anything else that is not an ordinary file."""
    return SourceError(
        f"{source} holds {shown(raw)}, which is a link or another special file. "
        "Exports hold ordinary files only; download the export again."
    )


def check_size(size: Size, source: str) -> None:
    """Refuse too many files, or files that unpack to far more than any export does."""
    if size.members > MAX_MEMBERS:
        raise SourceError(
            f"{source} holds more than {MAX_MEMBERS:,} files, more than any export. "
            "Give the export itself, not a folder or archive around it."
        )
    if size.unpacked > RATIO_COUNTS_FROM and size.unpacked > MAX_RATIO * max(size.packed, 1):
        raise SourceError(
            f"{source} unpacks to {size.unpacked:,} bytes, more than {MAX_RATIO} times its size. "
            "No export does that; it was not opened."
        )


def check_useful(sizes: Mapping[str, int], source: str) -> None:
    """Refuse an input with nothing in it, or with nothing in it but further archives."""
    if not sizes:
        raise SourceError(f"{source} is empty: there is no file in it.")
    inner = sorted(name for name in sizes if name.casefold().endswith(ARCHIVE_SUFFIXES))
    if inner and not any(is_text(name) for name in sizes):
        raise SourceError(
            f"{source} holds another archive, {inner[0]}, in place of the export's own files. "
            "Unpack it once and give the inner file."
        )


def damaged(source: str) -> SourceError:
    """Make the error for a file that ends early or does not match its own checksum."""
    return SourceError(
        f"{source} is cut short or damaged. Download it again, or make a new export, "
        "and give the whole file."
    )


class BoundedStream(io.RawIOBase):
    """A read-only stream that stops at a limit and turns read errors into SourceError."""

    def __init__(self, source: IO[bytes], held: ExitStack, name: str, limit: int) -> None:
        self._source = source
        self._held = held
        self._name = name
        self._left = min(limit, MAX_MEMBER_BYTES)

    def readable(self) -> bool:
        """Say that this stream can be read."""
        return True

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        """Fill the buffer; raise SourceError for damage or for more bytes than the limit."""
        try:
            chunk = self._source.read(len(buffer))
        except READ_ERRORS as error:
            raise damaged(self._name) from error
        self._left -= len(chunk)
        if self._left < 0:
            raise SourceError(f"{self._name} holds more bytes than it may; it was not read on.")
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        """Close the member and the archive around it."""
        if not self.closed:
            self._held.close()
        super().close()
