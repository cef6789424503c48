"""What a post of Bluesky links to, quotes and replies to (lexicon app.bsky.feed.post)."""

from collections.abc import Iterator, Mapping
from typing import Any

_LINK = "app.bsky.richtext.facet#link"
Post = Mapping[str, Any]


def links_in(post: Post) -> tuple[str, ...]:
    """Give the addresses that the text and the card of a post lead to, each once."""
    if "facets" not in post and "embed" not in post:
        return ()
    return tuple(dict.fromkeys(_links(post)))


def quoted_by(post: Post) -> object:
    """Give the URI of what a post quotes."""
    # A quote beside pictures or a card lies one level deeper.
    record = _part(_part(post, "embed"), "record")
    return record.get("uri") or _part(record, "record").get("uri")


def goes_on_a_thread(post: Post, did: str) -> bool:
    """Tell a post that replies to nobody, or to its own author in a thread that they began."""
    if not post.get("reply"):
        return True
    reply = _part(post, "reply")
    uris = [_part(reply, name).get("uri") for name in ("root", "parent")]
    return all(isinstance(uri, str) and uri.startswith(f"at://{did}/") for uri in uris)


def _links(post: Post) -> Iterator[str]:
    for facet in _list(post.get("facets")):
        for feature in _list(facet.get("features")):
            if feature.get("$type") == _LINK:
                yield from _web(feature.get("uri"))
    embed = _part(post, "embed")
    for holder in (embed, _part(embed, "media")):
        yield from _web(_part(holder, "external").get("uri"))


def _part(holder: Post, name: str) -> Post:
    part = holder.get(name)
    return part if isinstance(part, dict) else {}


def _list(value: object) -> list[Post]:
    listed = value if isinstance(value, list) else []
    return [item for item in listed if isinstance(item, dict)]


def _web(uri: object) -> Iterator[str]:
    if isinstance(uri, str) and uri.casefold().startswith(("http://", "https://")):
        yield uri
