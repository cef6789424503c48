"""A list on no server, newest first, that gives itself page by page and counts its questions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.budget import Budget
from connectors.live.pages import PageFolder
from connectors.live.walk import Listing, Told, Walked
from connectors.lookup.access import Access
from tests.servers.local import Time, client_of


@dataclass
class Served:
    """Pages of ``size`` keys; a cursor is the number of keys before the page."""

    keys: Sequence[str]
    size: int = 2
    asked: list[str] = field(default_factory=list)

    def fetch(self, _: Client, cursor: str) -> Told:
        self.asked.append(cursor)
        begin = int(cursor or 0)
        end = begin + self.size
        return Told(list(self.keys[begin:end]), str(end) if end < len(self.keys) else "")

    def listing(self, *, grows: bool = False) -> Listing:
        return Listing("likes", self.fetch, keys=lambda body: body, grows=grows)


def asking_in(folder: Path, last: Path | None = None, budget: Budget | None = None) -> Asking:
    return Asking(
        client_of(Time()),
        Access(),
        PageFolder(folder),
        budget or Budget(),
        PageFolder(last) if last else None,
    )


def keys_of(walked: Walked) -> list[str]:
    return [item for item, _ in walked.items(lambda body: body)]
