"""Web addresses in the text of a post, without what a platform adds to follow the reader."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

import pyarrow as pa

from connectors.text_columns import holding

# A first letter that is plain to see lets the search jump to it.
_ADDRESS = re.compile(r"[hHwW](?i:(?<=h)ttps?://|(?<=w)ww\.)[^\s<>\"“”«»]+")
# One of these stands in every address.
_SIGNS = (b"://", b"w.", b"W.")
_SCHEME_BEFORE = len("https")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_AFTER = ".,;:!?'’*…"
_OPENING = {")": "(", "]": "[", "}": "{"}
_AT_END = frozenset({*_AFTER, *_OPENING})
_TRACKING = re.compile(
    r"(?<=[?&])(?:fbclid|igsh|igshid|mibextid|__tn__|__cft__(?:\[|%5B)\d+(?:\]|%5D))=[^&#]*&?",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(r"[?&](?=#|\Z)")
_DOOR = re.compile(r"https?://(?:lm?\.facebook|l\.instagram)\.com/", re.IGNORECASE)
_BEHIND = re.compile(r"[?&]u=([^&#]+)")


def links_in(text: str) -> tuple[str, ...]:
    """Give the addresses that stand in a text, each once, in order."""
    # Most texts hold none, and looking for these signs takes a tenth of looking for addresses.
    scheme, without = text.find("://"), "w." in text or "W." in text
    if scheme < 0 and not without:
        return ()
    begin = 0 if without else max(scheme - _SCHEME_BEFORE, 0)
    links: dict[str, None] = {}
    for found in _ADDRESS.findall(text, begin):
        address = _trimmed(found)
        if "." in address:
            links[plain_link(address)] = None
    return tuple(links)


def links_of(texts: Sequence[str] | pa.Array) -> tuple[list[int], list[str]]:
    """Give the addresses that stand in texts: the place of the text of each, and the address."""
    places: Iterable[int] = range(len(texts))
    if isinstance(texts, pa.Array):
        likely = holding(texts, *_SIGNS)
        places, texts = likely.tolist(), texts.take(pa.array(likely)).to_pylist()
    told = zip(places, texts, strict=True)
    found = [(place, link) for place, text in told for link in links_in(text)]
    return [place for place, _ in found], [link for _, link in found]


def plain_link(address: str) -> str:
    """Give an address without Meta's tracking, and the page itself where it leads through Meta."""
    written = address.strip()
    if written and not written.startswith("https://") and not _SCHEME.match(written):
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
    while address and address[-1] in _AT_END:
        last = address[-1]
        opening = _OPENING.get(last)
        unopened = opening is not None and address.count(last) > address.count(opening)
        if not unopened and last not in _AFTER:
            break
        address = address[:-1]
    return address
