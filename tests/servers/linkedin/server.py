"""A fake of LinkedIn's Posts API and of its finder of organisations: documented shape only.

Nobody has compared it with the real service. Pages are by offset; headers that LinkedIn wants are
asked for.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.servers.local import Asked, Written, serving
from tests.servers.platforms import written

ORGANISATION = 5_005_117


def error(status: int, code: str) -> Written:
    """Write an error of LinkedIn."""
    said = {"message": "A message of LinkedIn", "status": status, "code": code}
    return written({**said, "serviceErrorCode": 65600}, status)


def post(number: int, commentary: str = "", **said: object) -> dict[str, Any]:
    """Write an own post."""
    return {
        "id": f"urn:li:share:{7_300_000_000_000_000_000 + number}",
        "author": f"urn:li:organization:{ORGANISATION}",
        "commentary": commentary,
        "lifecycleState": "PUBLISHED",
        "visibility": "PUBLIC",
        "publishedAt": 1_786_788_000_000 + number,
        "createdAt": 1_786_788_000_000,
        **said,
    }


@dataclass
class LinkedIn:
    """The fake of one organisation; with ``links`` it says where the next page is.

    Posts whose ids are in ``unlisted`` are left out of their page after the cut.
    """

    token: str
    posts: Sequence[Mapping[str, Any]]
    name: str = "kauri-tauira"
    versions: frozenset[str] = frozenset({"202607"})
    links: bool = True
    unlisted: frozenset[str] = frozenset()
    instead: Callable[[Asked, int], Written | None] = lambda _, __: None
    calls: list[str] = field(default_factory=list)

    def answer(self, asked: Asked) -> Written:
        """Answer one request."""
        parts = urlsplit(asked.path)
        query = {name: one[0] for name, one in parse_qs(parts.query).items()}
        self.calls.append(f"{parts.path}?{parts.query}")
        refused = self.instead(asked, len(self.calls)) or self._refused(asked)
        if refused is not None:
            return refused
        if parts.path == "/rest/organizations" and query.get("q") == "vanityName":
            ours = query["vanityName"] == self.name
            found = {"id": ORGANISATION, "vanityName": self.name, "localizedName": "Kauri Agency"}
            return written({"elements": [found] if ours else [], "paging": {}})
        if parts.path == "/rest/posts" and query.get("q") == "author":
            return self._page(query)
        return error(404, "RESOURCE_NOT_FOUND")

    def _refused(self, asked: Asked) -> Written | None:
        if asked.headers.get("Authorization") != f"Bearer {self.token}":
            return error(401, "INVALID_ACCESS_TOKEN")
        if asked.headers.get("Linkedin-Version") not in self.versions:
            return error(426, "NONEXISTENT_VERSION")
        restli = asked.headers.get("X-Restli-Protocol-Version") == "2.0.0"
        return None if restli else error(400, "ILLEGAL_ARGUMENT")

    def _page(self, query: Mapping[str, str]) -> Written:
        if query["author"] != f"urn:li:organization:{ORGANISATION}":
            return error(403, "ACCESS_DENIED")
        start, count = int(query.get("start", "0")), int(query.get("count", "10"))
        if count > 100:
            return error(400, "ILLEGAL_ARGUMENT")
        cut = self.posts[start : start + count]
        page = [one for one in cut if one["id"] not in self.unlisted]
        paging: dict[str, Any] = {"start": start, "count": count, "links": []}
        if self.links and start + count < len(self.posts):
            place = urlencode({**query, "start": start + count})
            link = {"type": "application/json", "rel": "next", "href": f"/rest/posts?{place}"}
            paging["links"] = [link]
        return written({"elements": page, "paging": paging})


@contextmanager
def linkedin(fake: LinkedIn) -> Iterator[tuple[str, list[Asked]]]:
    """Serve the fake; give its address and what it was asked."""
    with serving(fake.answer) as (address, asked):
        yield address, asked
