"""Raw pages as a platform gave them, kept as they come: the checkpoint of a fetch.

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
from pathlib import Path
from typing import Any

from connectors.errors import SourceError

_SUFFIX = ".jsonl.gz"
_EARLIER = ".earlier" + _SUFFIX
_NAME = re.compile(r"[a-z][a-z_]*\Z", re.ASCII)
_GZIP = zlib.MAX_WBITS | 16


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
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> list[Page]:
        """Give the whole pages of a list, in the order they came; a cut last one is cut off."""
        path = self._path(name, _SUFFIX)
        pages, whole = _pages(path)
        if path.exists() and path.stat().st_size > whole:
            os.truncate(path, whole)
        return pages

    def earlier(self, name: str) -> list[Page]:
        """Give the pages of a list that an earlier run fetched, newest first."""
        return _pages(self._path(name, _EARLIER))[0]

    def add(self, name: str, page: Page) -> None:
        """Keep a page; it is on the disk when this returns."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._path(name, _SUFFIX).open("ab") as stream:
            stream.write(gzip.compress(_line(page), mtime=0))
            stream.flush()
            os.fsync(stream.fileno())

    def has_earlier(self, name: str) -> bool:
        """Tell whether pages of an earlier run have been taken over."""
        return self._path(name, _EARLIER).exists()

    def take_over(self, name: str, last: "PageFolder") -> None:
        """Take over all pages of a list from the last run, whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        target = self._path(name, _EARLIER)
        partial = target.with_suffix(".partial")
        with partial.open("wb") as stream:
            for path in (last._path(name, _SUFFIX), last._path(name, _EARLIER)):
                stream.write(path.read_bytes() if path.exists() else b"")
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(target)

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
    content = path.read_bytes() if path.exists() else b""
    pages, whole = [], 0
    for line, end in _members(content):
        try:
            pages.append(_page(line))
        except (ValueError, KeyError, TypeError) as error:
            raise SourceError(
                f"{path} was changed by hand and cannot be read. Delete it and run again."
            ) from error
        whole = end
    return pages, whole


def _page(line: bytes) -> Page:
    value = json.loads(line.decode("utf-8", "surrogatepass"))
    moment = datetime.fromisoformat(value["fetched_at"])
    return Page(value["cursor"], value["next"], value["body"], moment)


def _members(content: bytes) -> Iterator[tuple[bytes, int]]:
    """Unpack one gzip member after the other, up to the first that is not whole."""
    at = 0
    while at < len(content):
        unpacking = zlib.decompressobj(_GZIP)
        try:
            line = unpacking.decompress(content[at:])
        except zlib.error:
            return
        if not unpacking.eof:
            return
        at = len(content) - len(unpacking.unused_data)
        yield line, at
