"""The verb for before a run: is everything in order, and with --online are the credentials good."""

from collections.abc import Sequence
from pathlib import Path

import click

from audit import config
from audit.cli.shared import CONFIG, EPILOG, moment, outside, progress
from audit.config import Loaded
from audit.period import new_zealand_day
from audit.review.words import KIND_NOUNS, count, day, listing
from audit.run import make
from audit.run.interfaces import blocks
from audit.run.probe import Asked, probe_all
from connectors.errors import ConfigError
from connectors.live.connector import Probed
from reports.clean import one_line


@click.command(epilog=EPILOG)
@CONFIG
@click.option("--online", is_flag=True, help="Ask the platforms about each account read by them.")
def check(config_path: Path, online: bool) -> int:
    """Read the configuration, the register, the lists and every account; write nothing."""
    loaded = config.load(config_path)
    with progress() as notify:
        checked = make.check(loaded, moment(None), notify, outside())
        asked = probe_all(loaded, moment(None), outside(), notify) if online else []
    used = checked.inputs
    click.echo(f"Register: {used.register.name}, as at {day(used.register.version)}.")
    click.echo(f"Flagged lists: {count(len(used.flagged.rows), 'row')} in force.")
    for note in checked.notes:
        click.echo(one_line(note))
    return _tell(asked) if online else _in_order(loaded)


def _in_order(loaded: Loaded) -> int:
    unasked = len(blocks(loaded))
    if not unasked:
        click.echo("The configuration is in order, and every account can be read.")
        return 0
    click.echo("The configuration is in order, and every export and list can be read.")
    them = f"{count(unasked, 'account')} through an interface"
    click.echo(f"{them}: follow-audit check --online asks whether that works.")
    return 0


def _tell(asked: Sequence[Asked]) -> int:
    """Say what each account told; raises ConfigError where one could not be asked."""
    for one in asked:
        if one.probed is not None:
            click.echo(one_line(f"{one.block.label}: {facts(one.probed)}"))
            for sentence in (*one.probed.problems, *one.probed.notes):
                click.echo(f"  {one_line(sentence)}")
    failures = [one_line(one.failure) for one in asked if one.failure]
    if failures:
        raise ConfigError(failures)
    short = sum(bool(one.probed and one.probed.problems) for one in asked)
    if short:
        click.echo(f"{count(short, 'account')} cannot be read in full through an interface.")
        return 1
    click.echo("The configuration is in order, and every account can be read.")
    return 0


def facts(probed: Probed) -> str:
    """Write what an account told of itself and its credential."""
    parts = [f"found as {probed.account_id}."]
    stated = [
        f"{number:,} {KIND_NOUNS[kind][number != 1]}" for kind, number in probed.stated.items()
    ]
    if stated:
        parts.append(f"It states {listing(stated)}.")
    if probed.expires is not None:
        parts.append(f"Its credential ends on {day(new_zealand_day(probed.expires))}.")
    return " ".join(parts)
