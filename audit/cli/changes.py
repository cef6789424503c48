"""The verb that says what changed since earlier reviews."""

from pathlib import Path

import click

from audit import config
from audit.changes.lines import lines
from audit.cli.shared import CONFIG, EPILOG
from audit.run.last import newest_first
from audit.run.said_changes import changes_said
from connectors.errors import ConfigError
from reports.clean import one_line


@click.command(epilog=EPILOG)
@click.argument(
    "folder", metavar="[RUN]", required=False, type=click.Path(path_type=Path, file_okay=False)
)
@CONFIG
def changes(folder: Path | None, config_path: Path) -> int:
    """Say what changed since earlier reviews, by cause: of RUN, or of the run read last."""
    for line in lines(changes_said(folder or _last(config_path))):
        start = "\n" if line.startswith("\n") else ""
        indent = "  " if line.startswith("  ") else ""
        click.echo(f"{start}{indent}{one_line(line)}")
    return 0


def _last(config_path: Path) -> Path:
    loaded = config.load(config_path, check_files=False)
    output = loaded.path(loaded.config.review.output)
    runs = newest_first(output)
    if not runs:
        raise ConfigError([f"There is no run folder in {output}. Run follow-audit run first."])
    return runs[0]
