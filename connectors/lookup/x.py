"""X: users by handle, with the agency's own credential, where X has agreed to government use.

GET /2/users/by (API v2); the fields asked for have one name before and after the renaming of 2026.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from connectors.http import Client, Reply, Request
from connectors.looked import FOUND, NOT_FOUND, Looked
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, records, text, whole_record
from connectors.lookup.batches import in_batches, not_looked
from connectors.waiting import Passing, reset_in
from connectors.x_credential import credential
from connectors.x_problems import problem, refused, spent

PUBLIC = "https://api.x.com"
_AT_ONCE = 100
_HANDLE = re.compile(r"\w{1,15}", re.ASCII)  # one that is longer spoils the whole request
_NO_ANSWER = "X said nothing of it"


def look_up(client: Client, access: Access, handles: Sequence[str]) -> tuple[Looked, ...]:
    """Ask for handles, 100 at a time; each costs money, found or not, as X sells its answers."""
    asking = replace(client, told=reset_in("x-rate-limit-reset"), refused=refused, spent=spent)
    fit = [handle for handle in handles if _HANDLE.fullmatch(handle)]

    def ask(batch: Sequence[str]) -> list[Looked]:
        answers = _users(asking, access, batch)
        return [answers.get(one.casefold()) or not_looked("x", one, _NO_ANSWER) for one in batch]

    answered = {one.asked: one for one in in_batches("x", fit, _AT_ONCE, ask)}
    long = "X answers for handles of up to 15 letters, digits and _ alone"
    return tuple(answered.get(one) or not_looked("x", one, long) for one in handles)


def _users(client: Client, access: Access, handles: Sequence[str]) -> dict[str, Looked]:
    """Give what X says of each handle, in lower case: a 200 may hold users, errors or both."""
    own = credential(access.token)
    request = Request(
        f"{access.at(PUBLIC)}/2/users/by",
        params={"usernames": ",".join(handles), "user.fields": "protected"},
        token=own.bearer,
        signing=own.signing,
    )
    answer = client.fetch(request, lambda reply: _whole(reply, request))
    asked = {handle.casefold(): handle for handle in handles}
    said = [_found(record, asked) for record in records(answer.get("data"))]
    said += [_missing(record, asked) for record in records(answer.get("errors"))]
    return {one.asked.casefold(): one for one in said}


def _whole(reply: Reply, request: Request) -> Record:
    record = whole_record(reply, request)
    if "data" not in record and "errors" not in record:
        raise Passing(f"{request.host} sent no whole answer")
    return record


def _found(record: Record, asked: dict[str, str]) -> Looked:
    handle, account_id = text(record, "username"), text(record, "id")
    return Looked(
        platform="x",
        asked=asked.get(handle.casefold(), handle),
        outcome=FOUND,
        account_id=account_id,
        handle=handle,
        name=text(record, "name"),
        status="protected" if record.get("protected") is True else "active",
        url=f"https://x.com/i/user/{account_id}",
    )


def _missing(record: Record, asked: dict[str, str]) -> Looked:
    """Read one error inside an answer: suspended and unknown share their problem type."""
    value, detail = text(record, "value") or text(record, "resource_id"), text(record, "detail")
    handle = asked.get(value.casefold(), value)
    if "suspended" in detail.casefold():
        return Looked("x", handle, FOUND, "X has suspended it", handle=handle, status="suspended")
    if problem(record) == "resource-not-found":
        return Looked("x", handle, NOT_FOUND, "X knows no such account")
    return not_looked("x", handle, f"X does not show it: {detail or text(record, 'title')}")
