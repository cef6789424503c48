"""The JSON files of Meta's exports (Facebook, Instagram, Threads), record by record.

A file holds a list, or an object with the list under a key such as ``following_v3``. In place of
a list there may be ``null``, ``{}`` or one bare object. Texts are repaired here, once
(meta_text.py); times are seconds since 1970 in UTC.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from connectors.archive import Archive, Member
from connectors.errors import SourceError
from connectors.exports.json_reader import Mend, Reader, items_or_one, keys, listed
from connectors.exports.meta_text import repair, repaired_json

_MEND = Mend(repair, repaired_json)
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
            yield from _records(Reader(stream, _MEND), re.compile(key, re.IGNORECASE))
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"{member.label} cannot be read: it is cut short or was changed by hand. "
            "Download the export again."
        ) from error


def objects(value: Any) -> list[dict[str, Any]]:
    """Give the objects of a list that may be written in any of Meta's ways."""
    return [item for item in listed(value) if isinstance(item, dict)]


def text_in(record: dict[str, Any], key: str) -> str:
    """Give the text under a key without space around it, or an empty text."""
    value = record.get(key)
    return value.strip() if isinstance(value, str) else ""


def epoch(value: Any) -> datetime | None:
    """Read seconds since 1970, as a number or as text, as UTC; None if it cannot be right."""
    seconds = value if type(value) is int else _whole(value)
    return datetime.fromtimestamp(seconds, UTC) if _EARLIEST <= seconds <= _LATEST else None


def _whole(value: Any) -> int:
    """Give a number or the text of one as a whole number, and anything else as one too early."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return 0
    try:
        return int(value)
    except (ValueError, OverflowError):
        return 0


def _records(reader: Reader, key: re.Pattern[str]) -> Iterator[Any]:
    if reader.next() == "{":
        yield from _under_key(reader, key)
    else:
        yield from items_or_one(reader)
    if reader.next():
        raise ValueError("more than one value")


def _under_key(reader: Reader, key: re.Pattern[str]) -> Iterator[Any]:
    others: dict[str, Any] = {}
    found = False
    for name in keys(reader):
        if key.fullmatch(name):
            found = True
            yield from items_or_one(reader)
        else:
            others[name] = reader.value()
    if others and not found:
        yield others
