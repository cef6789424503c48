"""The lists of a channel that the YouTube Data API gives, fifty items a page and a unit each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.batches import Batches
from connectors.live.listing import Listing, Told
from connectors.live.one_page import one_page
from connectors.live.youtube_rows import followed_channel, video_in_entry
from connectors.live.youtube_sign_in import SignIn
from connectors.lookup.answers import Record, count, part, records

PAGE = 50
_WITH = {"maxResults": str(PAGE)}


def own_channel(sign_in: SignIn, handle: str, asking: Asking) -> Record | None:
    """Give the channel signed in, or with a key the one of this handle or id; None for none."""
    if not sign_in.is_key:
        asked = {"mine": "true"}
    elif handle.startswith("UC"):
        asked = {"id": handle}
    elif handle.startswith("user/"):
        asked = {"forUsername": handle.removeprefix("user/")}
    else:
        asked = {"forHandle": f"@{handle.removeprefix('@')}"}
    params = {"part": "snippet,statistics,contentDetails", **asked}

    def fetch(client: Client) -> Told:
        return Told(sign_in.fetch(client, "channels", params).body)

    return next(iter(items_of(one_page("profile", fetch, asking))), None)


def follows(sign_in: SignIn, channel: str) -> Listing:
    """List subscriptions by name: by relevance, some come twice and others never."""
    whose = {"channelId": channel} if sign_in.is_key else {"mine": "true"}
    params = {"part": "snippet,contentDetails", "order": "alphabetical", **whose}
    return _listing("follows", sign_in, "subscriptions", params, followed_channel)


def playlist(name: str, sign_in: SignIn, playlist_id: str) -> Listing:
    """List the videos of a list, such as those liked (LL), the newest first."""
    params = {"part": "snippet,contentDetails,status", "playlistId": playlist_id}
    return _listing(name, sign_in, "playlistItems", params, video_in_entry, grows=True)


def channels(name: str, sign_in: SignIn, *, lasts: bool) -> Batches:
    """Ask about channels by id, fifty at a time; closed ones are left out of the answer."""

    def fetch(client: Client, ids: Sequence[str]) -> Told:
        params = {"part": "snippet,statistics", "id": ",".join(ids), **_WITH}
        return Told(sign_in.fetch(client, "channels", params).body)

    return Batches(name, PAGE, fetch, lasts=lasts)


def items_of(body: Any) -> list[Record]:
    """Give the items of an answer."""
    return list(records(body.get("items")))


def total_of(body: Any) -> int | None:
    """Give how many items a list has by YouTube's own count."""
    return count(part(body, "pageInfo").get("totalResults"))


def _listing(
    name: str,
    sign_in: SignIn,
    method: str,
    params: Mapping[str, str],
    key_of: Callable[[Any], str | None],
    *,
    grows: bool = False,
) -> Listing:
    def fetch(client: Client, cursor: str) -> Told:
        place = {"pageToken": cursor} if cursor else {}
        return sign_in.fetch(client, method, {**params, **_WITH, **place})

    return Listing(name, fetch, keys=lambda body: list(_keys(body, key_of)), grows=grows)


def _keys(body: Any, key_of: Callable[[Any], str | None]) -> Iterator[str]:
    """Give a key for each item; one without its own is told apart by all that it says."""
    return (key_of(item) or repr(item) for item in items_of(body))
