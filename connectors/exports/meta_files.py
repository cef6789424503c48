"""Files of one kind in a Meta export, and the word of Meta that there is nothing of a kind."""

from dataclasses import dataclass

from connectors.archive import Archive, Member


@dataclass(frozen=True)
class Files:
    """Files of one kind: their name for the reader, their paths, and the key of their list."""

    name: str
    path: str
    key: str

    def found(self, archive: Archive) -> tuple[Member, ...]:
        """Give the files of this kind that are in the export."""
        return archive.find(rf"(?:{self.path})\.json")


def said_empty(archive: Archive, folders: str) -> bool:
    """Tell whether Meta put a ``no-data.txt`` where these files would be: it found none."""
    return bool(archive.find(rf"(?:{folders})/no-data\.txt"))
