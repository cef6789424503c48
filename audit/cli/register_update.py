"""The verb ``register update``: what a source would change in the register, and accepting it."""

import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from audit import config, inputs
from audit.cli.shared import CONFIG, EPILOG, NOW, moment
from audit.inputs import InputPaths
from audit.register import Tables
from audit.review.difference import KINDS, Difference
from audit.review.words import count
from audit.run import update as job
from audit.run.online import client
from audit.run.update_choice import chosen, keep_source, write_workbook
from audit.run.update_source import Source, read_source
from audit.update.accept import accept
from audit.update.claims import Given
from audit.update.columns import read_map
from connectors.errors import ConfigError
from connectors.frames import PLATFORMS

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(epilog=EPILOG)
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|URL|wikidata...")
@CONFIG
@click.option("--columns", default="", help="Which column is what: handle=Twitter,actor=Name.")
@click.option("--platform", type=click.Choice(PLATFORMS), help="Where its handles belong.")
@click.option("--source", help="What to call the source; else the name of the file.")
@click.option("--evidence-url", default="", help="Where a person can read it.")
@click.option("--as-at", type=_DAY, help="The day the file stands for.")
@click.option(
    "--complete",
    is_flag=True,
    help="It has every member of the House; or, on its platforms, every account of those it names.",
)
@click.option("--from-day", type=_DAY, help="The day on which undated members took their seats.")
@click.option("--polling-day", type=_DAY, help="Which election a result is of; else the last one.")
@click.option("--declared", type=_DAY, help="The day on which the official result was declared.")
@click.option("--max-wait", default=600, show_default=True, help="Seconds to wait for a server.")
@click.option("--accept", "accepted", metavar="all|WORKBOOK", help="Write these to the overlay.")
@click.option(
    "--workbook",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("register-difference.xlsx"),
    show_default=True,
    help="The workbook of differences to write.",
)
@NOW
def update(
    *,
    sources: tuple[str, ...],
    config_path: Path,
    max_wait: int,
    accepted: str | None,
    workbook: Path,
    now: datetime | None,
    **said: Any,
) -> int:
    """Show what a list, an election's result, a saved page or Wikidata would change."""
    loaded = config.load(config_path, check_files=False)
    where = inputs.paths_of(loaded)
    tables = inputs.read_register(where)
    asked = _asked(said)
    endpoint = loaded.config.register_.wikidata
    contact = loaded.config.agency.contact
    online = client(lambda: moment(None), time.sleep, max_wait, contact)
    source = read_source(sources, online, endpoint, tables, moment(now).date())
    compared = job.compare(source, asked, tables, moment(now))
    if accepted:
        return _accept(compared, accepted, where, tables, moment(now))
    _show(compared.differences)
    if compared.differences:
        _offer(compared, source, workbook, moment(now))
    return 1 if compared.differences else 0


def _asked(said: dict[str, Any]) -> job.Asked:
    days = {name: said[name].date() if said[name] else None for name in _DAYS}
    given = Given(
        said["source"] or "",
        said["evidence_url"],
        days["as_at"].isoformat() if days["as_at"] else "",
        said["platform"] or "",
    )
    return job.Asked(
        columns=read_map(said["columns"]),
        given=given,
        complete=said["complete"],
        from_day=days["from_day"].isoformat() if days["from_day"] else "",
        polling_day=days["polling_day"],
        declared=days["declared"],
    )


_DAYS = ("as_at", "from_day", "polling_day", "declared")


def _offer(compared: job.Compared, source: Source, workbook: Path, now: datetime) -> None:
    """Write the workbook, keep what was fetched, and say how to accept."""
    written = write_workbook(compared, workbook, now)
    click.echo(f"Workbook: {written}")
    if source.address:
        kept = " ".join(str(path) for path in keep_source(source, written.parent))
        click.echo(f"What {source.address} sent is kept as {kept}: accept from that.")
    click.echo("Nothing was written to the register.")
    if any(one.rows for one in compared.differences):
        click.echo("Accept with: --accept all, or --accept and the workbook, once you have chosen")
        click.echo("yes in its Accept column.")


def _accept(
    compared: job.Compared, accepted: str, where: InputPaths, tables: Tables, when: datetime
) -> int:
    if where.overlay is None:
        problem = "There is no overlay to write to: set overlay in [register], to a folder."
        raise ConfigError([problem])
    picked = chosen(compared, accepted)
    if picked:
        for path in accept(picked, where.overlay, tables, compared.source, when):
            click.echo(f"Wrote {path}")
    left = len(compared.differences) - len(picked)
    click.echo(f"Accepted {count(len(picked), 'difference')}, left {left:,}.")
    return 1 if left and not picked else 0


def _show(differences: Sequence[Difference]) -> None:
    """Print each difference under its kind, with how many there are for each party."""
    for kind in KINDS:
        here = [one for one in differences if one.kind == kind]
        if here:
            parties = Counter(one.party or "no party" for one in here)
            by_party = ", ".join(f"{party} {number:,}" for party, number in parties.items())
            click.echo(f"{kind.capitalize()}: {len(here):,} ({by_party})")
        for one in here:
            click.echo(f"  {one.name}: {_sentence(one)}")
    if not differences:
        click.echo("The source says nothing that the register does not say too.")


def _sentence(one: Difference) -> str:
    held = f"the register has {one.held}" if one.held else ""
    what = "; ".join(part for part in (one.said, held) if part)
    return " ".join(
        part for part in (f"{what}." if what else "", one.why, f"({one.where})") if part
    )
