"""Four quarters of an invented agency: a network whose state a test sets, and what was planted.

One account is on Bluesky, read through its interface; the other is a list kept by hand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from audit import config
from audit.config import Loaded
from audit.period import NEW_ZEALAND
from tests.audit.small_pack import ROWS, SOURCED, write_pack
from tests.run.own_bluesky import DID, FOLLOW, HANDLE, LIKE, block
from tests.servers.local import Asked, Written, serving
from tests.servers.platforms import written

PEOPLE = ("aroha", "bob", "cat", "dan", "eve", "fay", "gus")
READ_ON = tuple(
    datetime(year, month, 5, 9, tzinfo=NEW_ZEALAND)
    for year, month in ((2026, 4), (2026, 7), (2026, 10), (2027, 1))
)
_LIST = 'platform = "facebook"\nhandle = "ours"\nread = "list"\npath = "pages.csv"\n'
_CORRECTED = f"per:aroha-example,bluesky,aroha.example,{{did}},,,,current,{SOURCED}"
_DAN = f"per:dan-example,bluesky,dan.example,{{did}},,,,current,{SOURCED}"


def did(name: str) -> str:
    """Give the id of a person of the network."""
    return f"did:plc:{name:a<24}"


@dataclass
class Network:
    """What the account follows and likes, the handles of others, and who is gone."""

    follows: list[str] = field(default_factory=list)
    likes: list[str] = field(default_factory=list)
    handles: dict[str, str] = field(default_factory=lambda: {n: f"{n}.example" for n in PEOPLE})
    gone: set[str] = field(default_factory=set)

    def answer(self, asked: Asked) -> Written:
        parts = urlsplit(asked.path)
        query = parse_qs(parts.query)
        name = parts.path.removeprefix("/xrpc/")
        if name == "app.bsky.actor.getProfile":
            return self._profile(query["actor"][0])
        if name == "app.bsky.actor.getProfiles":
            return written({"profiles": [p for a in query["actors"] if (p := self._about(a))]})
        if name == "app.bsky.feed.getPosts":
            posts = [{"uri": u, "record": {"text": "Kia ora"}} for u in query["uris"]]
            return written({"posts": posts})
        return written({"records": self._records(query["collection"][0])})

    def _profile(self, actor: str) -> Written:
        if actor in {HANDLE, DID}:
            return written({"did": DID, "handle": HANDLE, "followsCount": len(self.follows)})
        about = self._about(actor)
        taken = {"error": "AccountTakedown", "message": "Account has been suspended"}
        return written(about) if about else written(taken, 400)

    def _about(self, actor: str) -> dict[str, Any] | None:
        name = next(one for one in PEOPLE if did(one) == actor)
        if name in self.gone:
            return None
        return {"did": actor, "handle": self.handles[name], "labels": []}

    def _records(self, collection: str) -> list[dict[str, Any]]:
        if collection == FOLLOW:
            values: list[Any] = [did(name) for name in self.follows]
        elif collection == LIKE:
            post = "at://{}/app.bsky.feed.post/3k{}"
            values = [{"uri": post.format(did(n), n), "cid": "bafyreiaaaa"} for n in self.likes]
        else:
            values = []
        key = f"at://{DID}/{collection}/3k"
        return [
            {
                "uri": f"{key}{number:011d}",
                "cid": "bafyreiaaaa",
                "value": {
                    "$type": collection,
                    "createdAt": f"2026-01-{number + 1:02d}T00:00:00Z",
                    "subject": value,
                },
            }
            for number, value in reversed(list(enumerate(values)))
        ]


def write_register(folder: Path, *, corrected: bool = False) -> None:
    """Write the register; corrected, it knows Aroha's account on Bluesky too."""
    others = [row for row in ROWS["accounts"] if ",bluesky," not in row]
    rows = [*others, _DAN.format(did=did("dan"))]
    if corrected:
        rows.append(_CORRECTED.format(did=did("aroha")))
    write_pack(folder / "tahi", accounts=rows)


def write_pages(folder: Path, *pages: str) -> None:
    """Write the list kept by hand: pages followed on Facebook, or what is no page at all."""
    lines = [f"{page},follow" for page in pages]
    (folder / "pages.csv").write_text("\n".join(["Account,Type", *lines, ""]), "utf-8")


def write_flagged(folder: Path, *handles: str) -> None:
    """Write the agency's own list of flagged accounts."""
    lines = [
        f"Ours,account,bluesky:@{handle},named,Look twice,https://list.example/,2026-01-01,"
        for handle in handles
    ]
    head = "list,kind,key,label,reason,evidence_url,as_at,expires"
    (folder / "flagged.csv").write_text("\n".join([head, *lines, ""]), "utf-8")


@contextmanager
def serving_year(folder: Path, network: Network) -> Iterator[Loaded]:
    """Serve the network, and give a configuration in the folder that reads both accounts."""
    with serving(network.answer) as (address, _):
        (folder / "config.toml").write_text(
            '[agency]\nname = "Ministry of Example"\n[register]\njurisdiction = "tahi"\n'
            f'[sources]\nown = ["flagged.csv"]\n[[account]]\n{block(address)}[[account]]\n{_LIST}',
            encoding="utf-8",
        )
        yield config.load(folder / "config.toml", check_files=False)
