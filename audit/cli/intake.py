"""The verb for the first day: look at files without a configuration, and propose one."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from audit.cli.shared import EPILOG, NOW, moment, progress
from audit.intake.blocks import block, configuration, usable
from audit.intake.document import document
from audit.intake.words import heading, sentences, summary, unrecognised
from connectors.errors import ConfigError
from connectors.frames import PLATFORMS
from connectors.intake import Intake, look
from reports.clean import one_line


def _handles(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> Mapping[str, str]:
    pairs = dict(one.partition("=")[::2] for one in given)
    for platform, handle in pairs.items():
        if platform not in PLATFORMS or not handle.strip().lstrip("@"):
            raise click.BadParameter(f"write PLATFORM=NAME; a platform is {', '.join(PLATFORMS)}")
    return {platform: handle.strip().lstrip("@") for platform, handle in pairs.items()}


@click.command(epilog=EPILOG)
@click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True),
)
@click.option(
    "--handle",
    "handles",
    multiple=True,
    callback=_handles,
    metavar="PLATFORM=NAME",
    help="Your handle on a platform, for files that do not say whose they are.",
)
@click.option(
    "--write",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A new configuration to write.",
)
@click.option("--agency", default="", help="With --write: your agency's name.")
@NOW
@click.option("--json", "as_json", is_flag=True, help="Write JSON to the standard output.")
def intake(
    *,
    paths: tuple[Path, ...],
    handles: Mapping[str, str],
    target: Path | None,
    agency: str,
    now: datetime | None,
    as_json: bool,
) -> int:
    """Say what files, folders and zips are, whose, and what is in them; propose a configuration."""
    _check_target(target, agency)
    observed = moment(now)
    base = target.parent if target else Path()
    with progress() as notify:
        taken = look(paths, handles, observed.astimezone(UTC), notify)
    if as_json:
        click.echo(document(taken, base, observed.date()))
    else:
        _tell(taken, base, observed)
    if target is not None:
        _write(target, taken, agency, observed, aside=as_json)
    return 0 if taken.in_order else 1


def _check_target(target: Path | None, agency: str) -> None:
    if target is None:
        return
    if target.exists():
        raise ConfigError([f"{target} is there already. Name a new file with --write."])
    if not target.parent.is_dir():
        raise ConfigError([f"There is no folder {target.parent}. Make it first."])
    if not agency.strip():
        raise ConfigError(['Say whose review it is, such as --agency "Ministry of Example".'])


def _tell(taken: Intake, base: Path, observed: datetime) -> None:
    for one in taken.found:
        click.echo(one_line(heading(one, base)))
        for sentence in sentences(one):
            click.echo(f"  {one_line(sentence)}")
    for other in taken.unrecognised:
        click.echo(one_line(unrecognised(other, base)))
    blocks = [block(one, base, observed.date()) for one in usable(taken.found)]
    if blocks:
        click.echo("\nFor config.toml:\n")
        click.echo("\n\n".join(blocks) + "\n")
    click.echo(summary(len(blocks), len(taken.unrecognised), in_order=taken.in_order))


def _write(target: Path, taken: Intake, agency: str, observed: datetime, *, aside: bool) -> None:
    if not usable(taken.found):
        raise ConfigError(["Nothing that was found can be read: no configuration was made."])
    text = configuration(taken.found, agency.strip(), target.parent, observed.date())
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    click.echo(f"Wrote {target}. Look at it, then: follow-audit run --config {target}", err=aside)
