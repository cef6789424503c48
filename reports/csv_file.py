"""A CSV file that a spreadsheet opens with its macrons whole and without running any of it."""

import csv
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from reports.clean import csv_cell


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a header and rows of text: UTF-8 with a byte order mark, LF, each cell made safe.

    The mark is what tells Excel that the file is UTF-8.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        safe = lru_cache(maxsize=1024)(csv_cell)  # most columns repeat their words
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(headers)
        writer.writerows(map(safe, row) for row in rows)
