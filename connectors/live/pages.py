"""Pages with what a platform gave of a list, kept as they come: the checkpoint of a fetch.

One file for each list: JSON lines, each page a gzip member of its own. A process that is killed
leaves whole pages and at most one cut one, which is dropped when the file is read again.
"""

import gzip
import json
import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from connectors.errors import SourceError

_SUFFIX = ".jsonl.gz"
_EARLIER = ".earlier" + _SUFFIX
_NAME = re.compile(r"[a-z][a-z_]*\Z", re.ASCII)
_GZIP = zlib.MAX_WBITS | 16
_PIECE = 1 << 16


@dataclass(frozen=True)
class Page:
    """One answer: the cursor it was asked with, the next one (empty at the end), and its body."""

    cursor: str
    next: str
    body: Any
    fetched_at: datetime


class PageFolder:
    """The pages of one own account, a file for each list.

    ``read`` gives the pages fetched for this run, ``earlier`` those taken over from an earlier one.
    Reading changes nothing: what a killed process left half-written is cut off by the next ``add``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ends: dict[str, int] = {}

    def read(self, name: str) -> list[Page]:
        """Give the whole pages of a list, in the order they came."""
        pages, self._ends[name] = _pages(self._path(name, _SUFFIX))
        return pages

    def earlier(self, name: str) -> list[Page]:
        """Give the pages of a list that an earlier run fetched, newest first."""
        return _pages(self._path(name, _EARLIER))[0]

    def add(self, name: str, page: Page) -> None:
        """Keep a page; it is on the disk when this returns."""
        if name not in self._ends:
            self.read(name)
        self._folder.mkdir(parents=True, exist_ok=True)
        line = gzip.compress(_line(page), mtime=0)
        with self._path(name, _SUFFIX).open("ab") as stream:
            stream.truncate(self._ends[name])
            stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())
        self._ends[name] += len(line)

    def has_earlier(self, name: str) -> bool:
        """Tell whether pages of an earlier run have been taken over."""
        return self._path(name, _EARLIER).exists()

    def take_over(self, name: str, last: "PageFolder") -> None:
        """Take over all pages of a list from the last run, whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        target = self._path(name, _EARLIER)
        partial = target.with_suffix(".partial")
        with partial.open("wb") as stream:
            for page in (*last.read(name), *last.earlier(name)):
                stream.write(gzip.compress(_line(page), mtime=0))
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(target)

    def begun(self) -> datetime | None:
        """Give the time of the first page fetched for this run, None where there is none."""
        own = (path for path in self.files() if not path.name.endswith(_EARLIER))
        first = (page for path in own for page in islice(_read(path), 1))
        return min((page.fetched_at for page, _ in first), default=None)

    def place(self, name: str) -> str:
        """Name the file of a list for a message."""
        return f"{self.name}/{self._path(name, _SUFFIX).name}"

    @property
    def name(self) -> str:
        """Name the folder, as it is called here and in a run folder."""
        return self._folder.name

    def files(self) -> list[Path]:
        """List the files of pages, by name."""
        return sorted(self._folder.glob(f"*{_SUFFIX}"))

    def _path(self, name: str, suffix: str) -> Path:
        if not _NAME.match(name):
            raise AssertionError(f"{name} is no name of a list")
        return self._folder / f"{name}{suffix}"


def _line(page: Page) -> bytes:
    value = {
        "cursor": page.cursor,
        "next": page.next,
        "fetched_at": page.fetched_at.astimezone(UTC).isoformat(),
        "body": page.body,
    }
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )
        + b"\n"
    )


def _pages(path: Path) -> tuple[list[Page], int]:
    """Read whole pages, and give where in the file the last of them ends."""
    read = list(_read(path))
    return [page for page, _ in read], read[-1][1] if read else 0


def _read(path: Path) -> Iterator[tuple[Page, int]]:
    """Read one whole page after the other, each with where in the file it ends."""
    for line, end in _members(path.read_bytes() if path.exists() else b""):
        try:
            page = _page(line)
        except (ValueError, KeyError, TypeError) as error:
            raise SourceError(
                f"{path} was changed by hand and cannot be read. Delete it and run again."
            ) from error
        yield page, end


def _page(line: bytes) -> Page:
    value = json.loads(line.decode("utf-8", "surrogatepass"))
    moment = datetime.fromisoformat(value["fetched_at"])
    return Page(value["cursor"], value["next"], value["body"], moment)


def _members(content: bytes) -> Iterator[tuple[bytes, int]]:
    """Unpack one gzip member after the other, up to the first that is not whole."""
    view, at = memoryview(content), 0
    while at < len(content):
        unpacking = zlib.decompressobj(_GZIP)
        line = bytearray()
        try:
            while at < len(content) and not unpacking.eof:
                piece = view[at : at + _PIECE]
                line += unpacking.decompress(piece)
                at += len(piece)
        except zlib.error:
            return
        if not unpacking.eof:
            return
        at -= len(unpacking.unused_data)
        yield bytes(line), at
