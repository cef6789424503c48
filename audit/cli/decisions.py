"""The verbs about decisions: read the workbooks that came back, and show what is recorded."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from audit import config
from audit.cli.shared import CONFIG, EPILOG, NOW, moment
from audit.decisions.in_lines import recorded_in_words, row_in_words
from audit.decisions.judge import in_one_line
from audit.decisions.model import MISSING, NOT_USED, NOTED, UNDECIDED, USED, Outcome, Reading
from audit.review.words import count
from audit.run.alone import alone
from audit.run.returned import read as returned
from audit.run.returned.answer_sheet import answer_in_words
from audit.run.returned.read import ReadNow


@click.group(epilog=EPILOG)
def decisions() -> None:
    """Read the decisions that people wrote into workbooks, and show what is recorded."""


@decisions.command(epilog=EPILOG)
@click.argument(
    "paths", metavar="WORKBOOK…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@CONFIG
@click.option("--dry-run", is_flag=True, help="Say what would be read; record nothing.")
@NOW
def read(paths: tuple[Path, ...], config_path: Path, dry_run: bool, now: datetime | None) -> int:
    """Read decisions from workbooks or folders of them, and say what became of each row."""
    loaded = config.load(config_path, check_files=False)
    with alone(loaded.path(loaded.config.review.output)):
        told = returned.read(loaded, paths, moment(now), dry_run=dry_run)
    reading = told.reading
    _say(told)
    if not reading.files:
        click.echo("Nothing new was read, and nothing that is recorded changed.")
    elif dry_run:
        click.echo("Nothing was recorded, since this is a dry run.")
    else:
        click.echo(f"{count(len(reading.new), 'decision')} newly recorded in decisions.csv.")
    refused = any(file.refused for file in reading.files)
    return 1 if refused or reading.count(MISSING) or _not_used(reading) else 0


@decisions.command(epilog=EPILOG)
@click.option("--all", "everything", is_flag=True, help="Show replaced decisions, too.")
@CONFIG
def show(config_path: Path, everything: bool) -> int:
    """Show the decisions that are recorded, one line each."""
    found = returned.decisions(config.load(config_path, check_files=False))
    shown = found if everything else tuple({one.item: one for one in found}.values())
    for one in shown:
        click.echo(recorded_in_words(one))
    click.echo(f"{count(len(shown), 'decision')}." if shown else "No decision is recorded yet.")
    return 0


def _not_used(reading: Reading) -> bool:
    return any(one.bucket == NOT_USED for one in (*reading.outcomes, *reading.purposes))


def _say(told: ReadNow) -> None:
    reading = told.reading
    for sentence in told.again:
        click.echo(sentence)
    for file in reading.files:
        said = f" {file.said}." if file.said else ""
        click.echo(f"{file.file}: {count(file.rows, 'row')}.{said}")
    for one in reading.outcomes:
        if one.bucket != UNDECIDED or one.said:
            click.echo(_line(one))
    for one in reading.purposes:
        click.echo(_line(one))
    for answer in told.answers:
        click.echo(f"Answer: {answer_in_words(answer)}")
    if reading.files:
        _sum_up(told)


def _sum_up(told: ReadNow) -> None:
    """Say what became of the rows of each sheet that people write on."""
    purposes = replace(told.reading, outcomes=told.reading.purposes)
    parts = [f"{purposes.count(bucket):,} {bucket}" for bucket in (USED, NOTED, NOT_USED)]
    click.echo(f"Findings: {in_one_line(told.reading)}")
    read = count(len(purposes.outcomes), "purpose")
    click.echo(f"Followed accounts: {read} written or changed: {', '.join(parts)}.")
    read = count(len(told.answers), "answer")
    weighed = "; the next run weighs what they say" if told.answers else ""
    click.echo(f"Guidance: {read} that the last review did not have{weighed}.")


def _line(one: Outcome) -> str:
    place = f"{one.file}, sheet {one.sheet}, row {one.row}, " if one.row else ""
    item = one.item or one.title or "no item number"
    return f"{one.bucket.capitalize()}: {place}{item}: {row_in_words(one)}"
