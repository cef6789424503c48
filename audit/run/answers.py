"""What people answered on Guidance sheets: in run folders, in the inbox, and in the last review."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter

from audit.config import Loaded
from audit.guidance.given import Answer
from audit.guidance.lines import ANSWERS
from audit.review.model import GuidanceLine
from audit.run import keep
from audit.run.last import newest_first
from audit.run.returned.found import workbooks_in, written_in
from connectors.errors import SourceError
from connectors.list_dates import read_day, shows_month_first
from connectors.list_tables import Cell
from connectors.spreadsheets import Sheet, read_book

TABLE = "tblGuidance"
_HEADINGS = ("clause", "answer", "by", "on")
_HEADER_WITHIN = 30
_IN_TE_REO = {"āe": "Yes", "ae": "Yes", "kāo": "No", "kao": "No", "kāore": "No"}
_NOTHING = Cell("")
_LINES = TypeAdapter(tuple[GuidanceLine, ...])


def collect_answers(loaded: Loaded) -> tuple[Answer, ...]:
    """Give the last answer to each clause; raises SourceError where a run folder is broken.

    A later day wins; of one day, what stands in a workbook of the last run or in the inbox. A
    workbook that cannot be read is told of with the decisions.
    """
    output = loaded.path(loaded.config.review.output)
    runs = newest_first(output)
    last = runs[0] if runs else None
    written = written_in(output)
    inbox = workbooks_in([loaded.path(path) for path in loaded.config.review.inbox])
    older = [path for path in written if path.parent != last]
    newer = [path for path in written if path.parent == last]
    return _latest([*_in_files(older), *_carried(last), *_in_files([*newer, *inbox])])


def _latest(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    found: dict[str, Answer] = {}
    for one in answers:
        before = found.get(one.clause)
        if before is None or one.on is None or before.on is None or one.on >= before.on:
            found[one.clause] = one
    return tuple(found[clause] for clause in sorted(found))


def _carried(run: Path | None) -> Iterator[Answer]:
    if run is None:
        return
    path = run / "review.json"
    try:
        lines = _LINES.validate_python(keep.read_json(path)["guidance"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"{path} is not one of this tool.") from error
    for line in lines:
        if line.answer:
            yield Answer(line.clause, line.answer, line.by, line.answered_on, run.name)


def _in_files(paths: Iterable[Path]) -> Iterator[Answer]:
    for path in paths:
        try:
            book = read_book(path.read_bytes(), path.name)
        except (OSError, SourceError):
            continue
        for sheet in book.sheets:
            yield from _in_sheet(sheet, path.name)


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
    months_first = shows_month_first([row["on"] for row in below])
    for number, row in enumerate(below, header + 2):
        if row["clause"].text and row["answer"].text:
            yield Answer(
                clause=row["clause"].text.strip().upper(),
                answer=_said(row["answer"].text),
                by=row["by"].text,
                on=read_day(row["on"], month_first_seen=months_first),
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
