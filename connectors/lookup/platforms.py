"""The platforms that can be asked for the account behind a handle; add one here."""

from collections.abc import Callable, Mapping, Sequence

from connectors.http import Client
from connectors.looked import Looked
from connectors.lookup import bluesky, mastodon, x, youtube
from connectors.lookup.access import Access

LookUp = Callable[[Client, Access, Sequence[str]], tuple[Looked, ...]]
LOOKUPS: Mapping[str, LookUp] = {
    "bluesky": bluesky.look_up,
    "mastodon": mastodon.look_up,
    "x": x.look_up,
    "youtube": youtube.look_up,
}
WITHOUT_LOGIN = frozenset({"bluesky", "mastodon"})


def look_up(
    platform: str, client: Client, access: Access, handles: Sequence[str]
) -> tuple[Looked, ...]:
    """Ask a platform for the accounts of handles without @, each once; one answer for each.

    Never raises an error of the program: what could not be looked up says why.
    """
    once = {handle.casefold(): handle for handle in handles}
    return LOOKUPS[platform](client, access, tuple(once.values()))
