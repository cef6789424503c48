"""Fills a Bluesky network as its users, its bridge and its operators do: by XRPC alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import requests

from tests.servers.bluesky.network import Network

WRITTEN = datetime(2026, 9, 1, tzinfo=UTC)
_WITHOUT_LIMIT = {"x-ratelimit-bypass": "seeding"}
_OPERATOR = ("admin", "admin-pass")
_AT_ONCE = 200


@dataclass(frozen=True)
class User:
    """An account with its session."""

    did: str
    handle: str
    token: str


@dataclass(frozen=True)
class Kept:
    """A record that was written."""

    uri: str
    cid: str

    @property
    def subject(self) -> dict[str, str]:
        return {"uri": self.uri, "cid": self.cid}


@dataclass(frozen=True)
class Seeding:
    """Writes into one network."""

    network: Network

    def account(self, handle: str, name: str = "", description: str = "") -> User:
        """Make an account, its handle ending in .test, with a profile where it has a name."""
        made = self.post(
            "com.atproto.server.createAccount",
            {"handle": handle, "email": f"{handle}@mail.example", "password": "kia-ora"},
        )
        user = User(made["did"], handle, made["accessJwt"])
        if name:
            profile = record("actor.profile", displayName=name, description=description)
            sent = {"repo": user.did, "collection": "app.bsky.actor.profile", "rkey": "self"}
            self.post("com.atproto.repo.putRecord", {**sent, "record": profile}, user)
        return user

    def write(self, user: User, *records: dict[str, Any]) -> list[Kept]:
        """Write records in their order, 200 at a time."""
        kept = []
        for some in _parted(records, _AT_ONCE):
            writes = [
                {
                    "$type": "com.atproto.repo.applyWrites#create",
                    "collection": one["$type"],
                    "value": one,
                }
                for one in some
            ]
            sent = {"repo": user.did, "writes": writes}
            told = self.post("com.atproto.repo.applyWrites", sent, user)
            kept += [Kept(one["uri"], one["cid"]) for one in told["results"]]
        return kept

    def rename(self, user: User, handle: str) -> None:
        self.post("com.atproto.identity.updateHandle", {"handle": handle}, user)

    def deactivate(self, user: User) -> None:
        self.post("com.atproto.server.deactivateAccount", {}, user)

    def delete(self, user: User) -> None:
        self.post("com.atproto.admin.deleteAccount", {"did": user.did}, auth=_OPERATOR)

    def take_down(self, user: User) -> None:
        """Take an account down as Bluesky does: on its PDS, from where the AppView hears of it."""
        sent = {
            "subject": {"$type": "com.atproto.admin.defs#repoRef", "did": user.did},
            "takedown": {"applied": True, "ref": "1"},
        }
        self.post("com.atproto.admin.updateSubjectStatus", sent, auth=_OPERATOR)

    def strangers(self, number: int) -> list[str]:
        """Make accounts known to the AppView alone, quicker than by signing up; give their DIDs."""
        dids = [_did(one) for one in range(number)]
        actors = [{"did": did, "handle": f"a{n}.test"} for n, did in enumerate(dids)]
        for some in _parted(actors, 1000):
            self.network.lever("actors", list(some))
        return dids

    def post(
        self,
        name: str,
        sent: object,
        user: User | None = None,
        auth: tuple[str, str] | None = None,
    ) -> dict[str, Any]:
        """Call a procedure, as a user, as the operator or as nobody."""
        headers = {"Authorization": f"Bearer {user.token}"} if user else {}
        answer = requests.post(
            f"{self.network.pds}/xrpc/{name}",
            json=sent,
            headers={**_WITHOUT_LIMIT, **headers},
            auth=auth,
            timeout=120,
        )
        assert answer.ok, (name, answer.status_code, answer.text[:300])
        return answer.json() if answer.content else {}


def record(collection: str, after: int = 0, **values: Any) -> dict[str, Any]:
    """Write a record of app.bsky, made ``after`` seconds after the first of September."""
    made = (WRITTEN + timedelta(seconds=after)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return {"$type": f"app.bsky.{collection}", "createdAt": made, **values}


def follow(did: str) -> dict[str, Any]:
    return record("graph.follow", subject=did)


def like(kept: Kept) -> dict[str, Any]:
    return record("feed.like", subject=kept.subject)


def repost(kept: Kept) -> dict[str, Any]:
    return record("feed.repost", subject=kept.subject)


def post(text: str, *links: str, **values: Any) -> dict[str, Any]:
    """Write a post; each link is a facet over its first letters."""
    facets = [
        {
            "index": {"byteStart": 0, "byteEnd": 2},
            "features": [{"$type": "app.bsky.richtext.facet#link", "uri": uri}],
        }
        for uri in links
    ]
    return record("feed.post", text=text, **({"facets": facets} if facets else {}), **values)


def quoting(kept: Kept) -> dict[str, Any]:
    return {"embed": {"$type": "app.bsky.embed.record", "record": kept.subject}}


def card(uri: str) -> dict[str, Any]:
    """Write an embedded card, the preview of a page."""
    external = {"uri": uri, "title": "A page", "description": ""}
    return {"$type": "app.bsky.embed.external", "external": external}


def replying(kept: Kept) -> dict[str, Any]:
    return {"reply": {"root": kept.subject, "parent": kept.subject}}


def feed(name: str) -> dict[str, Any]:
    """Write the record of a feed that a user offers."""
    return record("feed.generator", did="did:web:feeds.example", displayName=name)


def _did(number: int) -> str:
    return "did:plc:" + f"{number:024d}".translate(str.maketrans("0189", "abcd"))


def _parted(whole: Iterable[Any], size: int) -> Iterator[Sequence[Any]]:
    left = iter(whole)
    return iter(lambda: list(islice(left, size)), [])
