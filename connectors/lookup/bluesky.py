"""Bluesky: profiles by handle from the public AppView, which asks for no login.

app.bsky.actor.getProfiles and getProfile (lexicons of bluesky-social/atproto).
"""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

from connectors.errors import FollowAuditError, SourceError
from connectors.http import Client, Reply, Request, refusal
from connectors.looked import FOUND, NOT_FOUND, Looked
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, record_of, records, text, whole_record
from connectors.lookup.batches import in_batches
from connectors.waiting import reset_in

PUBLIC = "https://public.api.bsky.app"
_AT_ONCE = 25
_GONE = {
    "AccountTakedown": ("suspended", "Bluesky has suspended it"),
    "AccountDeactivated": ("deleted", "its owner has deactivated it"),
}
_UNKNOWN = ("profile not found", "actor not found", "unable to resolve handle")


class _NamedError(SourceError):
    """A refusal with the name that Bluesky gives it."""

    def __init__(self, sentence: str, name: str, message: str) -> None:
        self.name = name
        self.message = message
        super().__init__(sentence)


def look_up(client: Client, access: Access, handles: Sequence[str]) -> tuple[Looked, ...]:
    """Ask for handles, 25 at a time; those left out of the answer are asked for one by one."""
    asking = replace(client, told=reset_in("RateLimit-Reset"), refused=_refused)
    address = access.at(PUBLIC)

    def ask(batch: Sequence[str]) -> list[Looked]:
        there = _profiles(asking, address, batch)
        return [there.get(one.casefold()) or _one(asking, address, one) for one in batch]

    return in_batches("bluesky", handles, _AT_ONCE, ask)


def _profiles(client: Client, address: str, handles: Sequence[str]) -> dict[str, Looked]:
    """Give the profiles by handle: removed and unknown ones are left out without a word."""
    query = urlencode([("actors", handle) for handle in handles])
    request = Request(f"{address}/xrpc/app.bsky.actor.getProfiles?{query}")
    try:
        answer = client.fetch(request, lambda reply: whole_record(reply, request, "profiles"))
    except _NamedError:
        return {}  # one bad handle spoils them all; each is asked for by itself
    found = (_found(record, text(record, "handle")) for record in records(answer.get("profiles")))
    return {one.asked.casefold(): one for one in found if one.account_id}


def _one(client: Client, address: str, handle: str) -> Looked:
    request = Request(f"{address}/xrpc/app.bsky.actor.getProfile", params={"actor": handle})
    try:
        record = client.fetch(request, lambda reply: whole_record(reply, request, "did", "handle"))
    except _NamedError as said:
        if said.name in _GONE:
            status, reason = _GONE[said.name]
            return Looked("bluesky", handle, FOUND, reason, handle=handle, status=status)
        if said.name == "HandleNotFound" or said.message.casefold().startswith(_UNKNOWN):
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


def _refused(reply: Reply, request: Request) -> FollowAuditError:
    record = record_of(reply)
    if record is None or reply.status != 400:
        return refusal(reply, request)
    return _NamedError(str(refusal(reply, request)), text(record, "error"), text(record, "message"))
