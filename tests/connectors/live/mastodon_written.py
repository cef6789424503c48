"""Answers of a server of the fediverse, written by hand in the shapes of its documentation."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from connectors.live.mastodon import CONNECTOR
from tests.connectors.live.reading import Reader
from tests.connectors.mastodon_files import HOME
from tests.servers.local import Asked, Written

TOKEN = "planted-mastodon-secret"  # noqa: S105 - planted to be looked for
DOMAIN = "home.example"
HANDLE = f"agency@{DOMAIN}"
OURS = "1"


def account(acct: str, number: str = "", **more: Any) -> dict[str, Any]:
    name, _, host = acct.partition("@")
    host = host or DOMAIN
    return {
        "id": number or acct,
        "username": name,
        "acct": acct,
        "display_name": name.title(),
        "note": "<p>Kia ora</p>",
        "url": f"https://{host}/@{name}",
        "uri": f"https://{host}/users/{name}",
        "created_at": "2020-01-02T00:00:00.000Z",
        "last_status_at": "2026-08-01",
        "followers_count": 12,
        **more,
    }


def us(**more: Any) -> dict[str, Any]:
    return account("agency", OURS, **{"following_count": 0, "statuses_count": 0, **more})


def status(number: int, html: str = "<p>Kia ora</p>", **more: Any) -> dict[str, Any]:
    """Write a post of ours; ``tests.connectors.mastodon_files.post`` has the same in an archive."""
    return {
        "id": str(number),
        "uri": f"{HOME}/statuses/{number}",
        "url": f"https://{DOMAIN}/@agency/{number}",
        "created_at": f"2026-05-{number:02d}T01:02:03.456Z",
        "account": us(),
        "content": html,
        "spoiler_text": "",
        "visibility": "public",
        "in_reply_to_id": None,
        "in_reply_to_account_id": None,
        "reblog": None,
        "quote": None,
        "card": None,
        "mentions": [],
        "tags": [],
        **more,
    }


def of(acct: str, number: int, html: str = "<p>Kia ora</p>", **more: Any) -> dict[str, Any]:
    """Write a post of somebody else."""
    author = account(acct)
    address = author["uri"].partition("/users/")[0]
    name = author["username"]
    return status(
        number,
        html,
        **{
            "account": author,
            "uri": f"{address}/users/{name}/statuses/{number}",
            "url": f"{address}/@{name}/{number}",
            **more,
        },
    )


def reblog(number: int, original: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    activity = f"{HOME}/statuses/{number}/activity"
    return status(number, "", **{"reblog": original, "uri": activity, "url": activity, **more})


@dataclass
class Server:
    """Lists by name, each a sequence of pages; cursors are the page's number after ``c``."""

    own: dict[str, Any] = field(default_factory=us)
    following: Sequence[Any] = ((),)
    favourites: Sequence[Any] = ((),)
    statuses: Sequence[Any] = ((),)
    faults: dict[str, list[Written]] = field(default_factory=dict)
    link: str = "https://elsewhere.example{path}?max_id=c{next}&limit=80"

    def answer(self, asked: Asked) -> Written:
        parts = urlsplit(asked.path)
        name = parts.path.rpartition("/")[2]
        faults = self.faults.get(name)
        if faults:
            return faults.pop(0)
        if name == "instance":
            return json_of({"domain": DOMAIN})
        if name in ("lookup", "verify_credentials"):
            return json_of(self.own)
        return self._page(getattr(self, name), parse_qs(parts.query), parts.path)

    def _page(self, pages: Sequence[Any], query: Mapping[str, list[str]], path: str) -> Written:
        number = int(query.get("max_id", ["c0"])[0].removeprefix("c"))
        links = ['<https://elsewhere.example/x?since_id=c0>; rel="prev"']
        if number + 1 < len(pages):
            links.insert(0, f'<{self.link.format(path=path, next=number + 1)}>; rel="next"')
        page = pages[number]
        return json_of(page if isinstance(page, dict) else list(page), Link=", ".join(links))


def json_of(value: object, status_code: int = 200, **headers: str) -> Written:
    written = {"Content-Type": "application/json; charset=utf-8", **headers}
    return Written(json.dumps(value).encode(), status_code, written)


def error(status_code: int, said: str, **headers: str) -> Written:
    return json_of({"error": said}, status_code, **headers)


def reader(address: str, folder: Path, token: str = "", handle: str = HANDLE) -> Reader:
    return Reader(CONNECTOR, handle, address, token, folder)
