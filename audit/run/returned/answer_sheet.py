"""Reads the answers of people on the Guidance sheet of workbooks that came back."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from audit.guidance.given import Answer
from audit.guidance.lines import ANSWERS
from audit.review.words import day
from audit.run.returned.days import day_reader
from connectors.errors import SourceError
from connectors.list_tables import Cell
from connectors.spreadsheets import Sheet, read_book

TABLE = "tblGuidance"
_HEADINGS = ("clause", "answer", "by", "on")
_HEADER_WITHIN = 30
_IN_TE_REO = {"āe": "Yes", "ae": "Yes", "kāo": "No", "kao": "No", "kāore": "No"}
_NOTHING = Cell("")


def answers_in(path: Path, name: str) -> Iterator[Answer]:
    """Give the answers of a workbook, by whatever name it came; none where it cannot be read."""
    try:
        book = read_book(path.read_bytes(), name)
    except (OSError, SourceError):
        return
    for sheet in book.sheets:
        yield from _in_sheet(sheet, name)


def answer_in_words(one: Answer) -> str:
    """Write an answer in one line, and say where it stands and what it lacks."""
    on = f"on {day(one.on)}" if one.on else ""
    words = ", ".join(filter(None, (one.answer, one.by and f"by {one.by}", on)))
    lacking = "" if one.by and one.on else " It does not count without a name and a date."
    return f"{one.source}, {one.clause}: {words}.{lacking}"


def _in_sheet(sheet: Sheet, file: str) -> Iterator[Answer]:
    """Give the answers of a sheet that has the headings of the Guidance sheet."""
    header = _header(sheet)
    if header is None:
        return
    columns = _columns(sheet.rows[header])
    below = [
        {name: row[place] if place < len(row) else _NOTHING for name, place in columns.items()}
        for row in sheet.rows[header + 1 :]
    ]
    read_day = day_reader(row["on"] for row in below)
    for number, row in enumerate(below, header + 2):
        if row["clause"].text and row["answer"].text:
            yield Answer(
                clause=row["clause"].text.strip().upper(),
                answer=_said(row["answer"].text),
                by=row["by"].text,
                on=read_day(row["on"]),
                source=f"{file}, sheet {sheet.name}, row {number}",
            )


def _header(sheet: Sheet) -> int | None:
    table = sheet.tables.get(TABLE)
    places: list[int] = [table.first_row - 1] if table else []
    places += range(min(_HEADER_WITHIN, len(sheet.rows)))
    there = (place for place in places if place < len(sheet.rows))
    return next((one for one in there if len(_columns(sheet.rows[one])) == len(_HEADINGS)), None)


def _columns(row: tuple[Cell, ...]) -> Mapping[str, int]:
    """Say where each heading stands; of two alike the first counts."""
    places: dict[str, int] = {}
    for place, cell in enumerate(row):
        places.setdefault(" ".join(cell.text.split()).casefold(), place)
    return {name: places[name] for name in _HEADINGS if name in places}


def _said(written: str) -> str:
    """Give one of the three answers where it is one, in any case or in te reo; else as written."""
    plain = " ".join(written.split()).rstrip(".")
    words = {word.casefold(): word for word in ANSWERS} | _IN_TE_REO
    return words.get(plain.casefold(), plain)
