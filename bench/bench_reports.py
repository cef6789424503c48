"""Measure the workbook and the page, as a ratio to XlsxWriter writing the same cells bare.

Run as ``python -m bench.bench_reports 2000 50000``: numbers of findings, each measured with the
evidence of the tests' example alone and with evidence in its proportions, four follows and three
likes to a finding. Reports and bare cells
are each written in a process of their own. Seconds are those of the writing alone, by the clock and
of the processor; memory is the whole process's peak. What the workbook puts into CSV files beside
it counts for the reports and not for the bare cells.
"""

import argparse
import json
import pickle
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from itertools import chain, repeat
from pathlib import Path

import pandas as pd
import xlsxwriter
from python_calamine import CalamineWorkbook

from audit.review.model import EvidenceTables, Review
from bench.measure import measure
from reports.page import write_page
from reports.workbook import write_workbook
from tests.reports import example_evidence
from tests.reports.example import example

_LIMITS = {2_000: (2, 500), 50_000: (15, 500)}  # seconds, megabytes
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Written:
    """What it took to write something: seconds by the clock, and seconds of the processor."""

    seconds: float
    busy: float


def main() -> None:
    """Measure each size asked for and print what it took; or, in its process, write one thing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("findings", type=int, nargs="*", default=[*_LIMITS])
    parser.add_argument("--write", choices=WRITERS, help="write only this, here")
    parser.add_argument(
        "--alone", action="store_true", help="with --write review: few evidence rows"
    )
    asked = parser.parse_args()
    for findings in asked.findings:
        if asked.write:
            WRITERS[asked.write](findings, asked.alone)
            continue
        for alone in (True, False):
            with tempfile.TemporaryDirectory() as folder:
                print(_compared(findings, Path(folder), alone=alone))


def _compared(findings: int, folder: Path, *, alone: bool) -> str:
    made = ["--write", "review", str(findings), *(["--alone"] if alone else [])]
    measure(["-m", "bench.bench_reports", *made], folder)
    ours, peak = _apart("reports", findings, folder)
    bare, bare_peak = _apart("bare", findings, folder)
    said = (
        f"{findings:,} findings{' alone' if alone else ' and their evidence'}: "
        f"workbook and page {ours.seconds:.2f} s ({ours.busy:.2f} s busy), "
        f"{peak:,.0f} MB; bare cells {bare.seconds:.2f} s ({bare.busy:.2f} s busy), "
        f"{bare_peak:,.0f} MB; ratio {ours.busy / bare.busy:.2f} in busy time"
    )
    if findings not in _LIMITS:
        return said
    seconds, megabytes = _LIMITS[findings]
    return f"{said}; of the limits {ours.seconds / seconds:.0%} and {peak / megabytes:.0%}"


def _apart(what: str, findings: int, folder: Path) -> tuple[Written, float]:
    """Write one thing in a process of its own; give what that took, and its peak in megabytes."""
    taken = measure(["-m", "bench.bench_reports", "--write", what, str(findings)], folder)
    return Written(**json.loads((folder / f"{what}.json").read_text())), taken.peak / _MEGABYTE


def _timed(what: str, run: Callable[[], None]) -> None:
    """Run it and leave what it took in a file of the folder that we are in."""
    start, busy = time.perf_counter(), time.process_time()
    run()
    took = Written(time.perf_counter() - start, time.process_time() - busy)
    Path(f"{what}.json").write_text(json.dumps(asdict(took)))


def write_review(findings: int, alone: bool) -> None:
    """Make the review apart, since a process's peak is never below its parent's."""
    review = review_of(findings)
    if alone:
        review = replace(review, evidence=example().evidence)
    Path("review.pickle").write_bytes(pickle.dumps(review))


def write_reports(*_: object) -> None:
    """Write both reports of the review that was made."""
    review = pickle.loads(Path("review.pickle").read_bytes())  # noqa: S301 - our own, just written

    def both() -> None:
        write_workbook(review, Path("review.xlsx"))
        write_page(review, Path("review.html"))

    _timed("reports", both)


def write_bare(*_: object) -> None:
    """Write the cells of the reports' workbook with XlsxWriter and nothing else."""
    source = CalamineWorkbook.from_path("review.xlsx")
    sheets = {name: source.get_sheet_by_name(name).to_python() for name in source.sheet_names}

    def write() -> None:
        book = xlsxwriter.Workbook("bare.xlsx", {"in_memory": True, "strings_to_formulas": False})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
        book.close()

    _timed("bare", write)


WRITERS = {"review": write_review, "reports": write_reports, "bare": write_bare}


def review_of(findings: int) -> Review:
    """Give the example Review with so many findings and the evidence of as many, no two alike."""
    pattern = example()
    times = findings // len(pattern.findings)
    return replace(
        pattern,
        findings=tuple(
            replace(
                finding,
                item=f"26Q3-{place:04d}-N",
                key=f"key-{place}",
                why=f"{finding.why} Row {place}.",
            )
            for place, finding in enumerate(chain.from_iterable(repeat(pattern.findings, times)))
        ),
        evidence=EvidenceTables(
            **{
                name: getattr(example_evidence, name)(len(frame) * times)
                for name, frame in _frames(pattern.evidence).items()
            }
        ),
    )


def _frames(evidence: EvidenceTables) -> dict[str, pd.DataFrame]:
    return {name: getattr(evidence, name) for name in ("followed", "likes", "reposts", "links")}


if __name__ == "__main__":
    main()
