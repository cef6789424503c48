"""Reading our account on Bluesky from servers on this machine."""

from dataclasses import dataclass, replace

from connectors.live.asking import Asking
from connectors.lookup.access import Access
from tests.connectors.live.reading import Reader
from tests.servers.local import client_of


@dataclass
class BlueskyReader(Reader):
    """A reader with the AppView and the directory that Bluesky has besides the account's server."""

    appview: str = ""
    plc: str = ""

    @property
    def asking(self) -> Asking:
        access = Access(self.address, "", self.appview, self.plc)
        client = client_of(self.time, timeouts=(10.0, 60.0))
        return replace(super().asking, access=access, client=client)
