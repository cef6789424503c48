"""Reading the made-up agency from the fake of X, as the tests of its connector do."""

from dataclasses import dataclass
from pathlib import Path

from connectors.live.asking import Asking
from connectors.live.pages import PageFolder
from connectors.live.x import CONNECTOR
from connectors.lookup.access import Access
from tests.connectors.live.reading import Reader
from tests.servers.local import client_of
from tests.servers.x.example import TOKEN
from tests.servers.x.fake import X


@dataclass
class XReader(Reader):
    """A reader whose agency has X's agreement, or has not."""

    agreed: bool = True

    @property
    def asking(self) -> Asking:
        last = PageFolder(self.last) if self.last else None
        access = Access(self.address, self.token, government_use_agreed=self.agreed)
        return Asking(client_of(self.time), access, PageFolder(self.folder), self.budget, last)


def reader_of(address: str, fake: X, folder: Path, token: str = TOKEN, **rules: object) -> XReader:
    """Read with the clock of the fake."""
    return XReader(CONNECTOR, "example_agency", address, token, folder, time=fake.time, **rules)
