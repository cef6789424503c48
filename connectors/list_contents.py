"""The list files at a path that the configuration names, and the tables in each."""

import re
from collections.abc import Iterator
from pathlib import Path

from connectors.archive import DEFAULT_READ_LIMIT, Archive, open_archive
from connectors.errors import SourceError
from connectors.list_tables import Table, text_table
from connectors.list_workbook import workbook_tables

_ZIP = b"PK\x03\x04"
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "an old or password-protected Excel file",
    b"%PDF": "a PDF",
    b"<": "a web page",
}
# Not .txt: what lies in an archive or a folder under that name is prose more often than a list.
_LIST = re.compile(r".+\.(?:csv|tsv|xlsx|xlsm)", re.IGNORECASE)
_LOCK = re.compile(r"(?:.*/)?(?:~\$|\.~lock\.)[^/]*")


def list_contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """Give name and bytes of the list at a path, or of each in a zip or folder of lists alone.

    Raises SourceError for an archive or a folder that holds anything else: it is no list.
    """
    archive = open_archive([path])
    if archive.find(r"xl/workbook\.xml") and path.is_file():
        if path.stat().st_size > DEFAULT_READ_LIMIT:
            raise SourceError(f"{path.name} is far larger than any list. Save its rows as CSV.")
        yield path.name, path.read_bytes()
        return
    members = [member for member in archive.members if not _LOCK.fullmatch(member.name)]
    if not _is_file_itself(archive, path):
        _check_lists_alone([member.name for member in members], path)
    for member in members:
        yield member.name, archive.read(member)


def tables_of(content: bytes, name: str) -> tuple[Table, ...]:
    """Read a workbook's sheets or a text's rows; raises SourceError where it is neither."""
    if content.startswith(_ZIP):
        return workbook_tables(content, name)
    for magic, words in _OTHERS.items():
        if content.lstrip().startswith(magic):
            raise SourceError(f"{name} is {words}. Save the list as XLSX or CSV.")
    return (text_table(content, name),)


def _is_file_itself(archive: Archive, path: Path) -> bool:
    # An archive is longer or shorter than what it holds; a file by itself is as long.
    sizes = [member.size for member in archive.members]
    return path.is_file() and sizes == [path.stat().st_size]


def _check_lists_alone(names: list[str], path: Path) -> None:
    others = [name for name in names if not _LIST.fullmatch(name)]
    if names and not others:
        return
    what = "a folder" if path.is_dir() else "an archive"
    more = f" and {len(names) - 1:,} more" if len(names) > 1 else ""
    holds = f" (it holds {others[0]}{more})" if others else ""
    raise SourceError(
        f"{path.name} is {what} and no list{holds}: give the list itself, saved as XLSX or CSV."
    )
