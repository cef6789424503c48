"""The stateful server: mastodon_mock, behind a layer that puts back what it leaves out.

Written after what real servers were seen to do (Mastodon 4.x, GoToSocial 0.20):
cursors in the Link header are of no use but to be sent back; pages hold 80 accounts or 40 posts
at most; X-RateLimit-Reset is a time in ISO 8601; a 401 says "The access token is invalid"; a
hidden list is an empty one; accounts that moved or were suspended say so.

Usage: python -m tests.servers.mastodon.app PORT
"""

import json
import re
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import uvicorn
from fastapi import FastAPI
from mastodon_mock import app as mock
from mastodon_mock import pagination
from mastodon_mock.config import DatabaseConfig, MastodonMockConfig
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tests.servers.mastodon.likeness import Likeness
from tests.servers.mastodon.names import CONTROL
from tests.servers.mastodon.world import Numbers, build

LIMITS = {"following": (40, 80), "favourites": (20, 40), "statuses": (20, 40)}
_LIST = re.compile(r"/api/v1/(?:accounts/(?P<id>\w+)/(?P<of>following|statuses)|favourites)\Z")
_CURSOR = re.compile(r"((?:max|min|since)_id=)(\w+)")
_SECRET = 0x5A5A5A5A5A5A
Answer = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Rules:
    """How the server behaves; a test changes them as it goes.

    ``requests`` are allowed in ``seconds``; ``hidden`` are ids of accounts that show nobody whom
    they follow; ``gone`` those whose lists are empty; ``marks`` are added to an account by its
    ``acct``. ``login`` asks for a token everywhere, ``without`` leaves keys out of accounts,
    ``empty_last`` sends a next link with every page that holds something (GoToSocial).
    """

    requests: int = 1_000_000
    seconds: float = 300.0
    hidden: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    marks: dict[str, dict[str, Any]] = field(default_factory=dict)
    login: bool = False
    without: tuple[str, ...] = ()
    empty_last: bool = False


def build_app(domain: str) -> FastAPI:
    """Make the server of one domain, with nobody on it yet."""
    pagination.MAX_LIMIT = max(largest for _, largest in LIMITS.values())
    config = MastodonMockConfig(domain=domain, database=DatabaseConfig(path=":memory:"))
    app = mock.create_app(config)
    layer = Layer(app, domain)
    app.add_api_route(f"{CONTROL}world", layer.world, methods=["POST"])
    app.add_api_route(f"{CONTROL}rules", layer.set_rules, methods=["POST"])
    app.add_api_route(f"{CONTROL}asked", layer.tell_asked, methods=["GET"])
    app.middleware("http")(layer.answer)
    return app


class Layer:
    """What stands before the mock, with its rules and what it was asked."""

    def __init__(self, app: FastAPI, domain: str) -> None:
        self._app = app
        self._domain = domain
        self.rules = Rules()
        self.asked: list[str] = []
        self._hits: dict[tuple[str, int], int] = {}
        self._numbers = Numbers()

    async def world(self, request: Request) -> JSONResponse:
        """Begin anew with the accounts, follows, posts and likes that are sent."""
        self._numbers = build(self._app.state.engine, await request.json())
        self._app.state.fault_store.clear()
        self.rules, self.asked, self._hits = Rules(), [], {}
        return JSONResponse(asdict(self._numbers))

    async def set_rules(self, request: Request) -> JSONResponse:
        """Change some of the rules."""
        self.rules = replace(self.rules, **await request.json())
        return JSONResponse({})

    async def tell_asked(self) -> JSONResponse:
        """Give the requests as they came in since the world began."""
        return JSONResponse(self.asked)

    async def answer(self, request: Request, go_on: Answer) -> Response:
        """Answer as a real server would."""
        if request.url.path.startswith(CONTROL):
            return await go_on(request)
        query = f"?{request.url.query}" if request.url.query else ""
        self.asked.append(f"{request.url.path}{query}")
        refused = self._refused(request)
        response = refused or await self._listed(request, go_on)
        self._say_limit(request, response)
        return response

    def _refused(self, request: Request) -> Response | None:
        who, now = request.headers.get("authorization", ""), time.time()
        window = int(now // self.rules.seconds)
        self._hits[who, window] = self._hits.get((who, window), 0) + 1
        if self._hits[who, window] > self.rules.requests:
            return JSONResponse({"error": "Too many requests"}, 429)
        token = who.removeprefix("Bearer ")
        # Mastodon refuses a wrong token everywhere, also where it wants none.
        if (who and token not in self._numbers.tokens) or (self.rules.login and not who):
            return JSONResponse({"error": "The access token is invalid"}, 401)
        return None

    async def _listed(self, request: Request, go_on: Answer) -> Response:
        found = _LIST.match(request.url.path)
        if not found:
            return await self._like_mastodon(await go_on(request), request, None)
        of = found["of"] or "favourites"
        usual, largest = LIMITS[of]
        query = dict(parse_qsl(_CURSOR.sub(_turn, request.url.query)))
        limit = min(int(query.get("limit", usual)), largest)
        request.scope["query_string"] = urlencode({**query, "limit": limit}).encode()
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        own = self._numbers.tokens.get(token, "") == found["id"]
        closed = found["id"] in self.rules.gone or (
            of == "following" and found["id"] in self.rules.hidden and not own
        )
        if closed:
            return JSONResponse([])
        return await self._like_mastodon(await go_on(request), request, limit)

    async def _like_mastodon(
        self, response: Response, request: Request, limit: int | None
    ) -> Response:
        body = b"".join([piece async for piece in response.body_iterator])  # type: ignore[attr-defined]
        headers = {"content-type": "application/json; charset=utf-8"}
        if response.status_code == 401:
            return JSONResponse({"error": "The access token is invalid"}, 401)
        if response.status_code == 429:
            return JSONResponse({"error": "Too many requests"}, 429)
        try:
            value = json.loads(body)
        except ValueError:
            return Response(body, response.status_code, headers)
        link = response.headers.get("link", "")
        if limit is not None and self.rules.empty_last and value and 'rel="next"' not in link:
            link = self._next_after(request, value[-1]["id"], limit)
        if link:
            headers["link"] = _CURSOR.sub(_turn, link)
        likeness = Likeness(self._domain, self.rules.marks, self.rules.without)
        return JSONResponse(likeness.of(value), response.status_code, headers)

    def _next_after(self, request: Request, last: str, limit: int) -> str:
        parts = urlsplit(str(request.url))
        query = urlencode({"limit": limit, "max_id": last})
        return f'<{parts.scheme}://{parts.netloc}{parts.path}?{query}>; rel="next"'

    def _say_limit(self, request: Request, response: Response) -> None:
        who = request.headers.get("authorization", "")
        window = int(time.time() // self.rules.seconds)
        over = response.status_code == 429
        left = 0 if over else max(0, self.rules.requests - self._hits.get((who, window), 0))
        reset = datetime.fromtimestamp((window + 1) * self.rules.seconds, UTC)
        response.headers["X-RateLimit-Limit"] = str(self.rules.requests)
        response.headers["X-RateLimit-Remaining"] = str(left)
        response.headers["X-RateLimit-Reset"] = reset.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _turn(cursor: re.Match[str]) -> str:
    """Make a cursor that is no id of anything shown, and back again."""
    return f"{cursor[1]}{int(cursor[2]) ^ _SECRET}"


if __name__ == "__main__":
    port = int(sys.argv[1])
    uvicorn.run(
        build_app(sys.argv[2] if len(sys.argv) > 2 else "whare.tauira.example"),
        host="127.0.0.1",
        port=port,
        log_level="error",
    )
