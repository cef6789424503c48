"""Bluesky: profiles by handle from the public AppView, which asks for no login.

app.bsky.actor.getProfiles and getProfile (lexicons of bluesky-social/atproto).
"""

from collections.abc import Sequence

from connectors.http import Client
from connectors.looked import FOUND, NOT_FOUND, Looked
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, records, text, whole_record
from connectors.lookup.batches import in_batches
from connectors.xrpc import HIDDEN, PUBLIC, NamedError, no_such_account, profile, profiles, speaking

_AT_ONCE = 25


def look_up(client: Client, access: Access, handles: Sequence[str]) -> tuple[Looked, ...]:
    """Ask for handles, 25 at a time; those left out of the answer are asked for one by one."""
    asking = speaking(client)
    address = access.appview or PUBLIC

    def ask(batch: Sequence[str]) -> list[Looked]:
        there = _profiles(asking, address, batch)
        return [there.get(one.casefold()) or _one(asking, address, one) for one in batch]

    return in_batches("bluesky", handles, _AT_ONCE, ask)


def _profiles(client: Client, address: str, handles: Sequence[str]) -> dict[str, Looked]:
    """Give the profiles by handle: removed and unknown ones are left out without a word."""
    request = profiles(address, handles)
    try:
        answer = client.fetch(request, lambda reply: whole_record(reply, request, "profiles"))
    except NamedError:
        return {}  # one bad handle spoils them all; each is asked for by itself
    found = (_found(record, text(record, "handle")) for record in records(answer.get("profiles")))
    return {one.asked.casefold(): one for one in found if one.account_id}


def _one(client: Client, address: str, handle: str) -> Looked:
    request = profile(address, handle)
    try:
        record = client.fetch(request, lambda reply: whole_record(reply, request, "did", "handle"))
    except NamedError as said:
        if said.name in HIDDEN:
            status, reason = HIDDEN[said.name]
            return Looked("bluesky", handle, FOUND, reason, handle=handle, status=status)
        if no_such_account(said.record):
            return Looked("bluesky", handle, NOT_FOUND, "Bluesky knows no such account")
        raise
    return _found(record, handle)


def _found(record: Record, asked: str) -> Looked:
    account_id = text(record, "did")
    return Looked(
        platform="bluesky",
        asked=asked,
        outcome=FOUND,
        account_id=account_id,
        handle=text(record, "handle"),
        name=text(record, "displayName"),
        status="active",
        url=f"https://bsky.app/profile/{account_id}",
    )
