"""How long the workbook takes with 2,000 findings, as a ratio to XlsxWriter writing the cells bare.

Run it from the repository's folder with python -m bench.bench_workbook.
"""

import io
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import xlsxwriter
from openpyxl import load_workbook

from audit.review.model import Review
from reports.workbook import write_workbook
from tests.reports.example import example

FINDINGS = 2_000
LIMIT = 2.0  # seconds
Cells = list[tuple[str, list[tuple[object, ...]]]]


def review_of(findings: int) -> Review:
    """Give the example Review with so many findings, no two alike."""
    patterns = example().findings
    rows = (
        replace(
            patterns[place % len(patterns)],
            item=f"26Q3-{place:04d}-N",
            key=f"key-{place}",
            why=f"{patterns[place % len(patterns)].why} Row {place}.",
        )
        for place in range(findings)
    )
    return replace(example(), findings=tuple(rows))


def cells_of(path: Path) -> Cells:
    """Read the cells of every sheet back."""
    book = load_workbook(path, read_only=True)
    return [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book]


def bare(sheets: Cells) -> None:
    """Write the same cells with XlsxWriter and nothing else."""
    book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True, "strings_to_formulas": False})
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, ["" if cell is None else cell for cell in row])
    book.close()


def seconds(run: Callable[[], None]) -> float:
    """Give the best time of three runs."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the seconds of both, their ratio, and the share of the limit that was used."""
    review = review_of(FINDINGS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "review.xlsx"
        ours = seconds(lambda: write_workbook(review, path))
        sheets = cells_of(path)
    theirs = seconds(lambda: bare(sheets))
    print(f"{FINDINGS:,} findings: workbook {ours:.2f} s, bare cells {theirs:.2f} s")
    print(f"ratio to bare cells {ours / theirs:.1f}, share of {LIMIT:.0f} s {ours / LIMIT:.2f}")


if __name__ == "__main__":
    main()
