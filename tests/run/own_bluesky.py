"""An account of ours on Bluesky and the network around it, all at one address on this machine.

The shapes are those of com.atproto.repo.listRecords and of the AppView's profiles and posts; the
real servers are asked in tests/connectors/live/test_bluesky_network.py.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from audit import config
from audit.config import Loaded
from tests.run.job import with_accounts
from tests.servers.local import Asked, Written, serving
from tests.servers.platforms import written

HANDLE = "ours.tauira.example"
DID = "did:plc:oursoursoursoursoursours"
FOLLOW, LIKE, REPOST, POST = (
    "app.bsky.graph.follow",
    "app.bsky.feed.like",
    "app.bsky.feed.repost",
    "app.bsky.feed.post",
)
TEXTS = "app.bsky.feed.getPosts"
_NOON = datetime(2026, 8, 1, tzinfo=UTC)


@dataclass
class Own:
    """The numbers of acts; ``instead`` may answer a request in the network's place."""

    counts: dict[str, int]
    handle: str = HANDLE
    did: str = DID
    instead: Callable[[Asked, int], Written | None] = lambda _, __: None
    asked: list[str] = field(default_factory=list)

    def answer(self, asked: Asked) -> Written:
        self.asked.append(asked.path)
        other = self.instead(asked, len(self.asked))
        if other is not None:
            return other
        parts = urlsplit(asked.path)
        query = parse_qs(parts.query)
        name = parts.path.removeprefix("/xrpc/")
        answers: dict[str, Callable[[dict[str, list[str]]], Any]] = {
            "app.bsky.actor.getProfile": lambda query: self._profile(query["actor"][0]),
            "app.bsky.actor.getProfiles": self._profiles,
            TEXTS: self._posts,
            "com.atproto.repo.listRecords": self._records,
        }
        return written(answers[name](query))

    @property
    def lists(self) -> Counter[str]:
        """Count what was asked of each list, and of the texts of others' posts."""
        asked = [urlsplit(path) for path in self.asked]
        lists = Counter(
            one for parts in asked for one in parse_qs(parts.query).get("collection", [])
        )
        return lists + Counter(TEXTS for parts in asked if parts.path.endswith(TEXTS))

    def _profile(self, actor: str) -> dict[str, Any]:
        if actor in {self.handle, self.did}:
            count = self.counts.get
            stated = {"followsCount": count(FOLLOW, 0), "postsCount": count(POST, 0)}
            return {"did": self.did, "handle": self.handle, **stated}
        return {"did": actor, "handle": f"{actor.rpartition(':')[2]}.example", "labels": []}

    def _profiles(self, query: dict[str, list[str]]) -> dict[str, Any]:
        assert len(query["actors"]) <= 25
        return {"profiles": [self._profile(actor) for actor in query["actors"]]}

    def _posts(self, query: dict[str, list[str]]) -> dict[str, Any]:
        assert len(query["uris"]) <= 25
        return {"posts": [{"uri": uri, "record": {"text": f"Of {uri}"}} for uri in query["uris"]]}

    def _records(self, query: dict[str, list[str]]) -> dict[str, Any]:
        collection, limit = query["collection"][0], int(query["limit"][0])
        before = query.get("cursor", ["~"])[0]
        numbers = range(self.counts.get(collection, 0), 0, -1)
        page = [one for one in numbers if _key(one) < before][:limit]
        records = [_record(self.did, collection, number) for number in page]
        return {"records": records, **({"cursor": _key(page[-1])} if page else {})}


def _key(number: int) -> str:
    return f"3k{number:011d}"


def _record(did: str, collection: str, number: int) -> dict[str, Any]:
    other = f"did:plc:{number % 60:024d}"
    value: dict[str, Any] = {
        "$type": collection,
        "createdAt": (_NOON + timedelta(minutes=number)).isoformat(),
    }
    if collection == FOLLOW:
        value["subject"] = f"did:plc:{number:024d}"
    elif collection == POST:
        value["text"] = f"Post {number}"
    else:
        uri = f"at://{other}/{POST}/{_key(number)}"
        value["subject"] = {"uri": uri, "cid": "bafyreiaaaa"}
    return {"uri": f"at://{did}/{collection}/{_key(number)}", "cid": "bafyreiaaaa", "value": value}


def block(address: str, handle: str = HANDLE, more: str = "") -> str:
    """Write the [[account]] block that reads it."""
    places = "".join(f'{name} = "{address}"\n' for name in ("base_url", "appview_url", "plc_url"))
    return f'platform = "bluesky"\nhandle = "{handle}"\nread = "api"\n{places}{more}'


@contextmanager
def network(folder: Path, own: Own, limits: str = "") -> Iterator[Loaded]:
    """Serve it, and give a configuration in a folder with the sample that reads it alone."""
    with serving(own.answer) as (address, _):
        yield configured(folder, block(address, own.handle), limits=limits)


def configured(folder: Path, *blocks: str, limits: str = "") -> Loaded:
    with_accounts(folder, *blocks)
    path = folder / "config.toml"
    path.write_text(f"{path.read_text(encoding='utf-8')}[limits]\n{limits}\n", encoding="utf-8")
    return config.load(path)
