"""The command itself: its verbs, and how every ending becomes a sentence and an exit code."""

import sys
from importlib import import_module

import click
import pyarrow as pa

from audit import __version__
from audit.cli.shared import EPILOG, EXIT_CODES
from connectors.errors import ConfigError, FollowAuditError

_ASKED_FOR_TEXT = {"-h", "--help", "--version"}
_VERBS = {
    "run": "audit.cli.reviews",
    "review": "audit.cli.reviews",
    "verify": "audit.cli.reviews",
    "changes": "audit.cli.changes",
    "check": "audit.cli.check",
    "decisions": "audit.cli.decisions",
    "explain": "audit.cli.explain",
    "fleet": "audit.cli.fleet",
    "init": "audit.cli.reviews",
    "intake": "audit.cli.intake",
    "look": "audit.cli.look",
    "plan": "audit.cli.plan",
    "register": "audit.cli.register",
    "release": "audit.cli.release",
    "sources": "audit.cli.sources",
}


class LazyGroup(click.Group):
    """A group that imports the module of a verb when the verb is asked for.

    A look would otherwise wait for all that a run needs; as click's "Complex Applications" has it.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the verbs in the order of the alphabet."""
        return sorted(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a verb; None where there is none of that name."""
        if cmd_name not in _VERBS:
            return None
        command: click.Command = getattr(import_module(_VERBS[cmd_name]), cmd_name)
        return command


@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="follow-audit")
def program() -> None:
    """Review what your agency follows, likes, reposts and links to on social media."""


def main() -> None:
    """Run the command and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # a redirected Windows console is not UTF-8, and names with macrons must not stop a run
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    # the pools that pyarrow brings keep up to as much again as its tables need
    pa.set_memory_pool(pa.system_memory_pool())
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
