"""How far the files of a Meta export let one look, in the same words for each platform."""

from collections.abc import Iterator, Sequence

from connectors.archive import Archive
from connectors.coverage import Reach
from connectors.exports.meta_files import Files, said_empty
from connectors.exports.reading import FileRead

_EMPTY = "Meta put no-data.txt in their place: it found none."


def reached(
    archive: Archive, reads: Sequence[FileRead], expected: Sequence[Files], folders: str, parts: str
) -> Reach:
    """Judge what the expected files gave; ``no-data.txt`` stands for files with nothing in them.

    ``parts`` names what to tick on the download page for an export that has none of the files.
    """
    names = " or ".join(one.name for one in expected)
    if not any(one.found(archive) for one in expected):
        if said_empty(archive, folders):
            return Reach("complete", _EMPTY)
        return Reach(
            "unavailable",
            f"There is no {names} in the export. Order it again with {parts}, for All time.",
        )
    troubles = [read.trouble for read in reads if read.trouble]
    if reads and all(read.broken for read in reads):
        return Reach("failed", " ".join(troubles))
    return Reach("complete").but(*troubles)


def limited(reach: Reach, *limits: str) -> Reach:
    """Add what a source never gives, where it was looked at."""
    if reach.status in ("unavailable", "failed"):
        return reach
    return Reach(reach.status, " ".join(filter(None, [reach.reason, *limits])), reach.as_at)


def lists_beside(archive: Archive) -> Iterator[str]:
    """Say that a list of posts given together with an export is not read."""
    for member in archive.find(r"[^/]+\.csv"):
        yield f"{member.name} is not read: the export beside it holds the posts."


def several(reads: Sequence[FileRead]) -> Iterator[str]:
    """Say where lists of follows from more than one export were read together."""
    parts = {read.member.part for read in reads}
    if len(parts) > 1:
        yield (
            f"Lists of follows from {len(parts)} exports were read together; an account that "
            "stands in an older one alone may no longer be followed."
        )
