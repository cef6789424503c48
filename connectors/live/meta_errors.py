"""The errors and limits of Meta's Graph API, alike for Facebook, Instagram and Threads.

{"error": {"message", "type", "code", "error_subcode", "is_transient", "fbtrace_id"}}. A limit is
an error with a code, HTTP 400 or 403. X-Business-Use-Case-Usage then says in how many minutes to
come back: {"<id>": [{"type", "call_count", "estimated_time_to_regain_access"}]}; X-App-Usage and
X-Page-Usage say how many per cent of what is allowed in an hour were used: {"call_count",
"total_cputime", "total_time"}.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from connectors.errors import AuthError, FollowAuditError, SourceError
from connectors.http import Reply, Request, refusal
from connectors.live.asking import Asking
from connectors.lookup.answers import Record, part, record_of, records
from connectors.waiting import Passing, retry_after

_LIMITS = frozenset({4, 17, 32, 613, 80001, 80002})
_PASSING = frozenset({1, 2})
_TOKEN = frozenset({102, 190})
_HOURLY = ("X-App-Usage", "X-Page-Usage")
_ALL, _A_DAY = 100, 1_440
_BLOCKED, _MISSING = 368, 100
# Usage is counted over the last hour: without a word from Meta some of it has passed by then.
_UNSAID = timedelta(minutes=15)
_ENDED = {
    458: "the app was removed in the account's settings",
    459: "its person must first log in on the web site",
    460: "the password was changed",
    463: "it has expired",
    464: "its person must first log in on the web site",
    467: "it was revoked",
    492: "its person no longer has a role on the Page",
}


class MissingError(SourceError):
    """There is no such thing, or this credential may not see it: Meta does not say which."""


class NotPermittedError(AuthError):
    """This token lacks a permission."""


def with_rules(asking: Asking) -> Asking:
    """Give the same with Meta's own rules of refusing and of waiting."""
    client = asking.client
    return replace(
        asking, client=replace(client, told=told, refused=_refusing(client.patience.now))
    )


def told(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Read when Meta wants to be asked again; None where it does not say so."""
    stated = list(_minutes(_usage(headers, "X-Business-Use-Case-Usage")))
    used = [one for name in _HOURLY for one in _usage(headers, name).values()]
    over = [_until_below(one) for one in used if isinstance(one, int | float) and one >= _ALL]
    minutes = max(filter(None, [*stated, *over]), default=None)
    regained = now + timedelta(minutes=min(minutes, _A_DAY)) if minutes else None
    return retry_after(headers, now) or regained


def _refusing(
    now: Callable[[], datetime],
) -> Callable[[Reply, Request], FollowAuditError]:
    def refused(reply: Reply, request: Request) -> FollowAuditError:
        error = part(record_of(reply) or {}, "error")
        code = _number(error, "code")
        if code in _LIMITS:
            moment = now()
            until = told(reply.headers, moment) or moment + _UNSAID
            raise Passing(f"{request.host} asks for fewer requests (code {code})", until)
        if code in _PASSING or error.get("is_transient") is True:
            raise Passing(f"{request.host} fails (code {code})")
        return _final(code, _number(error, "error_subcode"), reply, request)

    return refused


def _final(code: int, subcode: int, reply: Reply, request: Request) -> FollowAuditError:
    if code in _TOKEN:
        why = _ENDED.get(subcode, "it is not valid")
        return AuthError(f"{request.host} refuses the token it was sent: {why}. Get a new one.")
    if code == 10 or 200 <= code <= 299:
        return NotPermittedError(
            f"{request.host} does not let this token read that (code {code}). Get one with the "
            "permissions that docs/platforms.md names."
        )
    if code == _BLOCKED:
        return SourceError(
            f"{request.host} has blocked this account's app for a while (code {code}). Run again "
            "on another day."
        )
    if code == _MISSING:
        return MissingError(
            f"{request.host} has nothing there, or does not show it to this token (code {code})."
        )
    return refusal(reply, request)


def _number(error: Record, key: str) -> int:
    value = error.get(key)
    return value if isinstance(value, int) else 0


def _minutes(usage: Record) -> Iterator[float]:
    for uses in usage.values():
        yield from (_number(use, "estimated_time_to_regain_access") for use in records(uses))


def _until_below(percent: float) -> float:
    """Give the minutes until so much of the last hour has passed that less than all is used."""
    return 1 + 60 * (1 - _ALL / percent)


def _usage(headers: Mapping[str, str], name: str) -> Record:
    try:
        usage = json.loads(headers.get(name) or "{}")
    except (ValueError, RecursionError):
        return {}
    return usage if isinstance(usage, dict) else {}
