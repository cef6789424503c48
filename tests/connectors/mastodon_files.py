"""Builds the files of a Mastodon export, in the shapes that the server writes."""

import json
from typing import Any

HOME = "https://home.example/users/agency"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
KAURI_POST = "https://birds.example/users/Kauri/statuses/998877"
CSV_HEADER = "Account address,Show boosts,Notify on new posts,Languages\n"


def actor(name: str = "agency", host: str = "home.example") -> bytes:
    return json.dumps(
        {
            "@context": ["https://www.w3.org/ns/activitystreams"],
            "id": f"https://{host}/users/{name}",
            "type": "Person",
            "preferredUsername": name,
        }
    ).encode()


def collection(name: str, items: list[Any], **values: Any) -> bytes:
    content = {
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": name,
        "type": "OrderedCollection",
        **values,
        "orderedItems": items,
    }
    return json.dumps(content, ensure_ascii=False).encode()


def outbox(*items: Any, **values: Any) -> bytes:
    return collection("outbox.json", list(items), **{"totalItems": len(items), **values})


def likes(*uris: Any) -> bytes:
    return collection("likes.json", list(uris))


def activity(number: int, kind: str, content: Any, **values: Any) -> dict[str, Any]:
    return {
        "id": f"{HOME}/statuses/{number}/activity",
        "type": kind,
        "actor": HOME,
        "published": f"2026-05-{number:02d}T01:02:03Z",
        "to": [PUBLIC],
        "cc": [f"{HOME}/followers"],
        "object": content,
        **values,
    }


def boost(number: int, uri: Any, author: str, **values: Any) -> dict[str, Any]:
    return activity(number, "Announce", uri, **{"cc": [author, f"{HOME}/followers"], **values})


def post(number: int, html: str = "<p>Kia ora</p>", **note: Any) -> dict[str, Any]:
    content = {
        "id": f"{HOME}/statuses/{number}",
        "type": "Note",
        "url": f"https://home.example/@agency/{number}",
        "published": f"2026-05-{number:02d}T01:02:03Z",
        "inReplyTo": None,
        "content": html,
        "attachment": [],
        "tag": [],
        **note,
    }
    return activity(number, "Create", content)
