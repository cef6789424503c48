"""A likeness of Bluesky's servers for quick tests: AppView, PLC directory and PDS at one address.

It answers as the real ones do (tests/connectors/live/test_bluesky_network.py), and can be odd as
servers of other makers may be.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.servers.local import Asked, Written, serving
from tests.servers.platforms import written

US = "did:plc:ouragency"
HANDLE = "agency.example"
Query = Mapping[str, list[str]]


@dataclass
class Likeness:
    """One account with its records, newest first, and what is known of others.

    ``refused`` are the AppView's refusals by DID, ``documents`` the directory's statuses other
    than 200, ``states`` what a PDS says of its accounts. ``down`` are names that fail.
    """

    records: dict[str, list[Any]] = field(default_factory=dict)
    profiles: dict[str, dict[str, Any]] = field(default_factory=dict)
    posts: dict[str, str] = field(default_factory=dict)
    refused: dict[str, tuple[str, str]] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    states: dict[str, dict[str, Any]] = field(default_factory=dict)
    down: dict[str, Written] = field(default_factory=dict)
    size: int = 100
    oldest_first: bool = False
    server: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        counts = {"followsCount": 0, "followersCount": 0, "postsCount": 0}
        self.profiles.setdefault(US, {"did": US, "handle": HANDLE, **counts})

    def answer(self, asked: Asked) -> Written:
        parts = urlsplit(asked.path)
        name = parts.path.removeprefix("/xrpc/")
        if name in self.down:
            return self.down[name]
        if parts.path.startswith("/did:"):
            return self._document(unquote(parts.path[1:]))
        answers = {
            "app.bsky.actor.getProfile": self._profile,
            "app.bsky.actor.getProfiles": self._profiles,
            "app.bsky.feed.getPosts": self._posts,
            "com.atproto.identity.resolveHandle": self._resolved,
            "com.atproto.repo.listRecords": self._listed,
            "com.atproto.sync.getRepoStatus": self._status,
        }
        return answers[name](parse_qs(parts.query))

    def _profile(self, query: Query) -> Written:
        (actor,) = query["actor"]
        found = [one for did, one in self.profiles.items() if actor in (did, one["handle"])]
        if found and found[0]["did"] not in self.refused:
            return written(found[0])
        said = self.refused.get(actor, ("InvalidRequest", "Profile not found"))
        return written(dict(zip(("error", "message"), said, strict=True)), 400)

    def _profiles(self, query: Query) -> Written:
        assert len(query["actors"]) <= 25
        there = [self.profiles[one] for one in query["actors"] if one in self.profiles]
        return written({"profiles": [one for one in there if one["did"] not in self.refused]})

    def _posts(self, query: Query) -> Written:
        assert len(query["uris"]) <= 25
        there = [one for one in query["uris"] if one in self.posts]
        return written({"posts": [{"uri": u, "record": {"text": self.posts[u]}} for u in there]})

    def _resolved(self, query: Query) -> Written:
        if query["handle"] == [HANDLE]:
            return written({"did": US})
        return written({"error": "HandleNotFound", "message": "Unable to resolve handle"}, 400)

    def _listed(self, query: Query) -> Written:
        assert query["limit"] == ["100"]
        held = self.records.get(query["collection"][0], [])
        held = held[::-1] if self.oldest_first else held
        begin = int(query.get("cursor", ["0"])[0])
        some = held[begin : begin + self.size]
        return written({"records": some} | ({"cursor": str(begin + len(some))} if some else {}))

    def _status(self, query: Query) -> Written:
        (did,) = query["did"]
        if did in self.states:
            return written({"did": did, **self.states[did]})
        return written({"error": "RepoNotFound", "message": "Could not find repo"}, 400)

    def _document(self, did: str) -> Written:
        if did in self.documents:
            return written({"message": f"DID not available: {did}"}, self.documents[did])
        server = self.address if did == US else self.server or self.address
        service = {"id": "#atproto_pds", "serviceEndpoint": server}
        return written({"id": did, "alsoKnownAs": [], "service": [service]})


@contextmanager
def running(likeness: Likeness) -> Iterator[list[Asked]]:
    """Serve it, with its ``address`` filled in; give what it was asked, as it comes in."""
    with serving(likeness.answer) as (address, asked):
        likeness.address = address
        yield asked


def kept(collection: str, number: int, **value: Any) -> dict[str, Any]:
    """Write an item of listRecords; a higher number is newer."""
    key = f"3l{number:011d}".translate(str.maketrans("0123456789", "234567abcd"))
    made = f"2026-08-{1 + number % 28:02d}T00:00:00.000Z"
    name = f"app.bsky.{collection}"
    record = {"$type": name, "createdAt": made, **value}
    return {"uri": f"at://{US}/{name}/{key}", "cid": "bafy", "value": record}
