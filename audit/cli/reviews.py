"""The verbs about reviews: run, review, verify and init."""

from datetime import datetime
from pathlib import Path

import click

from audit import config, shipped
from audit.cli.fleet import OUT, report
from audit.cli.printing import printing, say_files
from audit.cli.shared import CONFIGS, EPILOG, EXIT_CODE, NOW, PDF, RUN, moment, outside, progress
from audit.run import make
from audit.run.fleet.several import run_several
from audit.run.make import Made
from audit.run.verification import verify as verify_folder
from reports.coverage_words import not_covered


@click.command(epilog=EPILOG)
@CONFIGS
@click.option("--period", default="", help="A quarter such as 2026-Q3, or now; else the last one.")
@click.option("--full", is_flag=True, help="Read everything anew, building on no earlier run.")
@NOW
@OUT
@PDF
@EXIT_CODE
def run(
    config_paths: tuple[Path, ...],
    period: str,
    full: bool,
    now: datetime | None,
    output: Path | None,
    pdf: bool,
    exit_code: bool,
) -> int:
    """Collect all accounts, review them and write a new run folder; for each --config given."""
    paths, at, asked = list(config_paths), moment(now), outside(full=full)
    if len(paths) > 1:
        there = output or Path()
        with progress() as notify:
            whole = run_several(paths, period, at, there, notify, asked, printing(pdf=pdf))
        return report(whole, exit_code=exit_code, pdf=pdf)
    if output is not None:
        raise click.UsageError("--out is for several --config: where their common report goes.")
    loaded = config.load(paths[0])
    with progress() as notify:
        made = make.run(loaded, period, at, notify, asked, printing(pdf=pdf))
    return _report(made, exit_code=exit_code, pdf=pdf)


@click.command(epilog=EPILOG)
@RUN
@click.option(
    "--out",
    "target",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write the reports to.",
)
@PDF
@EXIT_CODE
def review(folder: Path, target: Path, pdf: bool, exit_code: bool) -> int:
    """Make the reports of a run folder again, from what the folder kept."""
    with progress() as notify:
        made = make.rebuild(folder, target, notify, printing(pdf=pdf))
    return _report(made, exit_code=exit_code, pdf=pdf)


@click.command(epilog=EPILOG)
@RUN
def verify(folder: Path) -> int:
    """Check that no file of a run folder has changed since it was made."""
    result = verify_folder(folder)
    for name in result.changed:
        click.echo(f"{name} has changed since the run folder was made.")
    for name in result.missing:
        click.echo(f"{name} is missing.")
    for name in result.added:
        click.echo(f"{name} was added later; it is not part of the record.")
    if result.whole:
        click.echo(f"All {result.checked} files of {folder} are as they were made.")
    return 0 if result.whole else 1


@click.command(epilog=EPILOG)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
def init(folder: Path) -> int:
    """Put a configuration and the sample agency's data into a folder, to begin from."""
    for path in shipped.lay_out(folder):
        click.echo(f"Wrote {path}")
    click.echo("Look at config.toml, then run: follow-audit run")
    return 0


def _report(made: Made, *, exit_code: bool, pdf: bool) -> int:
    say_files(made.workbook, made.page, made.no_pdf, pdf=pdf)
    review = made.review
    said = (review.answer, review.headline, *review.labels.register.problems, not_covered(review))
    for sentence in said:
        click.echo(sentence)
    if made.review.status == "partial":
        return 3
    return 1 if exit_code and made.review.summary.need_decision else 0
