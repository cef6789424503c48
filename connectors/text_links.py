"""Web addresses in the text of a post, without what a platform adds to follow the reader."""

import re
from urllib.parse import unquote

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]+", re.IGNORECASE)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_AFTER = ".,;:!?'’*…"
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
_TRACKING = re.compile(
    r"(?<=[?&])(?:fbclid|igsh|igshid|mibextid|__tn__|__cft__(?:\[|%5B)\d+(?:\]|%5D))=[^&#]*&?",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(r"[?&](?=#|\Z)")
_DOOR = re.compile(r"https?://(?:lm?\.facebook|l\.instagram)\.com/", re.IGNORECASE)
_BEHIND = re.compile(r"[?&]u=([^&#]+)")


def links_in(text: str) -> tuple[str, ...]:
    """Give the addresses that stand in a text, each once, in order."""
    found = (_trimmed(match.group()) for match in _ADDRESS.finditer(text))
    return tuple(dict.fromkeys(plain_link(address) for address in found if "." in address))


def plain_link(address: str) -> str:
    """Give an address without Meta's tracking, and the page itself where it leads through Meta."""
    written = address.strip()
    if written and not _SCHEME.match(written):
        written = f"https://{written}"
    if "?" not in written:
        return written
    behind = _BEHIND.search(written) if _DOOR.match(written) else None
    if behind and _SCHEME.match(unquote(behind[1])):
        return plain_link(unquote(behind[1]))
    plain = _TRACKING.sub("", written)
    return written if plain == written else _LEFT_OVER.sub("", plain)


def _trimmed(address: str) -> str:
    """Take off the punctuation of the sentence around an address."""
    while address:
        unopened = any(
            address.endswith(closing) and address.count(closing) > address.count(opening)
            for opening, closing in _BRACKETS
        )
        if not unopened and address[-1] not in _AFTER:
            break
        address = address[:-1]
    return address
