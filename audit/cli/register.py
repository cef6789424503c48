"""The verbs about the register: is it in order, and what would a source change."""

import click

from audit.cli.shared import EPILOG


@click.group(epilog=EPILOG)
def register() -> None:
    """Keep the register of politicians and their accounts true."""
