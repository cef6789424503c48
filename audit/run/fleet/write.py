"""Writes the report over several agencies, each agency's own report beside it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.fleet.assemble import Member, assemble
from audit.fleet.document import document
from audit.fleet.model import Fleet, NotHere
from audit.review.model import Period
from audit.run import folder
from audit.run.fleet.found import Found
from audit.run.produce import Printing, report_files
from reports.fleet.page import write_page
from reports.fleet.workbook import write_workbook
from reports.pdf import print_page

_PAGES = "agencies"
_LONGEST = 60


@dataclass(frozen=True)
class MadeFleet:
    """The report over several agencies and where its files are; ``no_pdf`` as in a review."""

    fleet: Fleet
    folder: Path
    no_pdf: str

    @property
    def workbook(self) -> Path:
        """Give the path of the workbook."""
        return self.folder / fleet_files(self.fleet.period)[0]

    @property
    def page(self) -> Path:
        """Give the path of the page."""
        return self.folder / fleet_files(self.fleet.period)[1]


def fleet_files(period: Period) -> tuple[str, str]:
    """Name the workbook and the page so that they still say what they are in a mail."""
    return f"fleet-{period.id}.xlsx", f"fleet-{period.id}.html"


def write(
    runs: Sequence[Found],
    not_here: Sequence[NotHere],
    notes: Sequence[str],
    output: Path,
    printing: Printing | None,
) -> MadeFleet:
    """Make the Fleet of the runs and write its folder: whole or absent, with a manifest.

    Raises ConfigError where the output folder cannot be written.
    """
    pages = _page_names([one.review.agency.name for one in runs])
    members = [Member(one.review, one.run, page) for one, page in zip(runs, pages, strict=True)]
    fleet = assemble(members, not_here, notes)
    name = folder.next_name(output, f"fleet-{fleet.period.id}")
    workbook, page = fleet_files(fleet.period)
    with folder.new(output, name) as target:
        (target / _PAGES).mkdir()
        for one, copy in zip(runs, pages, strict=True):
            content = (one.folder / report_files(one.review.period)[1]).read_bytes()
            (target / copy).write_bytes(content)
        (target / "fleet.json").write_bytes(document(fleet).encode("utf-8"))
        write_workbook(fleet, target / workbook)
        write_page(fleet, target / page)
        no_pdf = ""
        if printing is not None:
            no_pdf = print_page(target / page, printing.browser, fleet.observed_at)
    return MadeFleet(fleet, output / name, no_pdf)


def _page_names(agencies: Sequence[str]) -> list[str]:
    """Give each agency a file name of plain letters, and a number to one that has another's."""
    names: list[str] = []
    for agency in agencies:
        plain = unicodedata.normalize("NFKD", agency.casefold()).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST] or "agency"
        taken = sum(name == f"{_PAGES}/{stem}.html" for name in names)
        number = 2
        while taken and f"{_PAGES}/{stem}-{number}.html" in names:
            number += 1
        names.append(f"{_PAGES}/{stem}-{number}.html" if taken else f"{_PAGES}/{stem}.html")
    return names
