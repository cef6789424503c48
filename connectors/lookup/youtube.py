"""YouTube: channels by handle, with an API key or an OAuth token.

channels.list of the YouTube Data API v3: one unit of the daily quota for each handle.
"""

from collections.abc import Sequence
from dataclasses import replace

from connectors.errors import AuthError, FollowAuditError, QuotaSpent, SourceError
from connectors.http import Client, Reply, Request, refusal
from connectors.looked import FOUND, NOT_FOUND, Looked
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, part, record_of, records, text, whole_record
from connectors.lookup.batches import in_batches, not_looked

PUBLIC = "https://youtube.googleapis.com"
_KEY = "AIza"  # API keys begin so, OAuth tokens never
_SPENT = frozenset({"quotaExceeded", "dailyLimitExceeded"})
_BAD_CREDENTIAL = frozenset({"authError", "keyInvalid", "API_KEY_INVALID", "keyExpired"})
_CUSTOM = "YouTube does not look up its old addresses with /c/; write the @handle"


def look_up(client: Client, access: Access, handles: Sequence[str]) -> tuple[Looked, ...]:
    """Ask for handles and old names like user/name, one by one, as YouTube has it."""
    asking = replace(client, refused=_refused, spent=_spent)
    return in_batches("youtube", handles, 1, lambda batch: [_one(asking, access, batch[0])])


def _one(client: Client, access: Access, handle: str) -> Looked:
    kind, _, old_name = handle.partition("/")
    if kind.casefold() == "c" and old_name:
        return not_looked("youtube", handle, _CUSTOM)
    wanted = {"forUsername": old_name} if old_name else {"forHandle": f"@{handle}"}
    key = access.token if access.token.startswith(_KEY) else ""
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


def _refused(reply: Reply, request: Request) -> FollowAuditError:
    reasons = _reasons(reply)
    if reasons & _SPENT:
        return QuotaSpent("The quota of YouTube is spent for today. Go on tomorrow.")
    if reasons & _BAD_CREDENTIAL or reply.status == 401:
        return AuthError(f"{request.host} refuses the credential it was sent; get a new one.")
    if reply.status == 403:
        said = ", ".join(sorted(reasons)) or "no reason given"
        return SourceError(f"{request.host} does not let this credential ask ({said}).")
    return refusal(reply, request)


def _spent(reply: Reply, request: Request) -> FollowAuditError | None:
    return _refused(reply, request) if _reasons(reply) & _SPENT else None


def _reasons(reply: Reply) -> frozenset[str]:
    error = part(record_of(reply) or {}, "error")
    told = [*records(error.get("errors")), *records(error.get("details"))]
    return frozenset(reason for one in told if (reason := text(one, "reason")))
