"""What to say of an archive in which no known export was found."""

import csv
import io
import re

from connectors.archive import Archive, Member
from connectors.archive_safety import ARCHIVE_SUFFIXES
from connectors.errors import SourceError
from connectors.exports.ordering import ORDER, pages_of
from connectors.frames import PLATFORM_NAMES

_NAMES_SHOWN = 5
_HEAD = 16_384
_KEY = re.compile(r'^([{\[]?[ \t]*)"([^"\\]{1,40})"\s*:', re.MULTILINE)
_WHOLE = "Give the whole export as the platform sent it."
# Files of exports that a review does not look at, when they are given alone.
_ASIDE = {
    r"followers?(?:[-_](?:part)?\d+)?\.(?:js|json)": "it lists those who follow the account",
    r"connections\.csv": "it lists LinkedIn connections, which are mutual and no follows",
}
_X_SCRIPTS = ("window.YTD.", "window.__THAR_CONFIG")


def why_unknown(archive: Archive, platform: str = "") -> str:
    """Say what an archive is instead and what to do; ``platform`` is the one that was expected."""
    pages = pages_of(archive)
    if not archive.find(r"[^/]+\.(?:js|json|csv|car)"):
        if pages:
            return (
                f"it is an export of {PLATFORM_NAMES[pages]} made as pages (HTML). {ORDER[pages]}"
            )
        if archive.find(r"[^/]+\.html?"):
            return f"it holds pages (HTML) and no data. {_again(platform)}"
    inner = [one.name for one in archive.members if _is_archive(one.name)]
    if inner:
        more = f" and {len(inner) - 1:,} more" if len(inner) > 1 else ""
        return f"it holds another archive, {inner[0]}{more}: unpack it once and give what it holds."
    if len(archive.members) == 1:
        return _one_file(archive, archive.members[0])
    return f"it is no export that is known here. {_holds(archive)} {_WHOLE}"


def _again(platform: str) -> str:
    return ORDER.get(platform) or "Order the export again and choose JSON as its form."


def _is_archive(name: str) -> bool:
    return name.casefold().endswith(ARCHIVE_SUFFIXES)


def _one_file(archive: Archive, member: Member) -> str:
    try:
        head = archive.head(member, _HEAD).decode("utf-8-sig", "replace")
    except SourceError as error:
        return f"it cannot be read. {error}"
    return f"{_aside(archive, head) or _told(member, head)} {_WHOLE}"


def _aside(archive: Archive, head: str) -> str:
    said = [words for pattern, words in _ASIDE.items() if archive.find(pattern)]
    if said:
        return f"{said[0]}, which no review looks at."
    ours = head.lstrip().startswith(_X_SCRIPTS)
    return "it is a file of an X archive that no review looks at." if ours else ""


def _told(member: Member, head: str) -> str:
    suffix = member.name.casefold().rpartition(".")[2]
    if suffix in ("csv", "tsv"):
        return (
            f"it is a table{_columns(head)}, which is of no export known here and no list of "
            "accounts. A list needs a column headed Handle or Link, and one headed Platform."
        )
    if suffix == "json" or head.lstrip().startswith(("{", "[")):
        return f"it is JSON{_keys(head)} of no export that is known here."
    if "�" in head or "\0" in head:
        return "it is a file of another kind."
    return "it is a text and no export."


def _columns(head: str) -> str:
    try:
        first = next(csv.reader(io.StringIO(head)), [])
    except csv.Error:
        first = []
    names = [name.strip()[:40] for name in first if name.strip()]
    return f" with the columns {_some(names)}" if names else ""


def _keys(head: str) -> str:
    found = _KEY.findall(head)
    # those that stand furthest left are the keys of the whole
    first = min((len(before) for before, _ in found), default=0)
    names = list(dict.fromkeys(name for before, name in found if len(before) == first))
    return f" with the keys {_some(names)}" if names else ""


def _holds(archive: Archive) -> str:
    return f"It holds {_some([member.name for member in archive.members])}."


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _NAMES_SHOWN:,} more" if len(names) > _NAMES_SHOWN else ""
    return f"{', '.join(names[:_NAMES_SHOWN])}{more}"
