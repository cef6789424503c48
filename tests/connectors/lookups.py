"""Asking platforms on this machine for handles, as the tests of each platform do."""

from connectors.looked import Looked
from connectors.lookup import Access, look_up
from tests.servers.local import Asked, Time, Written, client_of, in_turn, serving
from tests.servers.platforms import Platforms, platforms

TOKEN = "planted-secret"  # noqa: S105 - planted to be looked for
HOST = "whare.tauira.example"
HANDLES = {
    "bluesky": "rimu.tauira.example",
    "mastodon": f"rimu@{HOST}",
    "x": "rimu_tauira",
    "youtube": "rimu.tauira",
}
Answer = tuple[tuple[Looked, ...], list[Asked]]


def asking(known: Platforms, platform: str, *handles: str, token: str = "") -> Answer:
    with platforms(known) as (address, asked):
        access = Access(address, token or known.token, appview=address)
        found = look_up(platform, client_of(Time()), access, handles)
    return found, asked


def refused(platform: str, *answers: Written, handles: tuple[str, ...] = ()) -> Answer:
    """Ask a server that gives these answers one after the other, and the last for ever."""
    with serving(in_turn(*answers)) as (address, asked):
        wanted = handles or (HANDLES[platform],)
        access = Access(address, TOKEN, appview=address)
        found = look_up(platform, client_of(Time()), access, wanted)
    return found, asked
