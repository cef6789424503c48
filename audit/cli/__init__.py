"""The command: the one room that prints, exits and reads the clock; one file for each verb."""

from audit.cli.program import execute, main, program
from audit.cli.shared import EXIT_CODES

__all__ = ["EXIT_CODES", "execute", "main", "program"]
