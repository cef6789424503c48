"""The rows of a table of X Analytics: account_analytics_content_<from>_<to>.csv, one a post.

Columns: Post id, Date (``Tue, Jul 14, 2026``, a day alone), Post text, Post Link, then counts.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from connectors.archive import Archive, Member
from connectors.errors import SourceError
from connectors.exports.x_values import status_link

CUT = "a row that is cut short"
NOT_A_POST = "without the address of a post"
_COLUMNS = ("post id", "post text", "post link")
_HEAD = 4_096
_LIMIT = 256 * 2**20


@dataclass(frozen=True)
class Table:
    """One table: the place of each column, the rows below, a sentence where it is cut short."""

    member: Member
    columns: Mapping[str, int]
    rows: tuple[tuple[str, ...], ...]
    trouble: str = ""

    def post(self, row: Sequence[str]) -> tuple[str | None, str, str, str] | str:
        """Give the handle, id, address and text of a post, or say why the row gives none.

        The id is that of the address: a spreadsheet that saves the table rounds the other one.
        """
        if len(row) < len(self.columns):
            return CUT
        address = row[self.columns["post link"]].strip()
        status = status_link(address)
        if status is None:
            return NOT_A_POST
        return status[0], status[1], address, row[self.columns["post text"]].strip()


def tables(archive: Archive) -> tuple[Member, ...]:
    """Give the tables of X Analytics, told by their heading."""
    return tuple(member for member in archive.find(r"[^/]+\.csv") if _is_table(archive, member))


def read_table(archive: Archive, member: Member) -> Table:
    """Read a table; what stands before a damage is kept. Raises SourceError for no UTF-8."""
    try:
        text = archive.read(member, _LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{member.label} is not written in UTF-8, as X writes it. Download it again and do "
            "not save it from a spreadsheet."
        ) from error
    rows: list[tuple[str, ...]] = []
    trouble = ""
    try:
        # Extending keeps what was read before an error.
        rows.extend(map(tuple, csv.reader(io.StringIO(text, newline=""), strict=True)))
    except csv.Error:
        trouble = f"{member.label} is cut short. Download it again."
    return Table(member, _columns(rows[0]), tuple(row for row in rows[1:] if any(row)), trouble)


def _is_table(archive: Archive, member: Member) -> bool:
    try:
        head = archive.head(member, _HEAD).decode("utf-8-sig", "replace")
        first = next(csv.reader(io.StringIO(head, newline="")), [])
    except (SourceError, csv.Error):
        return False
    return set(_COLUMNS) <= set(_columns(first))


def _columns(heading: Sequence[str]) -> Mapping[str, int]:
    return {name.strip().casefold(): place for place, name in enumerate(heading)}
