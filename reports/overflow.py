"""Evidence too long for a sheet: a CSV file beside the workbook, safe to open in a spreadsheet."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from audit.review.model import Review
from audit.review.words import count
from reports import workbook_text
from reports.csv_file import write_csv
from reports.tables import Table
from reports.tables.evidence import BUILDERS, in_words

MOST_ROWS = 50_000


def evidence_table(review: Review, name: str, workbook: Path) -> Table:
    """Describe one evidence table; above 50,000 rows write it beside the workbook instead.

    ``name`` is a field of the Review's evidence tables.
    """
    frame: pd.DataFrame = getattr(review.evidence, name)
    if len(frame) <= MOST_ROWS:
        return BUILDERS[name](review)
    file = workbook.with_name(f"{workbook.stem}-{name}.csv")
    outline = BUILDERS[name](
        replace(review, evidence=replace(review.evidence, **{name: frame.iloc[:0]}))
    )
    _write(frame, outline, file)
    rows = count(len(frame), "row")
    return replace(outline, empty=workbook_text.IN_A_FILE.format(rows=rows, name=file.name))


def _write(frame: pd.DataFrame, outline: Table, file: Path) -> None:
    headers = {column.key: column.header for column in outline.columns}
    write_csv(file, [headers.get(key, "Address") for key in frame.columns], _rows(frame))


def _rows(frame: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(frame), MOST_ROWS):
        part = frame.iloc[start : start + MOST_ROWS]
        yield from zip(*[in_words(part, key) for key in part.columns], strict=True)
