"""X API v2 over HTTP: users, what they follow and like, and what they post.

Where a test wants it, every request and every answer is held to what X has published, in
the spelling of the request; ``problems`` keeps what broke it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.servers.local import Asked, Time, Written, serving
from tests.servers.platforms import written
from tests.servers.x import answers, faults
from tests.servers.x.contract import Contract, contract_of
from tests.servers.x.credential import Credential
from tests.servers.x.spelling import NEW, OLD, Spelling
from tests.servers.x.world import Account, Post, World

_DEPTH = 3_200
_WINDOW = 900
_LIMITS = {"following": 300, "liked_tweets": 75, "timeline": 900, "users": 900, "me": 75}
_AT_ONCE = 100
_GOOD = 200
Query = Mapping[str, str]


@dataclass(frozen=True)
class _Call:
    """One request: the list it is about, the account in its path, its query, and how it spells."""

    name: str
    subject: str
    query: Query
    spelling: Spelling

    @property
    def asked(self) -> answers.Asked:
        return answers.Asked(
            self._names(self.spelling.fields),
            self._names("user.fields"),
            self._names("expansions"),
        )

    def ids(self, name: str) -> list[str]:
        return [one for one in self.query.get(name, "").split(",") if one]

    def _names(self, name: str) -> frozenset[str]:
        return frozenset(self.ids(name))


@dataclass
class X:
    """The fake. ``spells`` are the spellings it takes; the last one is that of its answers where
    a request does not tell. ``ignores`` lets it overlook the other spelling without a word;
    ``refuses`` is one that it answers in and yet does not take.

    ``instead`` may answer a request in its place; ``credits`` are the objects that are paid for;
    ``empty_end`` ends lists by a page with nothing in it; ``held`` checks by the contract;
    ``without_users`` leaves users out of what is included, as X does at times.
    """

    world: World
    credential: Credential
    time: Time = field(default_factory=Time)
    spells: tuple[Spelling, ...] = (OLD, NEW)
    ignores: bool = False
    refuses: Spelling | None = None
    instead: Callable[[Asked, int], Written | None] = lambda _, __: None
    credits: int = 1_000_000
    empty_end: bool = False
    held: bool = False
    without_users: bool = False
    limits: dict[str, int] = field(default_factory=lambda: dict(_LIMITS))
    calls: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _windows: dict[str, tuple[float, int]] = field(default_factory=dict)

    def answer(self, asked: Asked) -> Written:
        """Answer one request, and hold it and its answer to the contract."""
        parts = urlsplit(asked.path)
        query = parse_qs(parts.query, keep_blank_values=True)
        self.calls.append(f"{parts.path}?{parts.query}")
        failing = self.instead(asked, len(self.calls))
        spelling = self._spelling(query)
        reply = failing or self._allowed(asked, parts.path, query, spelling)
        if self.held:
            self._hold(parts.path, query, reply, contract_of(spelling.included))
        return reply

    def count(self, ending: str) -> int:
        """Count the requests for a path that ends so."""
        return sum(one.split("?")[0].endswith(ending) for one in self.calls)

    def _hold(
        self, path: str, query: Mapping[str, Sequence[str]], reply: Written, contract: Contract
    ) -> None:
        if reply.status == _GOOD:
            self.problems += contract.request_problems(path, query)
            self.problems += contract.answer_problems(path, json.loads(reply.body))
        else:
            self.problems += contract.refusal_problems(path, reply)

    def _spelling(self, query: Mapping[str, Sequence[str]]) -> Spelling:
        told = [one for one in self.spells if one.fields in query]
        return told[0] if told else self.spells[-1]

    def _allowed(
        self, asked: Asked, path: str, query: Mapping[str, Sequence[str]], spelling: Spelling
    ) -> Written:
        who = self.credential.of(asked)
        if who is None:
            return faults.unauthorised()
        call = _call(path, {name: ",".join(one) for name, one in query.items()}, spelling)
        if who == "app" and call.name in ("me", "liked_tweets"):
            return faults.wrong_kind_of_token(spelling.host)
        full = self._window(call.name)
        if full or self.credits <= 0:
            return full or faults.no_credits(spelling.host)
        taken = (NEW if spelling is OLD else OLD) if self.refuses is spelling else spelling
        wrong = None if self.ignores else _wrong(call, taken)
        return wrong or self._answered(call, who)

    def _answered(self, call: _Call, who: str) -> Written:
        lists: Mapping[str, Callable[[_Call, str], dict[str, Any]]] = {
            "me": self._me,
            "users": self._users,
            "following": self._following,
            "liked_tweets": self._liked,
            "timeline": self._timeline,
            "tweets": self._tweets,
        }
        said = lists[call.name](call, who)
        found = said.get("data", [])
        self.credits -= 1 if isinstance(found, dict) else len(found)
        return written(said)

    def _me(self, call: _Call, who: str) -> dict[str, Any]:
        return {
            "data": answers.user(self.world, self.world.accounts[who], call.asked, call.spelling)
        }

    def _users(self, call: _Call, _: str) -> dict[str, Any]:
        by = "ids" if "ids" in call.query else "usernames"
        find = self.world.accounts.get if by == "ids" else self.world.by_handle
        wanted = {one: find(one) for one in call.ids(by)}
        there = [one for one in wanted.values() if one and _there(one)]
        gone = {one: found.state if found else "deleted" for one, found in wanted.items()}
        errors = [
            answers.gone_user(one, why, by, call.spelling)
            for one, why in gone.items()
            if why in ("suspended", "deleted")
        ]
        said = [answers.user(self.world, one, call.asked, call.spelling) for one in there]
        return _filled(data=said, errors=errors)

    def _following(self, call: _Call, _: str) -> dict[str, Any]:
        refused = self._refused(call)
        if refused:
            return refused
        page, meta = self._page(call, self.world.follows.get(call.subject, []))
        there = [self.world.accounts[one] for one in page if _there(self.world.accounts[one])]
        said = [answers.user(self.world, one, call.asked, call.spelling) for one in there]
        return _filled(data=said) | {"meta": {"result_count": len(said), **meta}}

    def _liked(self, call: _Call, who: str) -> dict[str, Any]:
        if who != call.subject:
            kind = "not-authorized-for-resource"
            problem = answers.gone_user(call.subject, "deleted", "id", call.spelling) | {
                "title": "Authorization Error",
                "detail": f"Sorry, you are not authorized to see the user [{call.subject}].",
                "section": "data",
                "type": f"https://{call.spelling.host}/2/problems/{kind}",
            }
            return {"errors": [problem]}
        page, meta = self._page(call, self.world.likes.get(call.subject, []))
        shown = [one for one in self.world.texts(page) if not self._hidden(one, who)]
        return self._posts(shown, call, who, meta)

    def _timeline(self, call: _Call, who: str) -> dict[str, Any]:
        refused = self._refused(call)
        if refused:
            return refused
        newest = [one.id for one in self.world.timeline(call.subject)[:_DEPTH]]
        page, meta = self._page(call, newest)
        return self._posts(self.world.texts(page), call, who, meta)

    def _tweets(self, call: _Call, who: str) -> dict[str, Any]:
        shown = [one for one in self.world.texts(call.ids("ids")) if not self._hidden(one, who)]
        said = self._posts(shown, call, who, {})
        return {name: part for name, part in said.items() if name != "meta"}

    def _posts(
        self, posts: Sequence[Post], call: _Call, who: str, meta: dict[str, str]
    ) -> dict[str, Any]:
        said = [answers.post(self.world, one, call.asked, call.spelling) for one in posts]
        includes, errors = answers.included(self.world, posts, call.asked, call.spelling, who)
        if self.without_users:
            includes.pop("users", None)
        ends = {"newest_id": posts[0].id, "oldest_id": posts[-1].id} if posts else {}
        meta = (ends if call.name == "timeline" else {}) | meta
        answer = _filled(data=said, includes=includes, errors=errors)
        return answer | {"meta": {"result_count": len(said), **meta}}

    def _hidden(self, one: Post, who: str) -> bool:
        return self.world.shown(one.id, who) in ("deleted", "protected")

    def _refused(self, call: _Call) -> dict[str, Any]:
        """Refuse a bad id as X does: 200 with errors, and neither data nor meta."""
        account = self.world.accounts.get(call.subject)
        if account and _there(account):
            return {}
        why = account.state if account else "deleted"
        return {"errors": [answers.gone_user(call.subject, why, "id", call.spelling)]}

    def _page(self, call: _Call, ids: Sequence[str]) -> tuple[Sequence[str], dict[str, str]]:
        size = int(call.query.get("max_results", "100"))
        start = int(call.query.get("pagination_token", "at0").removeprefix("at"))
        end = start + size
        more = end < len(ids) or (self.empty_end and ids and start < len(ids))
        meta = {"next_token": f"at{end:014}"} if more else {}
        return ids[start:end], meta | ({"previous_token": f"bf{start:014}"} if start else {})

    def _window(self, name: str) -> Written | None:
        limit, now = self.limits.get(name, 900), self.time.now.timestamp()
        ends, used = self._windows.get(name, (0.0, 0))
        if now >= ends:
            ends, used = now + _WINDOW, 0
        self._windows[name] = (ends, used + 1)
        return faults.window_full(limit, int(ends)) if used >= limit else None


def _call(path: str, query: Query, spelling: Spelling) -> _Call:
    parts = path.removeprefix("/2/").split("/")
    if parts in (["users"], ["users", "by"]):
        return _Call("users", "", query, spelling)
    if parts == ["users", "me"]:
        return _Call("me", "", query, spelling)
    if parts == ["tweets"]:
        return _Call("tweets", "", query, spelling)
    name = "timeline" if parts[2] == "tweets" else parts[2]
    return _Call(name, parts[1], query, spelling)


def _wrong(call: _Call, spelling: Spelling) -> Written | None:
    """Refuse what the spelling does not know, as X does: 400 with the name of the parameter."""
    for other in (OLD, NEW):
        if other is not spelling and other.fields in call.query:
            message = f"The query parameter [{other.fields}] is not one of [id,{spelling.fields}]"
            return faults.invalid(
                other.fields, call.query[other.fields], message, call.spelling.host
            )
    unknown = sorted(call.asked.expansions - spelling.expansions)
    if unknown:
        message = f"The `expansions` query parameter value [{unknown[0]}] is not one of [author_id]"
        return faults.invalid("expansions", unknown[0], message, call.spelling.host)
    many = max(len(call.ids("ids")), len(call.ids("usernames")))
    if many > _AT_ONCE:
        return faults.invalid("ids", "…", "size must be between 1 and 100", call.spelling.host)
    return None


def _there(account: Account) -> bool:
    return account.state in ("active", "protected")


def _filled(**parts: Any) -> dict[str, Any]:
    """Leave out what is empty: X never writes an empty list."""
    return {name: part for name, part in parts.items() if part}


@contextmanager
def serving_x(fake: X) -> Iterator[str]:
    """Serve the fake and give its address; what broke the contract fails at the end."""
    with serving(fake.answer) as (address, _):
        yield address
    if fake.problems:
        raise AssertionError("\n".join(dict.fromkeys(fake.problems)))
