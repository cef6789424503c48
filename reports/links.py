"""Which addresses from outside may become live links: https, and hosts of the platforms alone."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

_HOSTS = {
    "x": ("x.com", "twitter.com"),
    "bluesky": ("bsky.app",),
    "youtube": ("youtube.com", "youtu.be"),
    "facebook": ("facebook.com",),
    "instagram": ("instagram.com",),
    "threads": ("threads.net", "threads.com"),
    "linkedin": ("linkedin.com",),
    "tiktok": ("tiktok.com",),
}
_ORIGIN = re.compile("https://[^/?#]*")
# What browsers and parsers read differently: spaces, backslashes, quotes, non-ASCII.
_NOT_PLAIN = re.compile(r"""[^!-~]|[\\"<>^`{|}']""")
_LONGEST = 2000  # Excel refuses an address over 2,079 characters


def safe_link(platform: str, url: str, handle: str = "") -> str:
    """Give the address if it may be a live link, else empty text.

    Mastodon has no fixed hosts: there the host must be the one in the account's own handle
    (``name@host``).
    """
    origin = _ORIGIN.match(url)
    if not origin or len(url) > _LONGEST or _NOT_PLAIN.search(url):
        return ""
    host = _host(origin.group())
    if platform == "mastodon":
        home = handle.rpartition("@")[2].casefold() if "@" in handle.strip("@") else ""
        return url if host and host == home else ""
    allowed = _HOSTS.get(platform, ())
    return url if any(host == known or host.endswith(f".{known}") for known in allowed) else ""


@lru_cache(maxsize=4096)
def _host(url: str) -> str:
    """Give the host of an address's beginning without user name or port, else empty text."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    if "@" in parts.netloc or port not in (None, 443):
        return ""
    return (parts.hostname or "").casefold()
