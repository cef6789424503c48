"""An invented account: who it is, and the form its address takes on each platform."""

import base64
import hashlib
import unicodedata
from dataclasses import dataclass

_FIRST_X_ID = 4_100_000_000_000_000_007
_X_ID_STEP = 104_729_001_003


@dataclass(frozen=True)
class Account:
    """One person or body with a name, a ``stem`` of at most 8 letters that all its handles share.

    ``group`` says what it is; ``actor`` is its register id where it has one. X ids lie above any
    that X can have given out before the year 2040; DIDs begin with did:plc:tauira.
    """

    serial: int
    name: str
    stem: str
    group: str
    actor: str = ""
    server: str = "social.tauira.example"

    @property
    def x_id(self) -> str:
        """Give the numeric id on X."""
        return str(_FIRST_X_ID + self.serial * _X_ID_STEP)

    @property
    def x_handle(self) -> str:
        """Give the handle on X, at most 15 letters."""
        return f"{self.stem}_tauira"

    @property
    def did(self) -> str:
        """Give the DID: 24 letters of base32, drawn from the stem."""
        digest = base64.b32encode(hashlib.sha256(self.stem.encode()).digest()).decode().lower()
        return f"did:plc:tauira{digest[:18]}"

    @property
    def bluesky_handle(self) -> str:
        """Give the handle on Bluesky."""
        return f"{self.stem}.tauira.example"

    @property
    def acct(self) -> str:
        """Give the address on Mastodon."""
        return f"{self.stem}@{self.server}"

    @property
    def facebook(self) -> str:
        """Give the page name on Facebook."""
        return f"{self.stem}.tauira"

    @property
    def linkedin(self) -> str:
        """Give the path of the page on LinkedIn."""
        return f"company/{self.stem}-tauira"

    def handle(self, platform: str) -> str:
        """Give the handle on any platform."""
        handles = {
            "x": self.x_handle,
            "mastodon": self.acct,
            "bluesky": self.bluesky_handle,
            "facebook": self.facebook,
            "linkedin": self.linkedin,
        }
        return handles[platform]

    def stable_id(self, platform: str) -> str:
        """Give the id that never changes, where the platform's export holds one."""
        return {"x": self.x_id, "bluesky": self.did}.get(platform, "")


def fold(name: str) -> str:
    """Write a name in small plain letters: no macrons, no spaces."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in plain.casefold() if letter.isascii() and letter.isalnum())


def stem(name: str, taken: set[str]) -> str:
    """Give eight letters of the name, or seven and a figure where they are taken; then take it."""
    letters = fold(name)[:8]
    choices = [letters, *(f"{letters[:7]}{figure}" for figure in range(2, 10))]
    chosen = next(choice for choice in choices if choice not in taken)
    taken.add(chosen)
    return chosen
