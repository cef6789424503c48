"""The JSON files of Meta's exports (Facebook, Instagram, Threads), record by record.

A file holds a list, or an object with the list under a key such as ``following_v3``. In place of
a list there may be ``null``, ``{}`` or one bare object. Texts are repaired here, once
(meta_text.py); times are seconds since 1970 in UTC.
"""

import codecs
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from connectors.archive import Archive, Member
from connectors.errors import SourceError
from connectors.exports.meta_text import repair

_PIECE = 2**20
_LONGEST_RECORD = 64 * 2**20
_SPACE = re.compile(r"[ \t\r\n]*")
_AFTER_A_VALUE = frozenset(" \t\r\n,:]}")
_DECODER = json.JSONDecoder()
# Facebook began in February 2004: an earlier time is a mistake, as is one far ahead.
_EARLIEST, _LATEST = 1_075_600_000, 4_102_444_800


def records(archive: Archive, member: Member, key: str) -> Iterator[Any]:
    """Give the records of a file, with its texts repaired; memory holds a few at a time.

    ``key`` is a pattern for the key under which the list may lie. An object without such a key
    is one record. Raises SourceError, naming the file, where it is cut short or no JSON; the
    records before the damage have been given by then.
    """
    try:
        with archive.open(member) as stream:
            yield from _records(Reader(stream), re.compile(key, re.IGNORECASE))
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"{member.label} cannot be read: it is cut short or was changed by hand. "
            "Download the export again."
        ) from error


def listed(value: Any) -> list[Any]:
    """Give a list as it is, nothing for ``null`` and ``{}``, and anything else as its one item."""
    if isinstance(value, list):
        return value
    return [] if value is None or value == {} else [value]


def objects(value: Any) -> list[dict[str, Any]]:
    """Give the objects of a list that may be written in any of Meta's ways."""
    return [item for item in listed(value) if isinstance(item, dict)]


def text_in(record: dict[str, Any], key: str) -> str:
    """Give the text under a key without space around it, or an empty text."""
    value = record.get(key)
    return value.strip() if isinstance(value, str) else ""


def epoch(value: Any) -> datetime | None:
    """Read seconds since 1970, as a number or as text, as UTC; None if it cannot be right."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = int(value)
    except (ValueError, OverflowError):
        return None
    if not _EARLIEST <= seconds <= _LATEST:
        return None
    return datetime.fromtimestamp(seconds, UTC)


class Reader:
    """A JSON text read piece by piece: the part at hand, and the place reached in it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text = ""
        self._at = 0
        self._ended = False

    def next(self) -> str:
        """Give the next character that is no space without going past it; empty at the end."""
        while True:
            match = _SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._read_on()

    def take(self, *wanted: str) -> str:
        """Go past the next character, which must be one of those wanted, and give it."""
        found = self.next()
        if found not in wanted or not found:
            raise ValueError("not the character that JSON has here")
        self._at += 1
        return found

    def value(self) -> Any:
        """Read one whole value, with its texts repaired."""
        self.next()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except ValueError:
                if self._ended:
                    raise
            else:
                # A number cut where the piece ends, such as 1. of 1.5, goes on in the next.
                if self._text[end : end + 1] in _AFTER_A_VALUE or self._ended:
                    start, self._at = self._at, end
                    return repair(value) if self._is_written_in_bytes(start, end) else value
            self._read_on()

    def _is_written_in_bytes(self, start: int, end: int) -> bool:
        return not self._text.isascii() or self._text.find("\\u00", start, end) >= 0

    def _read_on(self) -> None:
        if len(self._text) - self._at > _LONGEST_RECORD:
            raise ValueError("a value longer than any record")
        # Reading as much as is at hand keeps the work in proportion where one value is long.
        piece = self._stream.read(max(_PIECE, len(self._text) - self._at))
        self._ended = not piece
        self._text = self._text[self._at :] + self._decoder.decode(piece, final=self._ended)
        self._at = 0


def _records(reader: Reader, key: re.Pattern[str]) -> Iterator[Any]:
    if reader.next() == "{":
        yield from _under_key(reader, key)
    elif reader.next() == "[":
        yield from _items(reader)
    else:
        yield from listed(reader.value())
    if reader.next():
        raise ValueError("more than one value")


def _under_key(reader: Reader, key: re.Pattern[str]) -> Iterator[Any]:
    others: dict[str, Any] = {}
    found = False
    for _ in until(reader, "{", "}"):
        name = reader.value()
        if not isinstance(name, str):
            raise ValueError("a key that is no text")
        reader.take(":")
        if key.fullmatch(name):
            found = True
            yield from _items(reader) if reader.next() == "[" else listed(reader.value())
        else:
            others[name] = reader.value()
    if others and not found:
        yield others


def _items(reader: Reader) -> Iterator[Any]:
    for _ in until(reader, "[", "]"):
        yield reader.value()


def until(reader: Reader, opening: str, closing: str) -> Iterator[None]:
    """Give a turn to read each item between two brackets."""
    reader.take(opening)
    if reader.next() == closing:
        reader.take(closing)
        return
    yield
    while reader.take(",", closing) == ",":
        yield
