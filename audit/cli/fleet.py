"""The verb about several agencies at once, and what a run of several says at its end."""

from pathlib import Path

import click

from audit.cli.printing import printing, say_files
from audit.cli.shared import EPILOG, EXIT_CODE, PDF, progress
from audit.run.fleet.of_folder import of_folder
from audit.run.fleet.write import MadeFleet

OUT = click.option(
    "--out",
    "output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the report over all agencies goes.",
)


@click.command(epilog=EPILOG)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--period", default="", help="The period to compare; else the usual latest one.")
@OUT
@PDF
@EXIT_CODE
def fleet(folder: Path, period: str, output: Path | None, pdf: bool, exit_code: bool) -> int:
    """Make one report over the latest runs of all agencies below a folder."""
    with progress() as notify:
        made = of_folder(folder, period, output or folder, notify, printing(pdf=pdf))
    return report(made, exit_code=exit_code, pdf=pdf)


def report(made: MadeFleet, *, exit_code: bool, pdf: bool) -> int:
    """Say where the report over several agencies is and what it says; give the exit code."""
    say_files(made.workbook, made.page, made.no_pdf, pdf=pdf)
    whole = made.fleet
    for sentence in (whole.answer, whole.coverage, *whole.notes):
        click.echo(sentence)
    for one in whole.not_here:
        click.echo(f"{one.name} ({one.where}): {one.reason}")
    if whole.status == "partial":
        return 3
    return 1 if exit_code and whole.totals.need_decision else 0
