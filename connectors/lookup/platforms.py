"""The platforms that can be asked for the account behind a handle; add one here."""

from collections.abc import Callable, Mapping, Sequence

from connectors.http import Client
from connectors.looked import FOUND, Looked
from connectors.lookup import bluesky, mastodon, x, youtube
from connectors.lookup.access import Access
from connectors.lookup.batches import not_looked

LookUp = Callable[[Client, Access, Sequence[str]], tuple[Looked, ...]]
LOOKUPS: Mapping[str, LookUp] = {
    "bluesky": bluesky.look_up,
    "mastodon": mastodon.look_up,
    "x": x.look_up,
    "youtube": youtube.look_up,
}
WITHOUT_LOGIN = frozenset({"bluesky", "mastodon"})
_IN_USE = frozenset({"active", "protected", "moved"})


def look_up(
    platform: str, client: Client, access: Access, handles: Sequence[str]
) -> tuple[Looked, ...]:
    """Ask a platform for the accounts of handles without @, each once; one answer for each.

    Never raises an error of the program: what could not be looked up says why.
    """
    once = {handle.casefold(): handle for handle in handles}
    found = LOOKUPS[platform](client, access, tuple(once.values()))
    return tuple(map(_sound, found))


def _sound(one: Looked) -> Looked:
    """Take an account in use without its id or handle for no answer."""
    named = bool(one.account_id and one.handle)
    if one.outcome == FOUND and one.status in _IN_USE and not named:
        return not_looked(one.platform, one.asked, "the answer lacks its id or its handle")
    return one
