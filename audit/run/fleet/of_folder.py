"""The report over the runs that lie below a folder."""

from collections.abc import Callable
from pathlib import Path

from audit.run.fleet.chosen import choose
from audit.run.fleet.found import found_below
from audit.run.fleet.write import MadeFleet, write
from audit.run.produce import Printing
from connectors.errors import ConfigError

Notify = Callable[[str], None]


def of_folder(
    folder: Path, period: str, output: Path, notify: Notify, printing: Printing | None = None
) -> MadeFleet:
    """Make the report over the newest runs of all agencies below a folder.

    Raises ConfigError where there is none, or every one is damaged.
    """
    notify(f"Looking for run folders below {folder}")
    found, damaged = found_below(folder)
    if not found:
        raise ConfigError([f"{one.where}: {one.reason}" for one in damaged])
    chosen = choose(found, period)
    notify("Writing the workbook and the page over all agencies")
    return write(chosen.runs, (*damaged, *chosen.not_here), chosen.notes, output, printing)
