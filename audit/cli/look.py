"""The verb for before: look at an account or an address before you follow, like or share it."""

import json
from datetime import datetime
from pathlib import Path

import click
from pydantic_core import to_jsonable_python

from audit import config, inputs
from audit.cli.shared import CONFIG, EPILOG, NOW, moment
from audit.config import Loaded
from audit.look import Ground, Look, read
from audit.look import look as look_at
from audit.look.collected import Collected
from audit.look.words import heading, sentences
from audit.mix.with_one import LastFollows
from audit.run.last import last_collected, last_follows
from connectors.errors import SourceError
from connectors.frames import PLATFORMS
from reports.clean import one_line


@click.command(epilog=EPILOG)
@click.argument("asked", metavar="HANDLE|URL...", nargs=-1, required=True)
@click.option("--platform", type=click.Choice(PLATFORMS), help="Where bare handles belong.")
@click.option("--id", "stable_id", default="", help="The platform's own id of the one account.")
@CONFIG
@NOW
@click.option("--json", "as_json", is_flag=True, help="Write JSON to the standard output.")
def look(
    *,
    asked: tuple[str, ...],
    platform: str | None,
    stable_id: str,
    config_path: Path,
    now: datetime | None,
    as_json: bool,
) -> int:
    """Look at an account or an address before you follow, like or share it; nothing is fetched."""
    wanted = read(asked, platform, stable_id)
    # the exports need not be there to look at something
    loaded = config.load(config_path, check_files=False)
    observed = moment(now)
    used = inputs.load(inputs.paths_of(loaded), observed.date())
    ground = _ground(loaded, used, observed)
    looks = [look_at(one, ground) for one in wanted]
    if as_json:
        click.echo(_document(looks, ground))
    else:
        for one in looks:
            click.echo(one_line(heading(one)))
            for sentence in sentences(one, ground):
                click.echo(f"  {one_line(sentence)}")
    return 1 if any(one.found for one in looks) else 0


def _ground(loaded: Loaded, used: inputs.Inputs, observed: datetime) -> Ground:
    """Gather what is looked in; a review that cannot be read is said, the rest looked at."""
    last: LastFollows | None = None
    reviews: tuple[Collected, ...] = ()
    trouble = ""
    try:
        output = loaded.path(loaded.config.review.output)
        reviews, last = last_collected(output), last_follows(output)
    except SourceError as error:
        trouble = f"The last review could not be looked in: {error}"
    about = loaded.config
    return Ground(
        used=used,
        last=last,
        set_aside=about.balance.set_aside,
        now=observed,
        trouble=trouble,
        reviews=reviews,
        own=[(one.platform, one.handle) for one in about.account],
        names=[name for name in (about.agency.name, about.agency.name_mi) if name],
    )


def _document(looks: list[Look], ground: Ground) -> str:
    register = ground.used.register
    document = {
        "register": {"id": register.id, "as_at": register.version},
        "observed_at": ground.now,
        "looks": [
            {**to_jsonable_python(one), "found": one.found, "sentences": sentences(one, ground)}
            for one in looks
        ],
    }
    return json.dumps(to_jsonable_python(document), ensure_ascii=False, indent=1)
