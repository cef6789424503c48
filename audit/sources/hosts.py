"""The host and path of a link, and the hosts that many writers share.

Hosts are compared in lower-case A-label form, without port, user part or trailing dot.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import pandas as pd
from publicsuffixlist import PublicSuffixList

from connectors import frames

_PREFIXES = ("www.", "m.", "mobile.", "amp.")
# One service under many countries' names, none of which is a public suffix any longer.
_BLOGSPOT = re.compile(r"blogspot\.[a-z.]{2,6}")
_PLAIN = re.compile(r"https?://([a-z0-9][a-z0-9.-]*[a-z0-9])(?=[/?#]|\Z)", re.ASCII)


@dataclass(frozen=True)
class Place:
    """Where a link leads: host and path segments; an empty host where there is none."""

    host: str
    segments: tuple[str, ...]


def place(url: str) -> Place:
    """Read host and path of a URL or of a bare ``host/path``; never raises."""
    text = url.strip()
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        host = parts.hostname or ""
    except ValueError:
        return Place("", ())
    segments = tuple(part.casefold() for part in parts.path.split("/") if part)
    return Place(_ascii(host), segments)


def host_of(url: str) -> str:
    """Give the host of a URL as ``place`` does, quickly where it is written plainly."""
    plain = _PLAIN.match(url)
    return plain[1] if plain and "xn--" not in plain[1] else place(url).host


def hosts_of(urls: "pd.Series[str]") -> "pd.Series[str]":
    """Give the host of each URL as text, empty where there is none."""
    return frames.told_of_each(urls, host_of)


def without_prefix(host: str) -> str:
    """Drop www., m., mobile. and amp. from the front of a host that has more than that."""
    for prefix in _PREFIXES:
        if host.startswith(prefix) and host.count(".") > 1:
            return host.removeprefix(prefix)
    return host


def ancestors(host: str) -> tuple[str, ...]:
    """Give the host and the hosts above it, longest first, down to the registered name.

    Stops there: what stands below a public suffix (such as govt.nz) has many owners.
    """
    registered = _suffixes().privatesuffix(host)
    if registered is None or not host.endswith(registered):
        return (host,)
    labels = host.split(".")
    deepest = len(labels) - registered.count(".")
    return tuple(".".join(labels[start:]) for start in range(deepest))


def is_shared(host: str) -> bool:
    """Tell whether many writers publish on this host, each at an address of their own."""
    bare = without_prefix(host)
    return bare in _shared_hosts() or _BLOGSPOT.fullmatch(bare) is not None


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@cache
def _shared_hosts() -> frozenset[str]:
    text = files("audit.sources").joinpath("shared_hosts.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _ascii(host: str) -> str:
    bare = host.rstrip(".").casefold()
    try:
        return bare.encode("idna").decode("ascii")
    except UnicodeError:
        return bare
