"""Where a platform is asked, and as whom."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Access:
    """An address without a slash at its end, empty for the platform's own, and a credential.

    ``appview`` and ``plc`` are the addresses of Bluesky's AppView and of its directory of
    accounts, empty for the public ones; its ``address`` is the account's own server.
    ``government_use_agreed`` says that X has agreed to a government agency's use of its API.
    """

    address: str = ""
    token: str = field(default="", repr=False)
    appview: str = ""
    plc: str = ""
    government_use_agreed: bool = False

    def at(self, usual: str) -> str:
        """Give the address to ask at: the one given, or the usual one of the platform."""
        return (self.address or usual).rstrip("/")
