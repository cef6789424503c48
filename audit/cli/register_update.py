"""The verb ``register update``: what a file would change in the register, and accepting it."""

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
from audit.update.accept import accept
from audit.update.claims import Given
from audit.update.columns import read_map
from connectors.errors import ConfigError
from connectors.frames import PLATFORMS


@click.command(epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@CONFIG
@click.option("--columns", default="", help="Which column is what: handle=Twitter,actor=Name.")
@click.option("--platform", type=click.Choice(PLATFORMS), help="Where its handles belong.")
@click.option("--source", help="What to call the source; else the name of the file.")
@click.option("--evidence-url", default="", help="Where a person can read it.")
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="The day the file stands for.")
@click.option(
    "--complete",
    is_flag=True,
    help="It has every account, on its platforms, of those whom it names.",
)
@click.option("--accept", "accepted", metavar="all|WORKBOOK", help="Write these to the overlay.")
@click.option(
    "--workbook",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("register-difference.xlsx"),
    show_default=True,
    help="The workbook of differences to write.",
)
@NOW
def update(file: Path, config_path: Path, now: datetime | None, **said: Any) -> int:
    """Show what a CSV or XLSX of accounts or people would change in the register."""
    where = inputs.paths_of(config.load(config_path, check_files=False))
    tables = inputs.read_register(where)
    compared = job.compare(file, _asked(file, said), tables, moment(now))
    if said["accepted"]:
        return _accept(compared, said["accepted"], where, tables, moment(now))
    _show(compared.differences)
    if not compared.differences:
        return 0
    click.echo(f"Workbook: {job.write_workbook(compared, said['workbook'], moment(now))}")
    click.echo("Nothing was written to the register. Accept with: --accept all, or --accept and")
    click.echo("the workbook, once you have chosen yes in its Accept column.")
    return 1


def _asked(file: Path, said: dict[str, Any]) -> job.Asked:
    as_at = said["as_at"].date().isoformat() if said["as_at"] else ""
    source = said["source"] or file.name
    given = Given(source, said["evidence_url"], as_at, said["platform"] or "")
    return job.Asked(read_map(said["columns"]), given, said["complete"])


def _accept(
    compared: job.Compared, accepted: str, where: InputPaths, tables: Tables, when: datetime
) -> int:
    if where.overlay is None:
        problem = "There is no overlay to write to: set overlay in [register], to a folder."
        raise ConfigError([problem])
    chosen = job.chosen(compared, accepted)
    if chosen:
        for path in accept(chosen, where.overlay, tables, compared.source, when):
            click.echo(f"Wrote {path}")
    left = len(compared.differences) - len(chosen)
    click.echo(f"Accepted {count(len(chosen), 'difference')}, left {left:,}.")
    return 0


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
