"""Finds the rows of decisions in a workbook that came back, wherever they stand in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from audit.decisions.model import Returned, Row, Written
from audit.review.words import count
from audit.run.returned.days import day_reader
from audit.run.returned.layout import DATES, EVIDENCE, INPUTS, ITEM, LINKED
from audit.run.returned.purpose_sheet import purpose_rows
from connectors.errors import SourceError
from connectors.list_dates import read_day
from connectors.list_tables import Cell
from connectors.spreadsheets import Book, Sheet, read_book
from reports.text.document import AUTHOR

TABLE = "tblFindings"
_HEADER_WITHIN = 30
_ENOUGH_HEADERS = 4
_DASHES = str.maketrans("‐‑‒–—−", "------")
_NOTHING = Cell("")
NOT_STATED = "a person not stated in the file"
NOT_READ = "a person not read from .xls files"
Columns = Mapping[str, int]
ReadDay = Callable[[Cell], date | None]


def read_returned(content: bytes, file: Path, sha256: str) -> Returned:
    """Read a workbook; one that cannot be read has the reason as its problem."""
    try:
        book = read_book(content, file.name)
    except SourceError as error:
        return Returned(file.name, sha256, problem=str(error).removesuffix("."))
    found = [(sheet, place) for sheet in book.sheets if (place := _header(sheet)) is not None]
    purposes = purpose_rows(book)
    if not found and not purposes:
        problem = "no sheet has the columns Item and Decision of the Findings sheet"
        return Returned(file.name, sha256, problem=problem)
    told = _told(book)
    layout = told.get("layout", "")
    return Returned(
        file=file.name,
        sha256=sha256,
        rows=tuple(row for sheet, place in found for row in _rows(sheet, place)),
        run_id=told.get("run", ""),
        layout=int(layout.partition(".")[0]) if layout[:1].isdigit() else None,
        who=_who(book),
        said=_said(found),
        purposes=purposes,
    )


def _who(book: Book) -> str:
    """Say who saved a workbook; the tool's own name is that of nobody who decides."""
    if book.saved_by is None:
        return NOT_READ
    return book.saved_by if book.saved_by not in {"", AUTHOR} else NOT_STATED


def _header(sheet: Sheet) -> int | None:
    """Give the place of the heading row: of the named table, else in the first 30 rows."""
    table = sheet.tables.get(TABLE)
    places: list[int] = [table.first_row - 1] if table else []
    first: Sequence[int] = range(min(_HEADER_WITHIN, len(sheet.rows)))
    for place in (*places, *first):
        columns: Columns = _columns(sheet.rows[place]) if place < len(sheet.rows) else {}
        known = sum(name in columns for name in EVIDENCE)
        if "decision" in columns and (ITEM in columns or known >= _ENOUGH_HEADERS):
            return place
    return None


def _columns(row: tuple[Cell, ...]) -> Columns:
    """Say where each known heading stands; of two alike the first counts."""
    known = {ITEM, *EVIDENCE, *INPUTS}
    columns: dict[str, int] = {}
    for place, cell in enumerate(row):
        name = " ".join(cell.text.split()).casefold()
        if name in known:
            columns.setdefault(name, place)
    return columns


def _rows(sheet: Sheet, header: int) -> Iterator[Row]:
    columns = _columns(sheet.rows[header])
    below = sheet.rows[header + 1 :]
    place = columns.get("due date", -1)
    dues = [row[place] for row in below if 0 <= place < len(row)]
    read_due = day_reader(dues)
    for number, cells in enumerate(below, header + 2):
        row = _row(sheet, number, cells, columns, read_due)
        if row is not None:
            yield row


def _row(
    sheet: Sheet, number: int, cells: tuple[Cell, ...], columns: Columns, read_due: ReadDay
) -> Row | None:
    """Read one row; None where it is blank, a heading again, or says that there is no item."""
    named = {
        name: cells[place] if place < len(cells) else _NOTHING for name, place in columns.items()
    }
    item = named.get(ITEM, _NOTHING).text.translate(_DASHES).upper().replace(" ", "")
    decision, reason, owner, due = (named.get(name, _NOTHING) for name in INPUTS)
    due_day = read_due(due)
    written = Written(
        decision.text,
        reason.text,
        owner.text,
        due_day.isoformat() if due.when is not None and due_day else due.text,
    )
    if decision.text.casefold() == "decision":
        return None
    if not written and ("-0000-" in item or (not item and _says_nothing(named.values()))):
        return None
    below = columns["decision"] + 1
    return Row(
        sheet=sheet.name,
        row=number,
        item=item,
        written=written,
        cells={name: _evidence(name, named[name]) for name in EVIDENCE if name in named},
        due_day=due_day,
        due_typed=due.when is None and bool(due.text),
        link=named.get(LINKED, _NOTHING).link,
        merged=any(area.follows_in(number, below) for area in sheet.merged),
    )


def _says_nothing(cells: Iterable[Cell]) -> bool:
    """Tell whether cells are empty; a link that outlived its words is read as its address."""
    return all(cell.text in {"", cell.link} for cell in cells)


def _evidence(name: str, cell: Cell) -> str:
    """Write an evidence cell as the store does: a date as ISO text, other text on one line."""
    day = read_day(cell) if name in DATES else None
    return day.isoformat() if day else " ".join(cell.text.split())


def _told(book: Book) -> Mapping[str, str]:
    """Say of which run and layout a file is, by its properties or by its About sheet."""
    told = {"run": book.properties.get("RunId", "")}
    told["layout"] = book.properties.get("SchemaVersion", "")
    rows = (row for sheet in book.sheets for row in sheet.rows if len(row) > 2)
    for topic, what, detail, *_ in rows:
        if topic.text == "This review" and what.text in {"Run", "Layout"}:
            name = what.text.casefold()
            told[name] = told[name] or detail.text
    return told


def _said(found: list[tuple[Sheet, int]]) -> tuple[str, ...]:
    said: list[str] = []
    if len(found) > 1:
        names = ", ".join(sheet.name for sheet, _ in found)
        said.append(f"decisions stand on several sheets, all read: {names}")
    for sheet, place in found:
        columns = _columns(sheet.rows[place])
        gone = [name for name in (ITEM, *EVIDENCE, *INPUTS) if name not in columns]
        if gone:
            said.append(f"sheet {sheet.name} lacks the columns {', '.join(gone)}")
        if sheet.comments:
            said.append(f"{count(sheet.comments, 'comment')} on sheet {sheet.name}: not read")
    return tuple(said)
