"""Addresses that hold another address: redirects, translations, archived and fast copies.

The address inside is read from the address itself; nothing is fetched. Shorteners hold no address
and stay as they are.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

_DEEPEST = 3
# Host, beginning of the path, and the field of the query that holds the address.
_FIELDS = (
    (re.compile(r"lm?\.(?:facebook|instagram)\.com"), "/", ("u",)),
    (re.compile(r"(?:www\.)?facebook\.com"), "/l.php", ("u",)),
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}"), "/url", ("q", "url")),
    (re.compile(r"translate\.google\.[a-z.]{2,6}"), "/", ("u",)),
    (re.compile(r"(?:www\.)?youtube\.com"), "/redirect", ("q",)),
    (re.compile(r"(?:www\.)?linkedin\.com"), "/redir/redirect", ("url",)),
    (re.compile(r"(?:www\.)?linkedin\.com"), "/safety/go", ("url",)),
    (re.compile(r"out\.reddit\.com"), "/", ("url",)),
    (re.compile(r"t\.umblr\.com"), "/redirect", ("z",)),
    (re.compile(r"(?:m\.)?vk\.com|away\.vk\.com"), "/away.php", ("to",)),
    (re.compile(r"duckduckgo\.com"), "/l/", ("uddg",)),
    (re.compile(r"[a-z0-9]+\.safelinks\.protection\.outlook\.com"), "/", ("url",)),
)
# Host, and what stands in the path before the address.
_PATHS = (
    (re.compile(r"web\.archive\.org"), re.compile(r"/web/[0-9]{4,14}[a-z_]*/(.+)")),
    (re.compile(r"archive\.(?:ph|is|today|li|vn|fo|md)"), re.compile(r"/[0-9]{4,14}/(.+)")),
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}"), re.compile(r"/amp/(?:s/)?(.+)")),
    (re.compile(r"(?:[a-z0-9-]+\.)?cdn\.ampproject\.org"), re.compile(r"/[acivr]/(?:s/)?(.+)")),
    (re.compile(r"12ft\.io"), re.compile(r"/(?:proxy\?q=)?(.+)")),
)
_TRANSLATED = ".translate.goog"
_MAY_HOLD = re.compile(
    r"facebook|instagram|google|youtube|linkedin|reddit|umblr|vk\.com|duckduckgo|outlook|archive\.|"
    r"ampproject|12ft|translate\.goog"
)


@dataclass(frozen=True)
class Unwrapped:
    """An address, and the hosts that it was wrapped in, the outermost first."""

    url: str
    via: tuple[str, ...] = ()


def may_wrap(host: str) -> bool:
    """Tell whether a host may be one of those that hold another address."""
    return _MAY_HOLD.search(host) is not None


def unwrap(url: str) -> Unwrapped:
    """Give the address inside, or the address itself where it holds none; never raises."""
    via: list[str] = []
    for _ in range(_DEEPEST):
        host, inner = _inside(url)
        if not inner:
            break
        via.append(host)
        url = inner
    return Unwrapped(url, tuple(via))


def _inside(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return "", ""
    if not may_wrap(host):
        return host, ""
    if host.endswith(_TRANSLATED):
        return host, _translated(host) + (parts.path or "/")
    for pattern, start, fields in _FIELDS:
        if pattern.fullmatch(host) and parts.path.startswith(start):
            query = parse_qs(parts.query)
            return host, next((query[name][0] for name in fields if name in query), "")
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    for pattern, before in _PATHS:
        match = before.fullmatch(path) if pattern.fullmatch(host) else None
        if match:
            return host, unquote(match[1]) if "://" not in match[1] else match[1]
    return host, ""


def _translated(host: str) -> str:
    """Read ``rt-com.translate.goog``: a hyphen stands for a dot, two for a hyphen."""
    name = host.removesuffix(_TRANSLATED)
    return "https://" + name.replace("--", "\n").replace("-", ".").replace("\n", "-")
