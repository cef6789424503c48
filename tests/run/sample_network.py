"""The sample's Bluesky repository behind a server on this machine, with the accounts around it.

The records are those of sample/bluesky-repo.car, decoded by the reader of such exports; the answers
have the shapes of tests/run/own_bluesky.py.
"""

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from connectors.exports.bluesky_mst import open_repository
from tests.run.own_bluesky import FOLLOW, LIKE
from tests.servers.local import Asked, Written
from tests.servers.platforms import written

HANDLE = "manatu.tauira.example"
_NOT_FOUND = {"error": "InvalidRequest", "message": "Profile not found"}


@dataclass
class Network:
    """The records by collection and key, the handles of others by DID, and who was deleted."""

    did: str
    records: dict[str, Any]
    handles: dict[str, str]
    deleted: set[str] = field(default_factory=set)

    def follow(self, did: str, day: str) -> None:
        """Write a record that follows an account, on a day."""
        self._add(FOLLOW, did, day)

    def like(self, uri: str, day: str) -> None:
        """Write a record that likes a post, on a day."""
        self._add(LIKE, {"uri": uri, "cid": "bafyreiaaaa"}, day)

    def undo(self, collection: str, subject: str) -> None:
        """Take out the records about an account or a post; there is at least one."""
        found = [
            key
            for key, record in self.records.items()
            if key.startswith(f"{collection}/") and subject in str(record["subject"])
        ]
        assert found
        for key in found:
            del self.records[key]

    def liked(self, did: str) -> list[str]:
        """Give the posts of an account that are liked, in the order of their addresses."""
        subjects = [
            record["subject"]["uri"]
            for key, record in self.records.items()
            if key.startswith(f"{LIKE}/")
        ]
        return sorted(uri for uri in subjects if f"//{did}/" in uri)

    def answer(self, asked: Asked) -> Written:
        parts = urlsplit(asked.path)
        query = parse_qs(parts.query)
        name = parts.path.removeprefix("/xrpc/")
        if name == "app.bsky.actor.getProfile":
            return self._profile(query["actor"][0])
        if name == "app.bsky.actor.getProfiles":
            there = [one for one in query["actors"] if one not in self.deleted]
            return written({"profiles": [self._about(one) for one in there]})
        if name == "app.bsky.feed.getPosts":
            posts = [{"uri": uri, "record": {"text": "Kia ora"}} for uri in query["uris"]]
            return written({"posts": posts})
        if name == "com.atproto.repo.listRecords":
            return written(self._page(query))
        return written({"message": "DID not available"}, 410)  # the directory, of who was deleted

    def _add(self, collection: str, subject: object, day: str) -> None:
        key = f"{collection}/3z{len(self.records):011d}"
        stamp = f"{day}T00:00:00Z"
        self.records[key] = {"$type": collection, "subject": subject, "createdAt": stamp}

    def _profile(self, actor: str) -> Written:
        if actor in {HANDLE, self.did}:
            return written({"did": self.did, "handle": HANDLE})
        return written(_NOT_FOUND, 400) if actor in self.deleted else written(self._about(actor))

    def _about(self, did: str) -> dict[str, Any]:
        return {"did": did, "handle": self.handles.get(did, f"{did[-12:]}.tauira.example")}

    def _page(self, query: dict[str, list[str]]) -> dict[str, Any]:
        """Give a page of a collection, the newest key first."""
        start = f"{query['collection'][0]}/"
        before, limit = query.get("cursor", ["~"])[0], int(query["limit"][0])
        keys = sorted((key for key in self.records if key.startswith(start)), reverse=True)
        page = [key for key in keys if key.removeprefix(start) < before][:limit]
        records = [
            {"uri": f"at://{self.did}/{key}", "cid": "bafyreiaaaa", "value": self.records[key]}
            for key in page
        ]
        cursor = {"cursor": page[-1].removeprefix(start)} if page else {}
        return {"records": records, **cursor}


def network_of(sample: Path) -> Network:
    """Give the network of the sample: its repository, and the handles that the register knows."""
    name = "bluesky-repo.car"
    repository = open_repository((sample / name).read_bytes(), name)
    with (sample / "register" / "accounts.csv").open(encoding="utf-8", newline="") as file:
        known = {row["platform_id"]: row["handle"] for row in csv.DictReader(file)}
    return Network(repository.did, {one.key: one.value for one in repository.records()}, known)
