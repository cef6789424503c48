"""How an account's handle is written for a person to read."""

import re

from connectors.frames import PLATFORM_NAMES

# Ids, names with spaces and addresses stand without an @ on any platform.
_PLAIN = re.compile(r"@.*|\d+|UC[\w-]{22}|.*[/: ].*|", re.ASCII | re.DOTALL)
_NEVER = frozenset({"facebook", "linkedin"})


def at_handle(platform: str, handle: str) -> str:
    """Write a handle with its @ where the platform does so; ids and names stay as they are."""
    return handle if platform in _NEVER or _PLAIN.fullmatch(handle) else f"@{handle}"


def on_platform(platform: str, handle: str) -> str:
    """Name one account with its platform: @example_govt on X."""
    return f"{at_handle(platform, handle)} on {PLATFORM_NAMES[platform]}"
