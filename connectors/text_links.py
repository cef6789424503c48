"""Web addresses in the text of a post, without what a platform adds to follow the reader."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]+", re.IGNORECASE)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_AFTER = ".,;:!?'’*…"
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
_TRACKING = re.compile(r"fbclid|igsh|igshid|mibextid|__cft__\[\d+\]|__tn__", re.IGNORECASE)
_DOORS = frozenset({"l.facebook.com", "lm.facebook.com", "l.instagram.com"})


def links_in(text: str) -> tuple[str, ...]:
    """Give the addresses that stand in a text, each once, in order."""
    found = (_trimmed(match.group()) for match in _ADDRESS.finditer(text))
    return tuple(dict.fromkeys(plain_link(address) for address in found if "." in address))


def plain_link(address: str) -> str:
    """Give an address without Meta's tracking, and the page itself where it leads through Meta."""
    written = address.strip()
    if not _SCHEME.match(written):
        written = f"https://{written}"
    if "?" not in written:
        return written
    try:
        parts = urlsplit(written)
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return written
    if parts.netloc.casefold() in _DOORS:
        behind = dict(query).get("u", "")
        return plain_link(behind) if behind.startswith(("https://", "http://")) else written
    kept = [(name, value) for name, value in query if not _TRACKING.fullmatch(name)]
    # Only where something goes, so that an address otherwise stays as its author wrote it.
    return urlunsplit(parts._replace(query=urlencode(kept))) if len(kept) < len(query) else written


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
