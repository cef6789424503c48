"""YouTube: channels by handle, with an API key or an OAuth token.

channels.list of the YouTube Data API v3: one unit of the daily quota for each handle.
"""

from collections.abc import Sequence
from dataclasses import replace

from connectors.http import Client, Request
from connectors.looked import FOUND, NOT_FOUND, Looked
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, part, records, text, whole_record
from connectors.lookup.batches import in_batches, not_looked
from connectors.lookup.youtube_errors import refused, spent

PUBLIC = "https://youtube.googleapis.com"
KEY = "AIza"  # API keys begin so, OAuth tokens never
_CUSTOM = "YouTube does not look up its old addresses with /c/; write the @handle"


def look_up(client: Client, access: Access, handles: Sequence[str]) -> tuple[Looked, ...]:
    """Ask for handles and old names like user/name, one by one, as YouTube has it."""
    asking = replace(client, refused=refused, spent=spent)
    return in_batches("youtube", handles, 1, lambda batch: [_one(asking, access, batch[0])])


def _one(client: Client, access: Access, handle: str) -> Looked:
    kind, _, old_name = handle.partition("/")
    if kind.casefold() == "c" and old_name:
        return not_looked("youtube", handle, _CUSTOM)
    wanted = {"forUsername": old_name} if old_name else {"forHandle": f"@{handle}"}
    key = access.token if access.token.startswith(KEY) else ""
    request = Request(
        f"{access.at(PUBLIC)}/youtube/v3/channels",
        params={"part": "snippet", **wanted},
        headers={"X-Goog-Api-Key": key} if key else {},
        token="" if key else access.token,
        redirects=False,
    )
    answer = client.fetch(request, lambda reply: whole_record(reply, request, "kind"))
    for record in records(answer.get("items")):
        return _found(record, handle)
    return Looked("youtube", handle, NOT_FOUND, "YouTube has no such channel, or has closed it")


def _found(record: Record, asked: str) -> Looked:
    snippet, account_id = part(record, "snippet"), text(record, "id")
    written = text(snippet, "customUrl")
    return Looked(
        platform="youtube",
        asked=asked,
        outcome=FOUND,
        account_id=account_id,
        handle=written.removeprefix("@") if written.startswith("@") else asked,
        name=text(snippet, "title"),
        status="active",
        url=f"https://www.youtube.com/channel/{account_id}",
    )
