"""The Data API v3 over HTTP: subscriptions, playlistItems, videos and channels, and the tokens.

Every request and every good answer is held to Google's description; ``problems`` keeps what broke
it. Each call costs one unit, an invalid one too.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from tests.servers.local import Asked, Written, serving
from tests.servers.platforms import written
from tests.servers.youtube import answers
from tests.servers.youtube.contract import contract
from tests.servers.youtube.errors import bad_key, error
from tests.servers.youtube.known import Known, Liked
from tests.servers.youtube.pages import BadTokenError, cut

_AT_ONCE = 50


@dataclass(frozen=True)
class _Call:
    """One call: its query with lists taken apart, and whether it speaks for the owner."""

    query: dict[str, str]
    owner: bool

    @property
    def size(self) -> int:
        return int(self.query.get("maxResults", "5"))

    @property
    def token(self) -> str:
        return self.query.get("pageToken", "")

    @property
    def ids(self) -> list[str]:
        return [one for one in self.query.get("id", "").split(",") if one]

    @property
    def parts(self) -> frozenset[str]:
        return frozenset(self.query["part"].split(","))


@dataclass
class YouTube:
    """The fake; ``instead`` may answer a request in its place, as a platform that fails."""

    known: Known
    instead: Callable[[Asked, int], Written | None] = lambda _, __: None
    problems: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    refreshed: int = 0

    def answer(self, asked: Asked) -> Written:
        """Answer one request."""
        parts = urlsplit(asked.path)
        if parts.path == "/token":
            return self._token(asked)
        query = parse_qs(parts.query, keep_blank_values=True)
        self.calls.append(f"{parts.path.rpartition('/')[2]}?{parts.query}")
        described = contract()
        broken = list(
            described.request_problems(asked.method, parts.path, query) if described else ()
        )
        self.problems += broken
        failing = self.instead(asked, len(self.calls))
        if failing is not None:
            return failing
        self.known.quota -= 1
        if self.known.quota < 0:
            return error("quotaExceeded")
        if broken:
            return error("badRequest")
        reply = self._called(
            parts.path, {name: ",".join(one) for name, one in query.items()}, asked
        )
        if described and reply.status == 200:
            self.problems += described.answer_problems("GET", parts.path, json.loads(reply.body))
        return reply

    def _called(self, path: str, query: dict[str, str], asked: Asked) -> Written:
        bearer = asked.headers.get("Authorization", "").removeprefix("Bearer ")
        key = asked.headers.get("X-Goog-Api-Key", "") or query.get("key", "")
        if bearer and bearer not in self.known.tokens:
            return error("authError")
        if not bearer and key not in self.known.keys:
            return bad_key()
        methods = {
            "/youtube/v3/subscriptions": self._subscriptions,
            "/youtube/v3/playlistItems": self._entries,
            "/youtube/v3/videos": self._videos,
            "/youtube/v3/channels": self._channels,
        }
        try:
            return methods[path](_Call(query, owner=bool(bearer)))
        except BadTokenError:
            return error("invalidPageToken")

    def _subscriptions(self, call: _Call) -> Written:
        mine = call.query.get("mine") == "true"
        if mine and not call.owner:
            return error("authError")
        if not mine and call.query.get("channelId") != self.known.owner.id:
            return error("subscriberNotFound")
        if not mine and not (call.owner or self.known.subscriptions_public):
            return error("subscriptionForbidden")
        every = self.known.subscriptions
        if call.query.get("order") == "alphabetical":
            every = sorted(every, key=lambda one: self.known.title(one.channel))
        page, following = cut(every, call.token, call.size)
        if call.token and call.query.get("order") != "alphabetical":
            page = every[:1] + list(page)[1:]  # by relevance, items come twice and others never
        made = [answers.subscription(self.known, one) for one in page if one.listed]
        return self._page("subscription", made, call, len(every), following)

    def _entries(self, call: _Call) -> Written:
        playlist = call.query.get("playlistId", "")
        if playlist == "LL":
            if not call.owner:
                return error("playlistItemsNotAccessible")
            every: Sequence[Liked] = self.known.liked
        elif playlist == f"UU{self.known.owner.id[2:]}" and self.known.uploads:
            shown = {"public"} if not call.owner else {"public", "unlisted", "private"}
            ours = [one for one in self.known.uploads if one.state in shown]
            every = [Liked(one.id, one.published) for one in ours]
        else:
            return error("playlistNotFound")
        page, following = cut(every, call.token, call.size)
        start = every.index(page[0]) if page else 0
        made = [
            answers.entry(self.known, playlist, one, start + place)
            for place, one in enumerate(page)
        ]
        return self._page("playlistItem", made, call, len(every), following)

    def _videos(self, call: _Call) -> Written:
        if len(call.ids) > _AT_ONCE:
            return error("badRequest")
        found = [one for one in map(self.known.video, call.ids) if one is not None]
        seen = [one for one in found if self._seen(one.state, one.channel, call)]
        made = [answers.video(self.known, one) for one in seen]
        return self._page("video", made, call, len(made), "")

    def _channels(self, call: _Call) -> Written:
        if call.query.get("mine") == "true":
            if not call.owner:
                return error("authError")
            found = [self.known.owner]
        elif "forHandle" in call.query:
            wanted = call.query["forHandle"].removeprefix("@").casefold()
            every = (self.known.owner, *self.known.channels)
            found = [one for one in every if one.handle.casefold() == wanted and not one.closed]
        elif len(call.ids) > _AT_ONCE:
            return error("badRequest")
        else:
            found = [one for one in map(self.known.channel, call.ids) if one is not None]
        made = [answers.channel(self.known, one) for one in found]
        return self._page("channel", made, call, len(made), "")

    def _seen(self, state: str, owner: str, call: _Call) -> bool:
        ours = call.owner and owner == self.known.owner.id
        return state in {"public", "unlisted"} or (ours and state == "private")

    def _page(
        self,
        kind: str,
        items: list[answers.Resource],
        call: _Call,
        total: int,
        following: str,
    ) -> Written:
        shown = [answers.with_parts(one, call.parts) for one in items]
        return written(answers.listed(kind, shown, total, following, call.size))

    def _token(self, asked: Asked) -> Written:
        """Exchange a refresh token (RFC 6749, section 6), as Google answers."""
        form = {name: one[0] for name, one in parse_qs(asked.body.decode()).items()}
        if form.get("grant_type") != "refresh_token":
            return written({"error": "unsupported_grant_type"}, 400)
        key = tuple(form.get(one, "") for one in ("client_id", "client_secret", "refresh_token"))
        fresh = next((new for old, new in self.known.refresh.items() if old == key), None)
        if fresh is None:
            said = {
                "error": "invalid_grant",
                "error_description": "Token has been expired or revoked.",
            }
            return written(said, 400)
        self.refreshed += 1
        self.known.tokens.add(fresh)
        scope = "https://www.googleapis.com/auth/youtube.readonly"
        told = {"access_token": fresh, "expires_in": 3599, "scope": scope, "token_type": "Bearer"}
        return written(told)


@contextmanager
def youtube(fake: YouTube) -> Iterator[tuple[str, list[Asked]]]:
    """Serve the fake; give its address and what it was asked."""
    with serving(fake.answer) as (address, asked):
        yield address, asked
