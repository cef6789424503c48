"""The verb that says everything known about one item."""

from pathlib import Path

import click

from audit import config
from audit.cli.shared import CONFIG, EPILOG
from audit.decisions.explain import explained
from audit.run.returned.explain import known_of
from reports.text.document import FLAG_IS_A_PROMPT


@click.command(epilog=EPILOG)
@click.argument("item", metavar="ITEM")
@CONFIG
def explain(item: str, config_path: Path) -> int:
    """Say everything known about an item: who says so, the rule, history and decisions."""
    known = known_of(config.load(config_path, check_files=False), item)
    for line in explained(known):
        click.echo(line)
    click.echo(f"\n{FLAG_IS_A_PROMPT}")
    return 0
