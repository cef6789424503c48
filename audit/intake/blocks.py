"""The configuration that an intake proposes: [[account]] blocks, and a whole config.toml."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from audit.intake.words import place
from audit.review.words import day
from connectors.intake.model import Found

_FILL_IN = "  # write your account's handle: the files do not say it"
_NO_DAY = "# as_at = {}    # the files do not say when they were made: write the day, without the #"


def usable(found: Sequence[Found]) -> list[Found]:
    """Give what can be read, and so deserves a block."""
    return [one for one in found if not one.trouble]


def block(found: Found, base: Path, today: date) -> str:
    """Write the block of one account, with paths relative to the folder ``base``."""
    paths = [_text(place(path, base)) for path in found.paths]
    handle = found.owner.handle
    lines = [
        "[[account]]",
        f"platform = {_text(found.platform)}",
        f"handle = {_text(handle)}{'' if handle else _FILL_IN}",
        f"read = {_text(found.method)}",
        f"path = {paths[0]}" if len(paths) == 1 else f"path = [{', '.join(paths)}]",
        *([] if found.made_at else [_NO_DAY.format(today.isoformat())]),
    ]
    return "\n".join(lines)


def configuration(found: Sequence[Found], agency: str, base: Path, today: date) -> str:
    """Write a whole configuration for these accounts; all else is left at its default."""
    head = (
        f"# Proposed by follow-audit intake on {day(today)}.\n"
        "# What each setting does, and what else there is: docs/configuration.md.\n\n"
        f"[agency]\nname = {_text(agency)}\n"
    )
    return "\n".join([head, *(f"{block(one, base, today)}\n" for one in usable(found))])


def _text(value: str) -> str:
    # A JSON text is a TOML text but for the one control character that JSON leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
