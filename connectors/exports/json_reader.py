"""A JSON text read piece by piece: value by value, or many items of a list at a time.

Memory holds a few megabytes of it. What stands before a damage is given before the error.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

import orjson

_PIECE = 1 * 2**20
_LONGEST_RECORD = 64 * 2**20
_SPACE = re.compile(rb"[ \t\r\n]*")
_AFTER_A_VALUE = frozenset(b" \t\r\n,:]}")
_DECODER = json.JSONDecoder()
_WINDOW = 4_096
_LUMP = _PIECE
_SMALLEST_LUMP = 1_024
# From the last sign of an item to the first of the next, with the first key of an object.
_JOINT = re.compile(rb'[}"]\s*,\s*(?:"|\{\s*"[^"\\]{1,60}"\s*:)')


class Mend(NamedTuple):
    """How texts are mended: in a value that was read, or in JSON not read yet.

    ``written`` gives None where that cannot be done, and each value has to be looked at.
    """

    value: Callable[[Any], Any]
    written: Callable[[bytes], bytes | None]


class Reader:
    """The part of a JSON text at hand, and the place reached in it, with its texts mended."""

    def __init__(self, stream: BinaryIO, mend: Mend | None = None) -> None:
        self._stream = stream
        self._mend = mend
        self._bytes = stream.read(_PIECE)
        self._at = len(codecs.BOM_UTF8) if self._bytes.startswith(codecs.BOM_UTF8) else 0
        self._ended = not self._bytes
        self._lump = _LUMP

    def next(self) -> str:
        """Give the next character that is no space without going past it; empty at the end."""
        while True:
            match = _SPACE.match(self._bytes, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._bytes):
                return chr(self._bytes[self._at])
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
        """Read one whole value."""
        self.next()
        window = _WINDOW
        while True:
            last = self._ended and self._at + window >= len(self._bytes)
            try:
                value, end = self._decoded(window, last)
            except ValueError:
                if last:
                    raise
            else:
                # A number cut where the window ends, such as 1. of 1.5, goes on behind it.
                if last or (self._bytes[end : end + 1] and self._bytes[end] in _AFTER_A_VALUE):
                    return self._mended(value, end)
            if self._at + window >= len(self._bytes) and not self._ended:
                self._read_on()
            window *= 4

    def items(self) -> Iterator[Any]:
        """Read a list and give its items."""
        return chain.from_iterable(self.lumps())

    def lumps(self) -> Iterator[list[Any]]:
        """Read a list and give its items, as many at a time as can be read at once."""
        joint = b""
        for _ in until(self, "[", "]"):
            several = self._several(joint) if joint else []
            if several:
                yield several
            else:
                yield [self.value()]
                found = _JOINT.match(self._bytes, self._at - 1)
                joint = found[0] if found else b""

    def _several(self, joint: bytes) -> list[Any]:
        """Read all items up to the last joint at hand; none where that is not valid JSON.

        Where text that ends at a joint is a list, its items are those of the whole list, for a
        bracket or a quote that was open would not have been closed.
        """
        self.next()
        last = self._bytes.rfind(joint, self._at, self._at + self._lump)
        if last < self._at:
            return []
        end = last + 1
        written = b"[%b]" % self._bytes[self._at : end]
        mended = self._mend.written(written) if self._mend else written
        try:
            values: list[Any] = orjson.loads(mended or written)
        except ValueError:
            # NaN, half of a surrogate pair, damage: read it more closely, and faster again behind.
            self._lump = max(self._lump // 8, _SMALLEST_LUMP)
            return []
        self._lump = min(self._lump * 2, _LUMP)
        if mended is None:
            mended_values: list[Any] = self._mended(values, end)
            return mended_values
        self._at = end
        return values

    def _decoded(self, window: int, last: bool) -> tuple[Any, int]:
        """Decode the value at hand from so many bytes; give it and where it ends."""
        text, _ = codecs.utf_8_decode(self._bytes[self._at : self._at + window], "strict", last)
        value, end = _DECODER.raw_decode(text)
        return value, self._at + (end if text.isascii() else len(text[:end].encode()))

    def _mended(self, value: Any, end: int) -> Any:
        start, self._at = self._at, end
        if self._mend is None:
            return value
        escaped = self._bytes.find(b"\\u00", start, end) >= 0
        return self._mend.value(value) if escaped or not self._bytes[start:end].isascii() else value

    def _read_on(self) -> None:
        left = len(self._bytes) - self._at
        if left > _LONGEST_RECORD:
            raise ValueError("a value longer than any record")
        # Reading as much as is at hand keeps the work in proportion where one value is long.
        piece = self._stream.read(max(_PIECE, left))
        self._ended = not piece
        self._bytes = self._bytes[self._at :] + piece
        self._at = 0


def until(reader: Reader, opening: str, closing: str) -> Iterator[None]:
    """Give a turn to read each item between two brackets."""
    reader.take(opening)
    if reader.next() == closing:
        reader.take(closing)
        return
    yield
    while reader.take(",", closing) == ",":
        yield


def listed(value: Any) -> list[Any]:
    """Give a list as it is, nothing for ``null`` and ``{}``, and anything else as its one item."""
    if isinstance(value, list):
        return value
    return [] if value is None or value == {} else [value]


def keys(reader: Reader) -> Iterator[str]:
    """Read an object: give each key, with a turn to read its value."""
    for _ in until(reader, "{", "}"):
        name = reader.value()
        if not isinstance(name, str):
            raise ValueError("a key that is no text")
        reader.take(":")
        yield name


def items_or_one(reader: Reader) -> Iterator[Any]:
    """Give the items of a list, or of what stands in its place (see ``listed``)."""
    return chain.from_iterable(_lumps_or_one(reader))


def _lumps_or_one(reader: Reader) -> Iterator[list[Any]]:
    if reader.next() == "[":
        yield from reader.lumps()
    else:
        yield listed(reader.value())
