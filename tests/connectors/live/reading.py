"""Reading an own account from a server on this machine, as the tests of each platform do."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from connectors.collected import Collected, OwnAccount
from connectors.live.asking import Asking
from connectors.live.budget import Budget
from connectors.live.connector import LiveConnector
from connectors.live.pages import PageFolder
from connectors.lookup import Access
from tests.servers.local import Time, client_of

READ_AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


@dataclass
class Reader:
    """One own account at one address; ``folder`` keeps the pages of this run."""

    connector: LiveConnector
    handle: str
    address: str
    token: str
    folder: Path
    last: Path | None = None
    kinds: tuple[str, ...] = ()
    time: Time = field(default_factory=Time)
    budget: Budget = field(default_factory=Budget)

    @property
    def account(self) -> OwnAccount:
        platform = self.connector.platform
        return OwnAccount(platform, self.handle, "api", (), self.kinds, READ_AT)

    @property
    def asking(self) -> Asking:
        last = PageFolder(self.last) if self.last else None
        access = Access(self.address, self.token)
        return Asking(client_of(self.time), access, PageFolder(self.folder), self.budget, last)

    def read(self) -> Collected:
        return self.connector.read(self.account, self.asking).validated(self.connector.platform)


def of_kind(collected: Collected, kind: str) -> list[dict[str, Any]]:
    rows = collected.interactions
    return rows[rows["kind"] == kind].to_dict("records")


def covered(collected: Collected, kind: str) -> dict[str, Any]:
    table = collected.coverage
    (row,) = table[table["kind"] == kind].to_dict("records")
    return row


def kept_bytes(folder: Path) -> Iterator[bytes]:
    """Give all that was kept in a folder, unpacked."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield gzip.decompress(path.read_bytes())
