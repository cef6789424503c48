"""The verbs about the register: is it in order, and what would a source change."""

from datetime import datetime
from pathlib import Path

import click

from audit import config, inputs
from audit.cli.gaps import gaps
from audit.cli.register_update import update
from audit.cli.shared import CONFIG, EPILOG, NOW, moment
from audit.register import register_of
from audit.register.age import age_problems
from audit.register.integrity import integrity_problems
from audit.review.words import count, day


@click.group(epilog=EPILOG)
def register() -> None:
    """Keep the register of politicians and their accounts true."""


register.add_command(gaps)
register.add_command(update)


@register.command(epilog=EPILOG)
@CONFIG
@NOW
def check(config_path: Path, now: datetime | None) -> int:
    """Say what in the register looks wrong or out of date; write nothing."""
    where = inputs.paths_of(config.load(config_path, check_files=False))
    tables = inputs.read_register(where)
    known = register_of(tables)
    found = (*age_problems(known, moment(now).date()), *integrity_problems(tables, known))
    click.echo(f"Register: {known.name}, as at {day(known.version)}.")
    for sentence in found:
        click.echo(sentence)
    click.echo(f"{count(len(found), 'thing')} to look at." if found else "Nothing to look at.")
    return 1 if found else 0
