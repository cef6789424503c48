"""Lets ``python -m audit.cli`` be the command, as a scheduled task may call it."""

from audit.cli import main

main()
