"""From what a public list writes as a domain to the place it names, or why it names none."""

import re
from collections import Counter
from collections.abc import Mapping
from ipaddress import ip_address

import pandas as pd

from audit.sources import hosts
from audit.sources.rows import ReadRows, formed
from connectors import frames

CANARY = "a row put there to be noticed, of no real server"
NO_HOST = "no name of a host"
ADDRESS = "an address in numbers"
TWICE = "the same place twice"
HIDDEN = "a host with letters hidden by the list"
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z0-9-]{2,}\Z", re.ASCII)
_RESERVED = (".invalid", ".example", ".test", ".localhost", "example.com", "example.org")
_DASHES = re.compile("[‐-―−]")  # no host has them, and IDNA would make a strange one of it


def placed(
    raw: pd.DataFrame, kind: str = "host", dropped: Mapping[str, int] | None = None
) -> ReadRows:
    """Turn rows with a ``domain`` into rows with kind and key; a domain with a path is a path.

    ``kind`` is what a domain without a path is: host or fediverse. ``dropped`` counts, by reason,
    the rows of the list that were not given.
    """
    found = frames.told_of_each(raw["domain"], lambda domain: _found(domain, kind))
    told = found.str.split(" ", n=1, expand=True).reindex(columns=[0, 1])
    table = raw.assign(kind=told[0], key=told[1])
    lost = Counter(table.loc[table["kind"] == "-", "key"].tolist()) + Counter(dropped or {})
    good = table[table["kind"] != "-"]
    again = good.duplicated(["kind", "key"])
    lost[TWICE] += int(again.sum())
    return ReadRows(formed(good[~again]), {why: n for why, n in sorted(lost.items()) if n})


def _found(domain: str, kind: str) -> str:
    """Give ``kind key``, or ``- reason``."""
    written = domain.strip()
    if "*" in written:
        return f"- {HIDDEN}"
    if _DASHES.search(written) or " " in written:
        return f"- {NO_HOST}"
    place = hosts.place(written)
    host = hosts.without_prefix(place.host)
    if host.endswith(_RESERVED) or host.startswith("canary."):
        return f"- {CANARY}"
    if _is_address(host):
        return f"- {ADDRESS}"
    if not _HOST.match(host):
        return f"- {NO_HOST}"
    return f"path {'/'.join((host, *place.segments))}" if place.segments else f"{kind} {host}"


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
