"""Evidence too long for a sheet: a CSV file beside the workbook, safe to open in a spreadsheet."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from audit.review.model import Review
from audit.review.words import count
from reports import workbook_text
from reports.csv_file import write_csv
from reports.tables import Cell, Link, Table, evidence_of
from reports.tables.evidence import BUILDERS, in_words

MOST_ROWS = 50_000


def evidence_table(review: Review, name: str, workbook: Path) -> Table:
    """Describe one evidence table; above 50,000 rows write it beside the workbook instead.

    ``name`` is a field of the Review's evidence tables.
    """
    frame: pd.DataFrame = getattr(review.evidence, name)
    if len(frame) <= MOST_ROWS:
        return BUILDERS[name](review)
    file = _beside(workbook, name)
    outline = BUILDERS[name](
        replace(review, evidence=replace(review.evidence, **{name: frame.iloc[:0]}))
    )
    _write(frame, outline, file)
    return _in_a_file(outline, len(frame), file)


def items_evidence(review: Review, workbook: Path) -> Table:
    """Describe what each item rests on; above 50,000 rows write it beside the workbook instead."""
    table = evidence_of(review)
    if len(table.rows) <= MOST_ROWS:
        return table
    file = _beside(workbook, "evidence")
    write_csv(file, [column.header for column in table.columns], map(_as_text, table.rows))
    return _in_a_file(table, len(table.rows), file)


def _as_text(row: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(cell.url if isinstance(cell, Link) else str(cell) for cell in row)


def _beside(workbook: Path, name: str) -> Path:
    return workbook.with_name(f"{workbook.stem}-{name}.csv")


def _in_a_file(table: Table, number: int, file: Path) -> Table:
    """Give the table with a sentence for its rows: how many of them stand in which file."""
    said = workbook_text.IN_A_FILE.format(rows=count(number, "row"), name=file.name)
    return replace(table, rows=(), empty=said)


def _write(frame: pd.DataFrame, outline: Table, file: Path) -> None:
    headers = {column.key: column.header for column in outline.columns}
    write_csv(file, [headers.get(key, "Address") for key in frame.columns], _rows(frame))


def _rows(frame: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(frame), MOST_ROWS):
        part = frame.iloc[start : start + MOST_ROWS]
        yield from zip(*[in_words(part, key) for key in part.columns], strict=True)
