"""Platforms on this machine that know some accounts and answer as their documents say."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from tests.servers.local import Asked, Written, serving

JSON = {"Content-Type": "application/json; charset=utf-8"}


def written(value: object, status: int = 200, **headers: str) -> Written:
    return Written(json.dumps(value).encode(), status, {**JSON, **headers})


@dataclass(frozen=True)
class Account:
    """An account that a platform knows; ``state`` is one of the accounts frame's."""

    id: str
    handle: str
    name: str = ""
    state: str = "active"
    moved: str = ""


@dataclass
class Platforms:
    """All four platforms at one address, told apart by their paths."""

    accounts: Mapping[str, tuple[Account, ...]] = field(default_factory=dict)
    host: str = "whare.tauira.example"
    token: str = ""

    def answer(self, asked: Asked) -> Written:
        parts = urlsplit(asked.path)
        query = parse_qs(parts.query)
        answers: Mapping[str, Callable[[Mapping[str, list[str]], Asked], Written]] = {
            "/xrpc/app.bsky.actor.getProfiles": self._bluesky_many,
            "/xrpc/app.bsky.actor.getProfile": self._bluesky_one,
            "/api/v1/accounts/lookup": self._mastodon,
            "/2/users/by": self._x,
            "/youtube/v3/channels": self._youtube,
        }
        return answers[parts.path](query, asked)

    def _find(self, platform: str, handle: str) -> Account | None:
        there = self.accounts.get(platform, ())
        return next((one for one in there if one.handle.casefold() == handle.casefold()), None)

    def _bluesky_many(self, query: Mapping[str, list[str]], _: Asked) -> Written:
        assert len(query["actors"]) <= 25
        found = (self._find("bluesky", one) for one in query["actors"])
        return written(
            {"profiles": [_bluesky(one) for one in found if one and one.state == "active"]}
        )

    def _bluesky_one(self, query: Mapping[str, list[str]], _: Asked) -> Written:
        found = self._find("bluesky", query["actor"][0])
        if found is None:
            return written({"error": "InvalidRequest", "message": "Profile not found"}, 400)
        if found.state == "suspended":
            said = {"error": "AccountTakedown", "message": "Account has been suspended"}
            return written(said, 400)
        if found.state == "deactivated":
            return written(
                {"error": "AccountDeactivated", "message": "Account is deactivated"}, 400
            )
        return written(_bluesky(found))

    def _mastodon(self, query: Mapping[str, list[str]], _: Asked) -> Written:
        name, _, host = query["acct"][0].partition("@")
        found = self._find("mastodon", f"{name}@{host or self.host}")
        if found is None:
            return written({"error": "Record not found"}, 404)
        name, _, server = found.handle.partition("@")
        account = {
            "id": "109",
            "username": name,
            "acct": name if server == self.host else found.handle,
            "display_name": found.name,
            "url": f"https://{server}/@{name}",
            "uri": found.id,
            "note": "",
            "locked": False,
        }
        if found.moved:
            account["moved"] = {"id": "110", "acct": found.moved}
        if found.state == "suspended":
            account["suspended"] = True
        return written(account)

    def _x(self, query: Mapping[str, list[str]], asked: Asked) -> Written:
        if asked.headers.get("Authorization") != f"Bearer {self.token}":
            said = {"title": "Unauthorized", "type": "about:blank", "status": 401}
            return written(said | {"detail": "Unauthorized"}, 401)
        handles = query["usernames"][0].split(",")
        assert len(handles) <= 100
        found = {one: self._find("x", one) for one in handles}
        good = [one for one in found.values() if one and one.state in {"active", "protected"}]
        answer: dict[str, object] = {}
        if good:
            answer["data"] = [
                {
                    "id": one.id,
                    "name": one.name,
                    "username": one.handle,
                    "protected": one.state == "protected",
                }
                for one in good
            ]
        errors = [x_error(handle, one) for handle, one in found.items() if one not in good]
        return written(answer | ({"errors": errors} if errors else {}))

    def _youtube(self, query: Mapping[str, list[str]], asked: Asked) -> Written:
        key = asked.headers.get("X-Goog-Api-Key", "")
        bearer = asked.headers.get("Authorization", "").removeprefix("Bearer ")
        if self.token not in (key, bearer):
            error = {"reason": "badRequest", "message": "API key not valid."}
            details = [{"reason": "API_KEY_INVALID", "domain": "googleapis.com"}]
            return written({"error": {"code": 400, "errors": [error], "details": details}}, 400)
        handle = (query.get("forHandle") or query["forUsername"])[0].removeprefix("@")
        found = self._find("youtube", handle)
        answer: dict[str, object] = {
            "kind": "youtube#channelListResponse",
            "pageInfo": {"totalResults": int(found is not None), "resultsPerPage": 5},
        }
        if found:
            snippet = {"title": found.name, "customUrl": f"@{found.handle.casefold()}"}
            answer["items"] = [{"kind": "youtube#channel", "id": found.id, "snippet": snippet}]
        return written(answer)


def _bluesky(account: Account) -> dict[str, object]:
    said = {"did": account.id, "handle": account.moved or account.handle, "labels": []}
    return said | ({"displayName": account.name} if account.name else {})


def x_error(handle: str, account: Account | None, host: str = "api.twitter.com") -> dict[str, str]:
    """Write the error inside a 200 for one handle, as X has it."""
    suspended = account is not None
    detail = (
        f"User has been suspended: [{handle}]."
        if suspended
        else f"Could not find user with usernames: [{handle}]."
    )
    return {
        "value": handle,
        "detail": detail,
        "title": "Forbidden" if suspended else "Not Found Error",
        "resource_type": "user",
        "parameter": "usernames",
        "resource_id": handle,
        "type": f"https://{host}/2/problems/resource-not-found",
    }


@contextmanager
def platforms(known: Platforms) -> Iterator[tuple[str, list[Asked]]]:
    """Serve them; give their address and what they were asked."""
    with serving(known.answer) as (address, asked):
        yield address, asked
