"""Which rows of all lists name the place that a link leads to.

A link is asked for its path, longest first, then its writer, its host and the hosts above, down to
the registered name. Of each list the row of the longest place counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from audit.sources import hosts
from audit.sources.hosts import Place
from audit.sources.tenants import Key, service_of, writers
from audit.sources.wrappers import may_wrap, unwrap

_OF_PLACES = ("host", "path", "fediverse")


@dataclass(frozen=True)
class Match:
    """A row of a list, by its number, and in a few words how it came to name something."""

    row: int
    how: str


class Listed:
    """The rows of all lists by what they name, made to be asked about many links.

    ``rows`` has the columns of audit.sources.rows; a row's number is its place there, and
    ``lists`` has the name of the list of each.
    """

    def __init__(self, rows: pd.DataFrame) -> None:
        self.lists: Sequence[str] = rows["list"].tolist()
        self._rows: dict[Key, list[int]] = {}
        self._hosts: set[str] = set()
        self._services: set[str] = set()
        self._matters: dict[str, bool] = {}
        pairs = zip(rows["kind"].tolist(), rows["key"].tolist(), strict=True)
        for number, (kind, key) in enumerate(pairs):
            self._add(kind, key, number)

    def named(self, kind: str, key: str) -> Sequence[int]:
        """Give the numbers of the rows that name a key of a kind."""
        return self._rows.get((kind, key), ())

    def of_link(self, url: str) -> tuple[Match, ...]:
        """Give the rows that name the place a link leads to, one for each list at most."""
        host = hosts.host_of(url)
        if not self._may_be_named(host):
            return ()
        inner = unwrap(url)
        place = hosts.place(inner.url)
        through = f", through {' and '.join(inner.via)}" if inner.via else ""
        first: dict[str, Match] = {}
        for kind, key, how in _candidates(inner.url, place):
            for number in self.named(kind, key):
                first.setdefault(self.lists[number], Match(number, how + through))
        return tuple(sorted(first.values(), key=lambda match: match.row))

    def _add(self, kind: str, key: str, number: int) -> None:
        self._rows.setdefault((kind, key), []).append(number)
        self._know_service(kind, key)
        if kind not in _OF_PLACES:
            return
        place = hosts.place(key)
        self._hosts.add(place.host)
        for writer in writers(f"https://{key}", place) if kind != "fediverse" else ():
            if number not in self._rows.setdefault(writer, []):
                self._rows[writer].append(number)
            self._know_service(*writer)

    def _know_service(self, kind: str, key: str) -> None:
        if kind in ("account", "tenant"):
            self._services.add(key.partition(":")[0])

    def _may_be_named(self, host: str) -> bool:
        """Tell quickly of most hosts that no row can name anything there."""
        known = self._matters.get(host)
        if known is None:
            above = (hosts.without_prefix(host), *hosts.ancestors(host)) if host else ()
            known = may_wrap(host) or any(
                one in self._hosts or (hosts.is_shared(one) and service_of(one) in self._services)
                for one in above
            )
            self._matters[host] = known
        return known


def _candidates(url: str, place: Place) -> Iterator[tuple[str, str, str]]:
    """Give kind, key and words for each way in which a row may name a place, the closest first."""
    if not place.host:
        return
    bare = hosts.without_prefix(place.host)
    above = list(dict.fromkeys((bare, *hosts.ancestors(place.host))))
    for host in above:
        for length in range(len(place.segments), 0, -1):
            yield "path", "/".join((host, *place.segments[:length])), "by the path"
    for kind, key in writers(url, place):
        yield kind, key, "by the writer"
    for host in above:
        how = "by the host" if host == bare else "by the host above"
        if not hosts.is_shared(host):
            yield "host", host, how
            yield "fediverse", host, how
