"""The host and path of a link, and the hosts that many writers share.

Hosts are compared in lower-case A-label form, without port, user part or trailing dot.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import pandas as pd
from publicsuffixlist import PublicSuffixList

from connectors import frames

_PREFIXES = ("www.", "m.", "mobile.", "amp.")


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


def hosts_of(urls: "pd.Series[str]") -> "pd.Series[str]":
    """Give the host of each URL as text, empty where there is none."""
    return frames.told_of_each(urls, lambda url: place(url).host)


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
    return without_prefix(host) in _shared_hosts()


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
