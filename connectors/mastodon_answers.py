"""What servers that speak Mastodon's interface answer: accounts, and why they refuse.

Entities Account and Error (mastodon/documentation, entities). GoToSocial gives no ``uri``; Pleroma
says under ``pleroma`` whether a list is hidden.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from connectors.errors import AuthError, FollowAuditError, SourceError
from connectors.html_text import read_html
from connectors.http import Reply, Request, refusal
from connectors.lookup.answers import Record, count, part, record_of, text
from connectors.profile_form import Profile
from connectors.profiles import parse_profile
from connectors.times import iso_time
from connectors.waiting import reset_in, retry_after

_RESET = reset_in("X-RateLimit-Reset")
WANTED = "read:accounts, read:favourites and read:statuses"
_TO_ALL = frozenset({"public", "unlisted"})


class UnknownAccountError(SourceError):
    """The server has no such account, and says so in its own words."""


class RemovedAccountError(SourceError):
    """The server says that the account was removed (410: suspended, until Mastodon 3.3)."""


@dataclass(frozen=True)
class ServerAccount:
    """An account as a server describes it.

    ``profile`` has its id and handle, name@server; ``number`` is the id that holds on this server
    alone; ``moved_to`` the handle of the account that its owner went on with.
    """

    profile: Profile
    number: str
    uri: str
    name: str
    status: str
    moved_to: str
    url: str


def account_in(record: Record, domain: str) -> ServerAccount | None:
    """Read an account; ``domain`` is the server's own, which it leaves out of its own handles."""
    handle = whole_handle(text(record, "acct"), domain)
    if not handle:
        return None
    moved = whole_handle(text(part(record, "moved"), "acct"), domain)
    url = text(record, "url")
    # A server without a dot in its name, such as one for trying out, has no profile of its own.
    profile = parse_profile(f"@{handle}", "mastodon") or Profile(
        "mastodon", handle.casefold(), handle, url
    )
    return ServerAccount(
        profile=profile,
        number=text(record, "id"),
        uri=text(record, "uri"),
        name=text(record, "display_name"),
        status=_status(record, moved),
        moved_to=moved,
        url=url or profile.url,
    )


def row_of(account: ServerAccount, record: Record, as_at: datetime) -> Mapping[str, Any]:
    """Give the row of the accounts frame."""
    return {
        "platform": "mastodon",
        "account_id": account.profile.account_id,
        "handle": account.profile.handle,
        "name": account.name or None,
        "description": read_html(str(record.get("note") or "")).text or None,
        "url": account.url,
        "status": account.status,
        "created_at": iso_time(record.get("created_at")),
        "last_post_at": iso_time(record.get("last_status_at")),
        "followers": count(record.get("followers_count")),
        "as_at": as_at,
    }


def whole_handle(acct: str, domain: str) -> str:
    """Write a handle with its server: at home a server leaves its own name out."""
    return acct if "@" in acct or not acct else f"{acct}@{domain}"


def shown_to_all(status: Record) -> bool:
    """Tell whether everybody may see a post."""
    return text(status, "visibility") in _TO_ALL


def wait_until(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Read when to ask again; every answer says when the limit ends, but it may not be reached."""
    if headers.get("X-RateLimit-Remaining", "0").strip() != "0":
        return retry_after(headers, now)
    return _RESET(headers, now)


def refused(reply: Reply, request: Request) -> FollowAuditError:
    """Tell a server that has no such account from a web site that has no such page."""
    if reply.status == 410:
        return RemovedAccountError(f"{request.host} has removed this account.")
    if reply.status == 404 and _said(reply):
        return UnknownAccountError(f"{request.host} knows no such account.")
    return refusal(reply, request)


def refused_to_owner(reply: Reply, request: Request) -> FollowAuditError:
    """Say what an agency does about a server that refuses to show it its own account."""
    if reply.status == 401 and request.token:
        return AuthError(
            f"{request.host} does not know the token: it was mistyped or revoked. Make a new one "
            f"with {WANTED}."
        )
    if reply.status == 403 and request.token:
        return AuthError(
            f"{request.host} does not let this token ask for it. Make a new one with {WANTED}."
        )
    if reply.status in (401, 403):
        return AuthError(
            f"{request.host} answers nobody without a token. Make one with {WANTED}, and name its "
            "environment variable in token_env."
        )
    if 300 <= reply.status < 400:
        return SourceError(
            f"{request.host} sends us on to another address. Set base_url to your server's own."
        )
    if reply.status == 404 and not _said(reply):
        return SourceError(
            f"{request.host} does not answer as Mastodon does: set base_url to your server's "
            "address. Misskey and its relatives speak an interface of their own, which is not "
            "read: give their export."
        )
    return refused(reply, request)


def _said(reply: Reply) -> str:
    """Give the reason that Mastodon writes; a web site writes a page, Misskey an object."""
    return text(record_of(reply) or {}, "error")


def _status(record: Record, moved: str) -> str:
    if record.get("suspended") is True:
        return "suspended"
    return "moved" if moved else "active"
