"""A fake of Meta's Graph API for Pages and Instagram: documented shape only.

Objects with fields, edges with pages by cursor, and errors by code, as Meta's documentation has
them; nobody has compared it with the real service. As there, ``next`` is a whole address with the
token in it, and stands beside cursors that are there on the last page too.
"""

import base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.servers.local import Asked, Written, serving
from tests.servers.platforms import written

Thing = Mapping[str, Any]


def error(code: int, subcode: int = 0, status: int = 400, **headers: str) -> Written:
    """Write an error of Meta; its message is not for us, and says so."""
    said: dict[str, Any] = {
        "message": f"(#{code}) A message of Meta",
        "type": "OAuthException",
        "code": code,
        "fbtrace_id": "AbCdEf",
    }
    return written(
        {"error": said | ({"error_subcode": subcode} if subcode else {})}, status, **headers
    )


@dataclass
class Graph:
    """The fake: ``me`` is the object that the token is of; ``edges`` are by "id/edge".

    What is not there is refused with the code and subcode of ``hidden``. With ``in_query`` the
    token is asked for as a parameter, else in the header. ``ends`` is when the token does, in
    seconds since 1970, 0 where nobody is told. ``unlisted`` things are left out of their page after
    the cut.
    """

    token: str
    me: str
    objects: dict[str, Thing] = field(default_factory=dict)
    edges: dict[str, Sequence[Thing]] = field(default_factory=dict)
    hidden: tuple[int, int] = (100, 33)
    version: str = "v26.0"
    in_query: bool = False
    largest: int = 100
    ends: int = 0
    unlisted: frozenset[str] = frozenset()
    instead: Callable[[Asked, int], Written | None] = lambda _, __: None
    calls: list[str] = field(default_factory=list)

    def answer(self, asked: Asked) -> Written:
        """Answer one request."""
        parts = urlsplit(asked.path)
        query = {name: one[0] for name, one in parse_qs(parts.query).items()}
        self.calls.append(f"{parts.path} {query.get('after', '')}".strip())
        failing = self.instead(asked, len(self.calls))
        if failing is not None:
            return failing
        sent = asked.headers.get("Authorization", "").removeprefix("Bearer ")
        if (query.get("access_token", "") if self.in_query else sent) != self.token:
            return error(190, 467, 401)
        _, version, *path = parts.path.split("/")
        if version != self.version:
            return error(2635, 0)
        if path == ["debug_token"] and query.get("input_token") == self.token and self.ends:
            return written({"data": {"type": "USER", "is_valid": True, "expires_at": self.ends}})
        wanted = self.me if path[0] == "me" else path[0]
        edge = self.edges.get("/".join([wanted, *path[1:]]))
        return self._object(wanted, query) if edge is None else self._page(edge, query, asked)

    def _object(self, wanted: str, query: Mapping[str, str]) -> Written:
        found = self.objects.get(wanted)
        if found is None:
            return error(*self.hidden)
        shown = _fields(query.get("fields", "id"))
        if any(name not in found for name in shown if name in _OF_A_PAGE):
            return error(100)  # Tried accessing nonexisting field
        return written(_shown(found, shown))

    def _page(self, edge: Sequence[Thing], query: Mapping[str, str], asked: Asked) -> Written:
        size = int(query.get("limit", "25"))
        if size > self.largest:
            return error(100)
        start = _offset(query.get("after", ""))
        items = edge[start : start + size]
        shown = _fields(query.get("fields", "id"))
        seen = [one for one in items if one["id"] not in self.unlisted]
        answer: dict[str, Any] = {"data": [_shown(one, shown) for one in seen]}
        if items:
            after = _cursor(start + len(items))
            answer["paging"] = {"cursors": {"before": _cursor(start), "after": after}}
            if start + size < len(edge):
                host, path = asked.headers["Host"], urlsplit(asked.path).path
                place = urlencode({**query, "access_token": self.token, "after": after})
                answer["paging"]["next"] = f"http://{host}{path}?{place}"
        return written(answer)


# A person has none of these, which is how the token of a person is told.
_OF_A_PAGE = frozenset({"category"})


def _fields(asked: str) -> list[str]:
    """Give the names of the fields asked for, without those inside braces."""
    names, depth = [""], 0
    for letter in asked:
        depth += (letter == "{") - (letter == "}")
        if letter == "," and not depth:
            names.append("")
        else:
            names[-1] += letter
    return [name.partition("{")[0] for name in names]


def _shown(thing: Thing, names: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in thing.items() if name in {"id", *names}}


def _cursor(offset: int) -> str:
    return base64.urlsafe_b64encode(f"QVFIU{offset}".encode()).decode().rstrip("=")


def _offset(cursor: str) -> int:
    if not cursor:
        return 0
    return int(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()[5:])


@contextmanager
def graph(fake: Graph) -> Iterator[tuple[str, list[Asked]]]:
    """Serve the fake; give its address and what it was asked."""
    with serving(fake.answer) as (address, asked):
        yield address, asked
