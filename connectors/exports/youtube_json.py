"""The JSON files of a Takeout, which hold one list: record by record."""

from collections.abc import Iterator
from typing import Any

from connectors.archive import Archive, Member
from connectors.errors import SourceError
from connectors.exports.json_reader import Reader, items_or_one


def items(archive: Archive, member: Member) -> Iterator[Any]:
    """Give the records of a file; memory holds some at a time.

    Raises SourceError, naming the file, where it is cut short or no JSON; the records before the
    damage have been given by then.
    """
    try:
        with archive.open(member) as stream:
            reader = Reader(stream)
            yield from items_or_one(reader)
            if reader.next():
                raise ValueError("more than one value")
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"{member.label} cannot be read: it is cut short or was changed by hand. "
            "Download the export again."
        ) from error
