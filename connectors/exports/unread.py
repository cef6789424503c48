"""Files of an export that hold acts of a review and are not read: said, and never nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from connectors import frames
from connectors.archive import Archive
from connectors.collected import Collected

# A file of this many bytes holds an empty list and no more.
_EMPTY = 64


@dataclass(frozen=True)
class Unread:
    """Files by their path, what they hold in plain words, and the kinds that lack it."""

    path: str
    holds: str
    kinds: tuple[str, ...] = ("link", "post")


def with_unread(collected: Collected, archive: Archive, files: Iterable[Unread]) -> Collected:
    """Make partial the coverage of kinds of which a file that is there was not read."""
    table = collected.coverage
    for one in files:
        said = _said(archive, one)
        if said:
            lacking = table["kind"].isin(one.kinds)
            reason = (table["reason"].fillna("") + f" {said}").str.strip()
            table = table.assign(
                status=table["status"].mask(lacking & (table["status"] == "complete"), "partial"),
                reason=table["reason"].mask(lacking, reason),
            )
    return replace(collected, coverage=frames.retyped("coverage", table))


def _said(archive: Archive, files: Unread) -> str:
    found = [member.name for member in archive.find(files.path) if member.size > _EMPTY]
    if not found:
        return ""
    more = f" and {len(found) - 1:,} more" if len(found) > 1 else ""
    return f"Not read: {found[0]}{more}, {files.holds}."
