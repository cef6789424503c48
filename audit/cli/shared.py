"""What the verbs share: exit codes, options, reading a time, showing the step at work."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from audit.period import NEW_ZEALAND
from audit.run.outside import Outside

Notify = Callable[[str], None]
EXIT_CODES = {
    0: "done",
    1: "done, and a person is needed: items to decide, something to look at, a file that changed",
    2: "the command or the configuration needs mending; nothing was changed",
    3: "the review is made, but not everything could be read",
    4: "failed; no report was made",
    130: "stopped; nothing was made, and what was fetched is kept",
}
EPILOG = "Exit codes: " + "; ".join(f"{code} {words}" for code, words in EXIT_CODES.items()) + "."


class Timestamp(click.ParamType[datetime]):
    """A time with its offset, such as 2026-10-05T06:30:00+13:00; without one it is NZ time."""

    name = "time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read the time, or fail with a sentence."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a time like 2026-10-05T06:30:00+13:00.", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=NEW_ZEALAND)


CONFIG = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("config.toml"),
    show_default=True,
    help="The configuration to use.",
)
CONFIGS = click.option(
    "--config",
    "config_paths",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    default=(Path("config.toml"),),
    show_default="config.toml",
    help="The configuration to use; again for each further agency.",
)
NOW = click.option(
    "--now", type=Timestamp(), help="The time of observation, instead of the clock's."
)
RUN = click.argument("folder", metavar="RUN", type=click.Path(path_type=Path, file_okay=False))
EXIT_CODE = click.option(
    "--exit-code", is_flag=True, help="Exit with 1 when items need a decision."
)

PDF = click.option(
    "--pdf", is_flag=True, help="Print the page as a PDF too, by Chromium, Chrome or Edge."
)


def moment(now: datetime | None) -> datetime:
    """Give the time of observation in New Zealand: the one given, or the clock's."""
    return (now or datetime.now(UTC)).astimezone(NEW_ZEALAND)


def outside(*, full: bool = False) -> Outside:
    """Give a run the environment, the clock and a way to wait."""
    return Outside(os.environ, lambda: moment(None), time.sleep, full)


@contextmanager
def progress() -> Iterator[Notify]:
    """Show the step at work on a terminal; write one line per step elsewhere."""
    # only a long step needs it, and a look has none
    from rich.console import Console  # noqa: PLC0415

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda message: click.echo(message, err=True)
        return
    with console.status("Starting") as status:

        def notify(message: str) -> None:
            status.update(message)

        yield notify
