"""The JSON files of a Mastodon archive: collections of records, and the owner."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from connectors.archive import Archive, Member
from connectors.errors import SourceError
from connectors.exports.json_reader import Reader, keys

_LIMIT = 200 * 2**20
_ITEMS = "orderedItems"
_GIVEN = object()


@dataclass(frozen=True)
class Collection:
    """An OrderedCollection that is whole, and the count that it states itself, if it does."""

    archive: Archive
    member: Member
    count: int
    stated: int | None

    def items(self) -> Iterator[Any]:
        """Read the records from the file, some at a time, each time anew."""
        with self.archive.open(self.member) as stream:
            yield from _records(Reader(stream), {})

    @property
    def differs(self) -> str:
        """Say that the stated count is another than the records there are; empty if it is not."""
        if self.stated is None or self.stated == self.count:
            return ""
        records = "record" if self.stated == 1 else "records"
        return (
            f"{self.member.name} says that it holds {self.stated:,} {records}, "
            f"and it holds {self.count:,}."
        )


def read_collection(
    archive: Archive, member: Member, notice: Callable[[Any], object] = id
) -> Collection:
    """Look through an OrderedCollection once and show each of its records to ``notice``.

    Raises SourceError, naming the file, where it is none or cannot be read to its end.
    """
    count, values = 0, dict[str, Any]()
    try:
        with archive.open(member) as stream:
            for record in _records(Reader(stream), values):
                count += 1
                notice(record)
    except (ValueError, RecursionError) as error:
        raise _broken(member) from error
    if values.get(_ITEMS) is not _GIVEN:
        raise SourceError(
            f"{member.label} holds no list of records. Download the archive again and give it "
            "as it came."
        )
    total = values.get("totalItems")
    stated = total if isinstance(total, int) and not isinstance(total, bool) else None
    return Collection(archive, member, count, stated)


def read_list(archive: Archive, member: Member) -> tuple[Any, ...]:
    """Read a file that holds one JSON list; raises SourceError, naming it, where it does not."""
    content = _read(archive, member)
    if not isinstance(content, list):
        raise SourceError(f"{member.label} holds no list of records. Download it again.")
    return tuple(content)


def read_object(archive: Archive, member: Member) -> dict[str, Any]:
    """Read a file that holds one JSON object; raises SourceError, naming it, where it does not."""
    content = _read(archive, member)
    return content if isinstance(content, dict) else {}


def _read(archive: Archive, member: Member) -> Any:
    try:
        return json.loads(archive.read(member, _LIMIT))
    except (ValueError, RecursionError) as error:
        raise _broken(member) from error


def _records(reader: Reader, values: dict[str, Any]) -> Iterator[Any]:
    """Give the records of the list; every other value of the object goes into ``values``."""
    if reader.next() != "{":
        return
    for key in keys(reader):
        if key == _ITEMS and reader.next() == "[":
            values[key] = _GIVEN
            yield from reader.items()
        else:
            values[key] = reader.value()
    if reader.next():
        raise ValueError("more than one value")


def _broken(member: Member) -> SourceError:
    return SourceError(
        f"{member.label} cannot be read: it is cut short or was changed by hand. "
        "Download the archive again."
    )
