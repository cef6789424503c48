"""The list of own posts that an administrator of a LinkedIn Page downloads (Analytics, Content).

A poor substitute for an export, which a Page has none of: posts of at most 365 days in the sheet
“All posts” of an XLS or XLSX, the heading below a row of description. No follows, no reactions,
no reposts. ``Created date`` has no time and is month/day/year or another order; the number in the
address of a post holds its time in full.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from connectors import frames
from connectors.archive import Archive, Member
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach, coverage
from connectors.errors import SourceError
from connectors.exports.base import ExportFormat
from connectors.exports.linkedin_values import post_of, time_of
from connectors.list_contents import list_contents, tables_of
from connectors.list_tables import Line, Table
from connectors.profiles import parse_profile
from connectors.records import Gathered, Outcome, Row, gather
from connectors.text_links import links_in

NOT_A_POST = "without the address of a post"
_TITLE, _LINK, _DATE = _COLUMNS = ("post title", "post link", "created date")
_SEARCHED = 5
_HEAD = 16_384
_SHEETS = 64 * 2**20
_WORKBOOK = r"xl/(?:sharedStrings|worksheets/sheet\d+)\.xml"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_NO_EXPORT = (
    "LinkedIn gives a Page no list of whom it follows and of what it likes and reposts. Keep one "
    "by hand."
)
_DAYS = "Posts of the days chosen when the list was made, at most 365."
_LINKS = "Addresses in the text alone: the list leaves out a link that stands in a card."


@dataclass
class _Posts:
    """Reads the rows of one own account; each post counts once."""

    account: OwnAccount
    agency_account: str
    undated: int = 0
    _seen: set[str] = field(default_factory=set)

    def post(self, label: str, at: Mapping[str, int], line: Line) -> Outcome:
        """Read one row below the heading."""
        title, written = line.cell(at[_TITLE]), line.cell(at[_LINK])
        address = written.text if written.text.startswith("http") else written.link
        if not address:
            return NOT_A_POST
        if address in self._seen:
            return "the same post twice"
        self._seen.add(address)
        made = time_of(post_of(address))
        self.undated += made is None
        row: Row = {
            "platform": "linkedin",
            "agency_account": self.agency_account,
            "post_id": post_of(address),
            "post_url": address,
            "text": title.text or None,
            "happened_at": made,
            "evidence": f"{label}, row {line.number}",
        }
        links = [{**row, "kind": "link", "url": link} for link in links_in(title.text)]
        return [{**row, "kind": "post"}, *links]


@dataclass(frozen=True)
class _Sheet:
    """One list of posts: its rows below the heading, and a sentence where the file is cut."""

    label: str
    at: Mapping[str, int]
    lines: Sequence[Line]
    trouble: str = ""


def recognise(archive: Archive) -> bool:
    """Tell a Page's list of posts by its heading, in a workbook new or old or in a CSV."""
    if any(_in_csv(archive, member) for member in archive.find(r"[^/]+\.csv")):
        return True
    if any(_in_old_workbook(archive, member) for member in archive.find(r"[^/]+\.xls")):
        return True
    if not archive.find(r"xl/workbook\.xml"):
        return False
    parts = (_read(archive, member).lower() for member in archive.find(_WORKBOOK))
    return any(all(name.encode() in part for name in _COLUMNS) for part in parts)


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read the posts; raises SourceError for a workbook of the old form, and what is damaged."""
    own = parse_profile(account.handle, "linkedin")
    posts = _Posts(account, own.account_id if own else account.handle.casefold())
    sheets = tuple(_sheets(account))
    gathered = tuple(_gathered(sheet, posts) for sheet in sheets)
    interactions = frames.concat("interactions", [one.interactions for one in gathered])
    as_at = account.as_at or account.read_at
    reach = _reach(sheets, gathered)
    return Collected(
        agency_account=posts.agency_account,
        interactions=interactions,
        accounts=frames.empty("accounts"),
        coverage=coverage(account, posts.agency_account, interactions, reach, as_at),
        inputs=archive.inputs,
        tallies=tuple(one.tally for one in gathered),
        notes=tuple(_notes(posts)),
    )


def _sheets(account: OwnAccount) -> Iterator[_Sheet]:
    for path in account.paths:
        for name, content in list_contents(path):
            is_text = not content.startswith(b"PK")
            cut = is_text and not content.endswith((b"\n", b"\r"))
            trouble = f"{name} is cut short. Download the list again." if cut else ""
            for table in tables_of(content, name):
                heading = _heading(table)
                if heading:
                    label = f"{name}, sheet {table.sheet}" if table.sheet else name
                    yield _Sheet(label, heading[0], table.lines[heading[1] :], trouble)


def _heading(table: Table) -> tuple[Mapping[str, int], int] | None:
    for place, line in enumerate(table.lines[:_SEARCHED]):
        at = {cell.text.casefold(): column for column, cell in enumerate(line.cells)}
        if set(_COLUMNS) <= set(at):
            return at, place + 1
    return None


def _gathered(sheet: _Sheet, posts: _Posts) -> Gathered:
    def post(line: Line, _: int) -> Outcome:
        return posts.post(sheet.label, sheet.at, line)

    return gather(sheet.label, sheet.lines, post, posts.account)


def _reach(sheets: Sequence[_Sheet], gathered: Sequence[Gathered]) -> Mapping[str, Reach]:
    cut = [sheet.trouble for sheet in sheets if sheet.trouble]
    for one in gathered:
        bad = one.tally.reported.get(NOT_A_POST, 0)
        if bad:
            cut.append(f"{bad:,} of {one.tally.records:,} rows of {one.tally.source} are no posts.")
    nothing = Reach("unavailable", _NO_EXPORT)
    return {
        **dict.fromkeys(("follow", "like", "repost", "quote"), nothing),
        "link": Reach("complete").but(_LINKS, *cut),
        "post": Reach("complete", _DAYS).but(*cut),
    }


def _notes(posts: _Posts) -> Iterator[str]:
    yield (
        "The posts come from a Page's list of posts, which does not say whose it is; it is read as "
        f"{posts.account.handle}'s. What the Page follows and likes is not in it."
    )
    if posts.undated:
        yield f"{posts.undated:,} posts have no time that can be read; their date is left empty."


def _in_csv(archive: Archive, member: Member) -> bool:
    try:
        text = archive.head(member, _HEAD).decode("utf-8-sig", "replace")
        rows = [
            row for _, row in zip(range(_SEARCHED), csv.reader(io.StringIO(text)), strict=False)
        ]
    except (SourceError, csv.Error):
        return False
    return any(set(_COLUMNS) <= {cell.strip().casefold() for cell in row} for row in rows)


def _in_old_workbook(archive: Archive, member: Member) -> bool:
    content = _read(archive, member)
    wide = _LINK.capitalize().encode("utf-16-le")
    return content.startswith(_OLD_WORKBOOK) and (
        _LINK.capitalize().encode() in content or wide in content
    )


def _read(archive: Archive, member: Member) -> bytes:
    try:
        return archive.read(member, _SHEETS)
    except SourceError:
        return b""


FORMAT = ExportFormat(
    platform="linkedin", name="LinkedIn Page list of posts", recognise=recognise, read=read
)
