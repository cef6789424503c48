"""The verbs about lists of sources: fetch the public ones, show all, explain what they say."""

import time
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from audit import config, inputs
from audit.cli.shared import CONFIG, EPILOG, NOW, moment
from audit.config import Loaded
from audit.look.asked import read as read_asked
from audit.review.words import count, day
from audit.run.online import client
from audit.run.update_lists import Updated, update_links
from audit.run.update_lists import update as fetch
from audit.screen.public import USUAL, WORD_LISTS
from audit.sources.explain import Subject, explain
from audit.sources.held.registry import HELD
from audit.sources.lists import FlaggedList
from audit.sources.public.registry import PUBLIC
from audit.sources.public.wikidata_links import LIST as WIKIDATA_LINKS
from audit.sources.rows import INFO, LOOK
from connectors.errors import ConfigError
from connectors.frames import PLATFORMS

LINKS = WIKIDATA_LINKS.id
FETCHED = {**PUBLIC, **WORD_LISTS}


@click.group(epilog=EPILOG)
def sources() -> None:
    """Keep the lists of flagged sources and of words, and say what they say."""


@sources.command(epilog=EPILOG)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@CONFIG
@click.option("--max-wait", default=600, show_default=True, help="Seconds to wait for a server.")
@NOW
def update(names: tuple[str, ...], config_path: Path, max_wait: int, now: datetime | None) -> int:
    """Fetch public lists into the cache: those named, else those of the configuration."""
    loaded = config.load(config_path, check_files=False)
    wanted = names or _named(loaded)
    unknown = [name for name in wanted if name not in FETCHED]
    if unknown or not wanted:
        known = ", ".join(FETCHED)
        said = f"{', '.join(unknown)}: no such list" if unknown else "No list is named"
        raise ConfigError([f"{said}. The public lists that can be fetched: {known}."])
    online = client(lambda: moment(None), time.sleep, max_wait, loaded.config.agency.contact)
    cache = loaded.path(loaded.config.sources.cache)
    plain = [FETCHED[name] for name in wanted if name != LINKS]
    updated = list(fetch(plain, cache, online, moment(now)))
    if LINKS in wanted:
        sites = _others(loaded, moment(now).date())
        endpoint = loaded.config.register_.wikidata
        updated.append(update_links(sites, endpoint, cache, online, moment(now)))
    for one in updated:
        click.echo("\n".join(_outcome(one)))
    return 3 if any(one.trouble for one in updated) else 0


def _named(loaded: Loaded) -> tuple[str, ...]:
    """Name the lists that a run of the configuration would use: of sources, and of words."""
    words = loaded.config.screen.lists
    return (*loaded.config.sources.lists, *(USUAL if words is None else words))


def _others(loaded: Loaded, today: date) -> FlaggedList:
    """Load the lists of the configuration, but for the one that is made from them."""
    where = inputs.paths_of(loaded)
    lists = tuple(folder for folder in where.lists if folder.name != LINKS)
    return inputs.load_lists(replace(where, lists=lists), today)


def _outcome(one: Updated) -> list[str]:
    if one.found is None:
        return [f"{one.list.title}: not fetched. {one.trouble} An older copy stays as it is."]
    said = "fetched" if one.changed else "fetched, and the same as before"
    file = one.found.files[0]
    dropped = one.found.dropped[one.list.title]
    return [
        f"{one.list.title}: {said}, {count(file.rows, 'row')}, {_flagging(one.found)}, "
        f"SHA-256 {file.sha256[:16]}….",
        *(f"  {count(number, 'row')} not used: {reason}" for reason, number in dropped.items()),
    ]


def _flagging(found: FlaggedList) -> str:
    """Say how many rows ask for a look and how many are for information."""
    levels = found.rows["level"].value_counts()
    return f"{levels.get(LOOK, 0):,} for a look and {levels.get(INFO, 0):,} for information"


@sources.command(epilog=EPILOG)
@CONFIG
@NOW
def show(config_path: Path, now: datetime | None) -> int:
    """Show each list that a run would use, and the public ones that there are."""
    where = inputs.paths_of(config.load(config_path, check_files=False))
    flagged = inputs.load_lists(where, moment(now).date())
    words = inputs.load_words(where)
    for file in (*flagged.files, *words.files):
        dated = f", as at {day(datetime.fromisoformat(file.as_at).date())}" if file.as_at else ""
        click.echo(f"{file.name}: {count(file.rows, 'row')}{dated}, SHA-256 {file.sha256[:16]}…")
    if not flagged.files:
        click.echo("No list of sources is used: name some in [sources] own, lists or files.")
    if not words.terms:
        click.echo(
            "No list of words is used, so no profile is screened. "
            f"Run: follow-audit sources update {' '.join(USUAL)}"
        )
    click.echo("\nPublic lists that can be named in [sources] lists:")
    for one in PUBLIC.values():
        click.echo(f"  {one.id}: {one.about} Licence: {one.licence}.")
    click.echo("\nPublic lists of words, used once they are fetched, or named in [screen] lists:")
    for one in WORD_LISTS.values():
        click.echo(f"  {one.id}: {one.about} Licence: {one.licence}.")
    click.echo("\nLists of which you may hold a file, to be named in [sources.files]:")
    for one in HELD.values():
        click.echo(f"  {one.id}: {one.about} Licence: {one.licence}.")
    return 0


@sources.command("explain", epilog=EPILOG)
@click.argument("written", metavar="URL|HANDLE")
@click.option("--platform", type=click.Choice(PLATFORMS), help="Where a bare handle belongs.")
@CONFIG
@NOW
def explain_one(written: str, platform: str | None, config_path: Path, now: datetime | None) -> int:
    """Say every row that names an account or an address, and why the level is what it is."""
    flagged = _flagged(config_path, now)
    (asked,) = read_asked([written], platform, "")
    for line in explain(Subject(asked.written, asked.profile, asked.address), flagged):
        click.echo(line)
    return 0


def _flagged(config_path: Path, now: datetime | None) -> FlaggedList:
    where = inputs.paths_of(config.load(config_path, check_files=False))
    return inputs.load_lists(where, moment(now).date())
