"""The verb about what the register does not know: who is missing, and taking in what was found."""

import os
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import pandas as pd

from audit import config, inputs
from audit.cli.shared import CONFIG, EPILOG, NOW, moment
from audit.config import Loaded
from audit.register import Register, Tables, register_of
from audit.register.age import age_problems
from audit.register.coverage import register_coverage
from audit.register.filled import (
    BUCKETS,
    DOUBTFUL,
    EMPTY,
    TAKEN,
    WRONG,
    Judged,
)
from audit.register.gaps import gaps as gaps_of
from audit.register.gaps import namesakes
from audit.review.model import RegisterCoverage
from audit.review.words import PLATFORM_NAMES, count, day
from audit.run.ask_online import Ask, asking
from audit.run.last import last_follows
from audit.run.online import client
from audit.run.take_in import take_in
from connectors import frames
from connectors.errors import ConfigError, SourceError
from reports.clean import one_line
from reports.register_gaps import Facts, write_gaps

_PATH = click.Path(path_type=Path, dir_okay=False)


@click.command(epilog=EPILOG)
@CONFIG
@NOW
@click.option(
    "--platform",
    "platforms",
    multiple=True,
    type=click.Choice(frames.PLATFORMS),
    help="A platform to look at; those of your accounts if not given.",
)
@click.option("--out", "target", type=_PATH, help="A workbook of the missing ones, to fill in.")
@click.option("--read", "filled", type=_PATH, help="The workbook, filled in, to take in.")
@click.option(
    "--overlay",
    type=click.Path(path_type=Path, file_okay=False),
    help="With --read: the folder to write to; that of [register] overlay if not given.",
)
@click.option("--online", is_flag=True, help="With --read: ask the platforms about each account.")
@click.option("--max-wait", default=600, show_default=True, help="Seconds to wait for a server.")
def gaps(
    *,
    config_path: Path,
    now: datetime | None,
    platforms: tuple[str, ...],
    target: Path | None,
    filled: Path | None,
    **reading: Any,
) -> int:
    """Show whose accounts the register does not know, and take in those that a person found."""
    if reading["online"] and filled is None:
        raise click.UsageError("--online asks about the rows of a workbook: name it with --read.")
    loaded = config.load(config_path, check_files=False)
    tables = inputs.read_register(inputs.paths_of(loaded))
    if filled is not None:
        ask = _asking(loaded, reading["max_wait"]) if reading["online"] else None
        overlay = _overlay(loaded, reading["overlay"])
        return _take_in(filled, overlay, tables, moment(now), ask)
    register, today = register_of(tables), moment(now).date()
    wanted = platforms or tuple(dict.fromkeys(one.platform for one in loaded.config.account))
    click.echo(f"Register: {register.name}, as at {day(register.version)}.")
    for sentence in age_problems(register, today):
        click.echo(sentence)
    _tell_coverage(register, today, wanted)
    alike = namesakes(register, today, _followed(loaded))
    alike = alike[alike["platform"].isin(wanted)]
    _tell_alike(alike, register)
    if target is not None:
        if target.exists():
            raise ConfigError([f"{target} is there already and may be filled in. Name another."])
        facts = Facts(
            loaded.config.agency.name,
            register.name,
            register.version,
            today,
            loaded.config.review.marking,
        )
        missing = gaps_of(register, today, wanted, alike)
        write_gaps(missing, facts, target)
        click.echo(f"Wrote {target}: {count(len(missing), 'row')} to fill in.")
    return 0


def _tell_coverage(register: Register, today: date, platforms: tuple[str, ...]) -> None:
    """Print the members with a known account against all, by platform and party."""
    short = register.parties.set_index("party")["short"]
    lines = register_coverage(register, today)
    for platform in platforms:
        there = [line for line in lines if line.platform == platform]
        click.echo(f"{PLATFORM_NAMES[platform]}: sitting members with a known account")
        width = max((len(str(short[line.party])) for line in there), default=3)
        for line in there:
            click.echo(f"  {short[line.party]:<{width}}  {_of(line)}")
        known, members = sum(one.known for one in there), sum(one.members for one in there)
        click.echo(f"  {'All':<{width}}  {known:>3} of {members}")


def _of(line: RegisterCoverage) -> str:
    return f"{line.known:>3} of {line.members}"


def _followed(loaded: Loaded) -> pd.DataFrame:
    """Give the accounts followed at the last review; none where there is none to read."""
    try:
        last = last_follows(loaded.path(loaded.config.review.output))
    except SourceError as error:
        click.echo(f"The last review could not be looked in for names: {error}")
        return frames.empty("accounts")
    if last is None:
        click.echo("There is no review yet to look in for accounts with a member's name.")
        return frames.empty("accounts")
    click.echo(
        f"Names were looked for in the follows of the review {last.run}, of {day(last.day)}."
    )
    return last.accounts


def _tell_alike(alike: pd.DataFrame, register: Register) -> None:
    """Ask of each followed account with a member's name whether it is theirs."""
    names = register.people.set_index("actor")["name"]
    for row in alike.to_dict("records"):
        handle = row["url"] if pd.isna(row["handle"]) else f"@{row['handle']}"
        asked = f"{handle} on {PLATFORM_NAMES[row['platform']]} has the name of"
        click.echo(one_line(f"Is this them? {asked} {names[row['actor']]} ({row['actor']})."))


def _overlay(loaded: Loaded, given: Path | None) -> Path:
    named = loaded.config.register_.overlay
    if given is None and named is None:
        raise ConfigError(["Say where to write: --overlay DIR, or [register] overlay."])
    if named is None or (given and given.resolve() != loaded.path(named).resolve()):
        click.echo("This folder counts once it is named in [register] overlay.")
    return given or loaded.path(named or Path())


def _asking(loaded: Loaded, max_wait: int) -> Ask:
    online = client(lambda: moment(None), time.sleep, max_wait, loaded.config.agency.contact)
    return asking(loaded.config.account, os.environ, online, click.echo)


def _take_in(filled: Path, overlay: Path, tables: Tables, now: datetime, ask: Ask | None) -> int:
    """Take in what can be taken, and say what became of every row."""
    result = take_in(filled, overlay, tables, now, ask)
    for one in result.judged:
        if one.bucket != EMPTY:
            click.echo(one_line(_line(one)))
    numbers = {bucket: sum(one.bucket == bucket for one in result.judged) for bucket in BUCKETS}
    said = ", ".join(f"{number:,} {bucket}" for bucket, number in numbers.items())
    click.echo(f"{count(len(result.judged), 'row')}: {said}.")
    if ask is not None:
        confirmed = sum(one.is_confirmed for one in result.judged)
        click.echo(f"Of those taken, the platforms confirmed {confirmed:,} of {numbers[TAKEN]:,}.")
    again = f" {count(result.there, 'account')} of those taken stood there before."
    written = f"Wrote {count(result.written, 'account')} to {overlay / 'accounts.csv'}."
    click.echo(f"{written}{again if result.there else ''}")
    return 1 if numbers[DOUBTFUL] or numbers[WRONG] else 0


def _line(one: Judged) -> str:
    row = one.filled
    why = f": {one.reason}" if one.reason else ""
    where = PLATFORM_NAMES.get(row.platform, row.platform)
    return (
        f"Row {row.line}, {row.actor} on {where}, {row.handle or 'no handle'}: {one.bucket}{why}."
    )
