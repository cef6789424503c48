"""The workbook of members without a known account, for a person to fill in and hand back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from audit.review.gaps import HEADERS, SHEET, TO_FILL, Gap
from audit.review.words import PLATFORM_NAMES, day
from reports import style, text
from reports.tables import Column, Row, Table
from reports.xlsx import Book, Properties, Sheet

TITLE = "Members whose accounts the register does not know"
ROLES = ("Office", "Party", "Personal", "Campaign")
_NAMED_ROLES = "AccountRoles"
_KINDS_SHEET = "Kinds of account"
_WIDTHS = {
    "actor": 26,
    "name": 24,
    "party": 14,
    "office": 34,
    "platform": 12,
    "doubt": 34,
    "alike": 24,
    "handle": 24,
    "role": 16,
    "evidence_url": 44,
    "checked_by": 20,
    "checked_on": 14,
}
_HOW = (
    "Fill in what a public page of the member, the party or Parliament says: the handle, the "
    "address of that page, who looked and when.",
    "Leave the other rows empty. Then: follow-audit register gaps --read FILE.xlsx",
)


@dataclass(frozen=True)
class Facts:
    """What the workbook says of itself: whose it is, the register's date and the day."""

    agency: str
    register: str
    version: date
    made_on: date
    marking: str = ""


def write_gaps(gaps: Sequence[Gap], facts: Facts, path: Path) -> None:
    """Write the workbook of gaps to path; the same gaps and facts give the same bytes."""
    table = gaps_table(gaps)
    book = Book(_properties(facts))
    sheet = book.sheet(SHEET, [column.width for column in table.columns], tab=style.PLUM)
    last = sheet.table(table, 0, filters=True)
    _rules(sheet, table, last, facts)
    sheet.freeze(1, 2)
    sheet.page(TITLE, facts.marking, repeated=0)
    _add_kinds(book, facts)
    path.write_bytes(book.finish())


def gaps_table(gaps: Sequence[Gap]) -> Table:
    """Describe the gaps as a table whose last columns are for a person to fill in."""
    return Table(
        id="tblMissing",
        title=SHEET,
        caption=TITLE,
        columns=tuple(
            Column(key, header, _WIDTHS[key], "input" if key in TO_FILL else "text")
            for key, header in HEADERS.items()
        ),
        rows=tuple(_row(gap) for gap in gaps),
        empty="The register knows an account of every sitting member there.",
    )


def _row(gap: Gap) -> Row:
    said = {**vars(gap), "platform": PLATFORM_NAMES[gap.platform]}
    return tuple(said.get(key) for key in HEADERS)


def _rules(sheet: Sheet, table: Table, last: int, facts: Facts) -> None:
    role, checked = table.column("role"), table.column("checked_on")
    wanted = f"Choose {', '.join(ROLES[:-1])} or {ROLES[-1]}, or leave it empty."
    sheet.choose_from((1, last, role), _NAMED_ROLES, wanted, HEADERS["role"])
    days = (date(facts.made_on.year - 1, 1, 1), date(facts.made_on.year + 1, 12, 31))
    refused = f"Enter the day on which you looked, as in {day(facts.made_on)}."
    sheet.dates_between((1, last, checked), days, refused, HEADERS["checked_on"])


def _add_kinds(book: Book, facts: Facts) -> None:
    """Add the sheet that says how to fill it in and holds the words of the list rule."""
    table = Table(
        id="tblKinds",
        title=_KINDS_SHEET,
        caption="How to fill in the first sheet",
        columns=(Column("role", HEADERS["role"], 24),),
        rows=tuple((role,) for role in ROLES),
    )
    sheet = book.sheet(_KINDS_SHEET, [column.width for column in table.columns])
    sheet.text(0, 0, table.caption, style.SHEET_TITLE)
    sheet.height(0, 26)
    stands = f"By the register {facts.register}, which stands for {day(facts.version)}."
    for row, note in enumerate((*_HOW, stands), start=1):
        sheet.text(row, 0, note, style.CAPTION)
    last = sheet.table(table, len(_HOW) + 3)
    book.name_cells(_NAMED_ROLES, _KINDS_SHEET, len(_HOW) + 4, last)
    sheet.page(TITLE, facts.marking)


def _properties(facts: Facts) -> Properties:
    return Properties(
        title=TITLE,
        subject=text.document.SUBJECT,
        author=text.document.AUTHOR,
        company=facts.agency,
        created=datetime.combine(facts.made_on, time(), UTC),
        custom={"Register": facts.register, "RegisterAsAt": facts.version.isoformat()},
    )
