"""The rows of a list of posts from Meta Business Suite, under headings in any language.

``Publish time`` is month/day/year hour:minute without a zone. In the one file where it could be
checked, against an Instagram address, it was seven hours behind UTC: Pacific daylight time.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from connectors.archive import Archive, Member
from connectors.errors import SourceError
from connectors.exports.meta_shortcode import shortcode_time

CUT = "a row that is cut short"
_PACIFIC = ZoneInfo("America/Los_Angeles")
_TIME = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}) (\d{1,2}):(\d{2})", re.ASCII)
_ADDRESS = re.compile(r"https://www\.(facebook|instagram)\.com/")
_NUMBER = re.compile(r"\d{5,25}", re.ASCII)
_HEAD = 16_384
_MONTHS = 12
_LIMIT = 256 * 2**20
# No zone is further than 14 hours from UTC, and Pacific time is at most 8 behind it.
_SAME_POST = timedelta(hours=24)


@dataclass(frozen=True)
class Layout:
    """Which column holds what; the same on one platform in every language."""

    platform: str
    owner_id: int
    owner: int
    texts: tuple[int, ...]
    time: int
    address: int
    shared: int | None = None


@dataclass(frozen=True)
class Sheet:
    """One list: its rows below the heading, and a sentence where the file is cut short."""

    member: Member
    layout: Layout
    width: int
    rows: tuple[tuple[str, ...], ...]
    trouble: str = ""
    day_first: bool = field(default=False)

    def cell(self, row: Sequence[str], column: int | None) -> str:
        """Give a cell without space around it; empty where the row has none."""
        return row[column].strip() if column is not None and column < len(row) else ""

    def time(self, row: Sequence[str]) -> datetime | None:
        """Give the time of a post: by its Instagram address, or else read as Pacific time."""
        read = _time(self.cell(row, self.layout.time), day_first=self.day_first)
        made = shortcode_time(self.cell(row, self.layout.address))
        return made if made and read and abs(made - read) <= _SAME_POST else read


def layout_of(archive: Archive, member: Member) -> Layout | None:
    """Tell a list of posts by its heading, or in another language by its first row."""
    try:
        head = archive.head(member, _HEAD).decode("utf-8-sig", "replace")
    except SourceError:
        return None
    try:
        rows = [row for _, row in zip(range(2), csv.reader(io.StringIO(head)), strict=False)]
    except csv.Error:
        return None
    return (_by_heading(rows[0]) if rows else None) or (_by_row(rows[1]) if rows[1:] else None)


def read_sheet(archive: Archive, member: Member, layout: Layout) -> Sheet:
    """Read a list; what stands before a damage is kept. Raises SourceError for no UTF-8."""
    try:
        text = archive.read(member, _LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{member.label} is not written in UTF-8, as Meta writes it. Export it again and do "
            "not save it from a spreadsheet."
        ) from error
    rows: list[tuple[str, ...]] = []
    cut = not text.endswith("\n")
    try:
        # Extending keeps what was read before an error.
        rows.extend(map(tuple, csv.reader(io.StringIO(text), strict=True)))
    except csv.Error:
        cut = True
    filled = [row for row in rows[1:] if any(row)]
    trouble = f"{member.label} is cut short. Export it again." if cut else ""
    width = len(rows[0]) if rows else 0
    return Sheet(member, layout, width, tuple(filled), trouble, _is_day_first(filled, layout))


def _by_heading(heading: Sequence[str]) -> Layout | None:
    at = {name.strip().casefold(): place for place, name in enumerate(heading)}
    if not {"post id", "publish time", "permalink"} <= set(at):
        return None
    if "page name" in at and "title" in at:
        texts = (at["title"], at.get("description", at["title"]))
        ids = at.get("page id", at["page name"])
        shared = at.get("is share")
        return Layout(
            "facebook", ids, at["page name"], texts, at["publish time"], at["permalink"], shared
        )
    if "account username" in at and "description" in at:
        owner, caption = at["account username"], (at["description"],)
        return Layout("instagram", owner, owner, caption, at["publish time"], at["permalink"])
    return None


def _by_row(row: Sequence[str]) -> Layout | None:
    address = next((place for place, cell in enumerate(row) if _ADDRESS.match(cell)), None)
    time = next((place for place, cell in enumerate(row) if _TIME.fullmatch(cell)), None)
    if address is None or time is None or not 6 <= time < address <= time + 2:
        return None
    if not (_NUMBER.fullmatch(row[0]) and _NUMBER.fullmatch(row[1])):
        return None
    if row[address].startswith("https://www.instagram.com/"):
        return Layout("instagram", 2, 2, (time - 2,), time, address)
    return Layout("facebook", 1, 2, (time - 3, time - 2), time, address, address + 2)


def _is_day_first(rows: Sequence[Sequence[str]], layout: Layout) -> bool:
    cells = (row[layout.time] for row in rows if len(row) > layout.time)
    times = (match for cell in cells if (match := _TIME.fullmatch(cell.strip())))
    return any(int(match[1]) > _MONTHS for match in times)


def _time(cell: str, *, day_first: bool) -> datetime | None:
    match = _TIME.fullmatch(cell)
    if match is None:
        return None
    one, two, year, hour, minute = map(int, match.groups())
    day, month = (one, two) if day_first else (two, one)
    try:
        return datetime(year, month, day, hour, minute, tzinfo=_PACIFIC)
    except ValueError:
        return None
