"""The verb that makes the copy for an information request or the agency's website."""

import os
from pathlib import Path

import click

from audit.cli.shared import EPILOG, RUN
from audit.run.release import release as release_run
from reports.pdf import find_browser
from reports.release import text


@click.command(epilog=EPILOG)
@RUN
@click.option(
    "--out",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to make; RUN-release beside the run folder if not given.",
)
def release(folder: Path, target: Path | None) -> int:
    """Make the copy of a run folder for an information request or your website."""
    made = release_run(folder, target, find_browser(os.environ))
    click.echo(f"Copy for release: {made.folder}")
    if made.no_pdf:
        click.echo(made.no_pdf)
    for sentence in (*text.withheld(made.released), *text.before_release(made.released)):
        click.echo(sentence)
    return 0
