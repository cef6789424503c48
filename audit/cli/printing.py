"""What a run prints of its files, and what prints a page where a PDF is wanted."""

import os
from pathlib import Path

import click

from audit.run.produce import Printing
from reports.pdf import find_browser


def printing(*, pdf: bool) -> Printing | None:
    """Give the browser that prints, or that there is none; null where no PDF is wanted."""
    return Printing(find_browser(os.environ)) if pdf else None


def say_files(workbook: Path, page: Path, no_pdf: str, *, pdf: bool) -> None:
    """Say where the reports are; of a PDF that was wanted, where it is or why there is none."""
    click.echo(f"Workbook: {workbook}")
    click.echo(f"Page:     {page}")
    if pdf:
        click.echo(no_pdf or f"PDF:      {page.with_suffix('.pdf')}")
