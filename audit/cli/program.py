"""The command itself: its verbs, and how every ending becomes a sentence and an exit code."""

import sys

import click

from audit import __version__
from audit.cli import gaps, look, register, reviews
from audit.cli.shared import EPILOG, EXIT_CODES
from connectors.errors import ConfigError, FollowAuditError

_ASKED_FOR_TEXT = {"-h", "--help", "--version"}


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="follow-audit")
def program() -> None:
    """Review what your agency follows, likes, reposts and links to on social media."""


for verb in (reviews.run, reviews.review, reviews.verify, reviews.check, reviews.init):
    program.add_command(verb)
program.add_command(look.look)
register.register.add_command(gaps.gaps)
program.add_command(register.register)


def main() -> None:
    """Run the command and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # a redirected Windows console is not UTF-8, and names with macrons must not stop a run
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(execute(sys.argv[1:]))


def execute(arguments: list[str]) -> int:
    """Run the command with the given arguments; the last line printed says its code in words."""
    code = _run(arguments)
    if not _ASKED_FOR_TEXT & set(arguments):
        aside = code not in {0, 1, 3} or "--json" in arguments
        click.echo(f"Exit code {code}: {EXIT_CODES[code]}.", err=aside)
    return code


def _run(arguments: list[str]) -> int:
    try:
        result = program.main(arguments, prog_name="follow-audit", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except ConfigError as error:
        click.echo("\n".join(error.problems), err=True)
        return 2
    except FollowAuditError as error:
        click.echo(str(error), err=True)
        return 4
    except (click.Abort, KeyboardInterrupt):
        return 130
    return result if isinstance(result, int) else 0
