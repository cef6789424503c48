"""The JSON files of a Mastodon archive: collections of records, and the owner."""

import json
from dataclasses import dataclass
from typing import Any

from connectors.archive import Archive, Member
from connectors.errors import SourceError

_LIMIT = 200 * 2**20


@dataclass(frozen=True)
class Collection:
    """The records of one file and the count that the file itself states, if it does."""

    name: str
    items: tuple[Any, ...]
    stated: int | None

    @property
    def differs(self) -> str:
        """Say that the stated count is another than the records there are; empty if it is not."""
        if self.stated is None or self.stated == len(self.items):
            return ""
        return f"{self.name} says that it holds {self.stated:,} records, and it holds " + (
            f"{len(self.items):,}."
        )


def read_collection(archive: Archive, member: Member) -> Collection:
    """Read an OrderedCollection; raises SourceError, naming the file, where it is none."""
    content = read_object(archive, member)
    items = content.get("orderedItems")
    if not isinstance(items, list):
        raise SourceError(
            f"{member.label} holds no list of records. Download the archive again and give it "
            "as it came."
        )
    total = content.get("totalItems")
    stated = total if isinstance(total, int) and not isinstance(total, bool) else None
    return Collection(member.name, tuple(items), stated)


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
        raise SourceError(
            f"{member.label} cannot be read: it is cut short or was changed by hand. "
            "Download the archive again."
        ) from error
