"""Files of one kind in a Meta export: which they are, and how all of them are read."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from connectors import columns
from connectors.archive import Archive, Member
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports.reading import FileRead, Interpret, read_file, read_records


@dataclass(frozen=True)
class Files:
    """Files of one kind: their name for the reader, their paths, and the key of their list.

    ``alone`` is the name such a file may have where it is given without its folders; several
    platforms use such names, so that the key then has to stand at the beginning of the file.
    """

    name: str
    path: str
    key: str
    alone: str = ""

    def found(self, archive: Archive) -> tuple[Member, ...]:
        """Give the files of this kind that are in the export."""
        inside = archive.find(rf"(?:{self.path})\.json")
        return inside or tuple(self._without_folders(archive))

    def _without_folders(self, archive: Archive) -> Iterator[Member]:
        for member in archive.find(rf"(?:{self.alone})\.json") if self.alone else ():
            if "/" not in member.name and self._begins(archive, member):
                yield member

    def _begins(self, archive: Archive, member: Member) -> bool:
        try:
            head = archive.head(member).decode("utf-8", "replace")
        except SourceError:
            return False
        return bool(re.search(rf'"(?:{self.key})"', head))


def json_found(archive: Archive, folders: str, kinds: Sequence[Files]) -> bool:
    """Tell whether there is any file to read, or the word of Meta that there is nothing.

    ``folders`` is a pattern for those that only this platform's exports have, each with its slash.
    """
    whole = archive.find(rf"(?:{folders})(?:[^/]+\.json|no-data\.txt)")
    return bool(whole) or any(files.found(archive) for files in kinds)


def pages_found(archive: Archive, folders: str, kinds: Sequence[Files]) -> tuple[Member, ...]:
    """Give the HTML pages that stand in place of the files to read; ``folders`` as above."""
    ours = "|".join(files.path for files in kinds)
    return archive.find(rf"(?:(?:{folders})[^/]+|{ours})\.html?")


def said_empty(archive: Archive, folders: str) -> bool:
    """Tell whether Meta put a ``no-data.txt`` where these files would be: it found none."""
    return bool(archive.find(rf"(?:{folders})/no-data\.txt"))


def read_files(
    archive: Archive,
    account: OwnAccount,
    kinds: Sequence[str],
    readers: Sequence[tuple[Files, Interpret | columns.Interpret]],
    read: Callable[..., FileRead] = read_records,
) -> list[FileRead]:
    """Read the files of several kinds, each by its own reader, if any of these acts is wanted.

    ``read`` is as for ``read_file``.
    """
    if not any(map(account.wants, kinds)):
        return []
    return [
        read_file(archive, member, files.key, interpret, account, read)
        for files, interpret in readers
        for member in files.found(archive)
    ]
