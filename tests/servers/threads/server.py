"""A fake of the Threads API: documented shape only.

It is the Graph API with other objects: posts at /{user}/threads, the author of a post at /{post},
the token as a parameter. Nobody has compared it with the real service.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.servers.graph.server import Graph

USER = "24790000000000001"


def post(number: int, **said: object) -> dict[str, Any]:
    """Write an own post."""
    return {
        "id": str(18_000_000_000_000_000 + number),
        "media_type": "TEXT_POST",
        "permalink": f"https://www.threads.com/@kauri.tauira/post/P{number}",
        "username": "kauri.tauira",
        "text": f"Post {number}",
        "timestamp": "2026-08-15T10:00:00+0000",
        "is_quote_post": False,
        **said,
    }


def repost(number: int, of: str) -> dict[str, Any]:
    """Write a repost: of the other post there is the id alone."""
    said = post(number, media_type="REPOST_FACADE", reposted_post={"id": of})
    return {name: value for name, value in said.items() if name != "text"}


def threads(
    token: str, posts: Sequence[Mapping[str, Any]], authors: Mapping[str, str | None]
) -> Graph:
    """Make the fake; ``authors`` are usernames by the ids of others' posts, None where refused."""
    seen = {
        one: {
            "id": one,
            "username": name,
            "permalink": f"https://www.threads.com/@{name}/post/{one}",
        }
        for one, name in authors.items()
        if name
    }
    own = {"id": USER, "username": "kauri.tauira", "name": "Kauri Agency"}
    return Graph(
        token,
        USER,
        {USER: own, **seen},
        {f"{USER}/threads": posts},
        version="v1.0",
        in_query=True,
    )
