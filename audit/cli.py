"""The command: the one place that prints, exits and reads the clock."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from audit import __version__, config, shipped
from audit.period import NEW_ZEALAND
from audit.review.words import count, day
from audit.run import make
from audit.run.make import Made
from audit.run.verification import verify as verify_folder
from connectors.errors import ConfigError, FollowAuditError
from reports.page_one import headline
from reports.text import not_covered

Notify = Callable[[str], None]
EXIT_CODES = {
    0: "done",
    1: "done, and a person is needed: items to decide, or a file that has changed",
    2: "the command or the configuration needs mending; nothing was changed",
    3: "the review is made, but some accounts could not be read",
    4: "failed; no report was made",
    130: "stopped; nothing was written",
}
EPILOG = "Exit codes: " + "; ".join(f"{code} {words}" for code, words in EXIT_CODES.items()) + "."

CONFIG = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("config.toml"),
    show_default=True,
    help="The configuration to use.",
)


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


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="follow-audit")
def program() -> None:
    """Review what your agency follows, likes, reposts and links to on social media."""


@program.command(epilog=EPILOG)
@CONFIG
@click.option("--period", default="", help="A quarter such as 2026-Q3, or now; else the last one.")
@click.option("--now", type=Timestamp(), help="The time of observation, instead of the clock's.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 when items need a decision.")
def run(config_path: Path, period: str, now: datetime | None, exit_code: bool) -> int:
    """Collect all accounts, review them and write a new run folder."""
    moment = (now or datetime.now(UTC)).astimezone(NEW_ZEALAND)
    loaded = config.load(config_path)
    with _progress() as notify:
        made = make.run(loaded, period, moment, notify)
    return _report(made, exit_code=exit_code)


@program.command(epilog=EPILOG)
@click.argument("folder", metavar="RUN", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--out",
    "target",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write the reports to.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 when items need a decision.")
def review(folder: Path, target: Path, exit_code: bool) -> int:
    """Make the reports of a run folder again, from what the folder kept."""
    with _progress() as notify:
        made = make.rebuild(folder, target, notify)
    return _report(made, exit_code=exit_code)


@program.command(epilog=EPILOG)
@click.argument("folder", metavar="RUN", type=click.Path(path_type=Path, file_okay=False))
def verify(folder: Path) -> int:
    """Check that no file of a run folder has changed since it was made."""
    result = verify_folder(folder)
    for name in result.changed:
        click.echo(f"{name} has changed since the run folder was made.")
    for name in result.missing:
        click.echo(f"{name} is missing.")
    for name in result.added:
        click.echo(f"{name} was added later; it is not part of the record.")
    if result.whole:
        click.echo(f"All {result.checked} files of {folder} are as they were made.")
    return 0 if result.whole else 1


@program.command(epilog=EPILOG)
@CONFIG
def check(config_path: Path) -> int:
    """Read the configuration, the register, the lists and every account; write nothing."""
    now = datetime.now(NEW_ZEALAND)
    with _progress() as notify:
        checked = make.check(config.load(config_path), now, notify)
    click.echo(f"Register: {checked.register.name}, as at {day(checked.register.version)}.")
    click.echo(f"Flagged lists: {count(len(checked.flagged.rows), 'row')} in force.")
    click.echo("The configuration is in order, and every account can be read.")
    return 0


@program.command(epilog=EPILOG)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
def init(folder: Path) -> int:
    """Put a configuration and the sample agency's data into a folder, to begin from."""
    for path in shipped.lay_out(folder):
        click.echo(f"Wrote {path}")
    click.echo("Look at config.toml, then run: follow-audit run")
    return 0


def main() -> None:
    """Run the command and exit with its code; the last line says the code in words."""
    for stream in (sys.stdout, sys.stderr):
        # a redirected Windows console is not UTF-8, and names with macrons must not stop a run
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(execute(sys.argv[1:]))


def execute(arguments: list[str]) -> int:
    """Run the command with the given arguments and give its exit code, having printed it."""
    try:
        result = program.main(arguments, prog_name="follow-audit", standalone_mode=False)
        code = result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        code = 2
    except ConfigError as error:
        click.echo("\n".join(error.problems), err=True)
        code = 2
    except FollowAuditError as error:
        click.echo(str(error), err=True)
        code = 4
    except (click.Abort, KeyboardInterrupt):
        code = 130
    if "--help" not in arguments and "--version" not in arguments and "-h" not in arguments:
        click.echo(f"Exit code {code}: {EXIT_CODES[code]}.", err=code not in {0, 1, 3})
    return code


@contextmanager
def _progress() -> Iterator[Notify]:
    """Show the step at work on a terminal; write one line per step elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda message: click.echo(message, err=True)
        return
    with console.status("Starting") as status:

        def notify(message: str) -> None:
            status.update(message)

        yield notify


def _report(made: Made, *, exit_code: bool) -> int:
    click.echo(f"Workbook: {made.workbook}")
    click.echo(f"Page:     {made.page}")
    for sentence in (made.review.answer, headline(made.review), not_covered(made.review)):
        click.echo(sentence)
    if made.review.status == "partial":
        return 3
    return 1 if exit_code and made.review.summary.need_decision else 0


if __name__ == "__main__":
    main()
