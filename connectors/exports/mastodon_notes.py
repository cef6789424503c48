"""What an activity of an outbox says of other posts and their authors (ActivityStreams)."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from connectors.exports.mastodon_uris import host_of, is_web

_PUBLIC = ("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public")
_QUOTES = ("quote", "quoteUri", "_misskey_quote", "quoteUrl")
Json = Mapping[str, Any]


class Target(NamedTuple):
    """A post that was boosted or quoted: its URI, None where it is gone, and perhaps its author."""

    uri: str | None
    actor: object


def is_public(activity: Json) -> bool:
    """Tell whether everybody may see what an activity is about."""
    for key in ("to", "cc"):
        named = activity.get(key)
        for public in _PUBLIC:
            if named == public or (isinstance(named, list) and public in named):
                return True
    return False


def boosted_by(activity: Json) -> Target | None:
    """Give the post that an ``Announce`` is of; None where it names none."""
    boosted = activity.get("object")
    inlined = boosted if isinstance(boosted, dict) else {}
    uri = inlined.get("id") if inlined else boosted
    if not isinstance(uri, str) or not is_web(uri):
        return None
    return Target(uri, inlined.get("attributedTo") or _author(uri, activity))


def quoted_by(note: Json) -> Target | None:
    """Give what a post quotes: a URI, the post itself, or a Tombstone if it is gone."""
    if note.keys().isdisjoint(_QUOTES):
        return None
    for value in filter(None, map(note.get, _QUOTES)):
        inlined = value if isinstance(value, dict) else {}
        uri = inlined.get("id") if inlined.get("type") != "Tombstone" else None
        uri = uri if inlined else value
        if is_web(uri):
            return Target(uri, inlined.get("attributedTo") or note.get("quoteAuthorization"))
    return Target(None, None) if any(isinstance(note.get(name), dict) for name in _QUOTES) else None


def cards_of(note: Json) -> Iterator[str]:
    """Give the addresses of the cards below a post."""
    attached = note.get("attachment")
    for item in attached if isinstance(attached, list) else []:
        if isinstance(item, dict) and item.get("type") == "Link" and is_web(item.get("href")):
            yield item["href"]


def _author(uri: str, boost: Json) -> str | None:
    """Give whom a boost names beside the public: Mastodon first in ``cc``, Pleroma in ``to``."""
    named = [*_texts(boost.get("cc")), *_texts(boost.get("to"))]
    others = [one for one in named if one not in _PUBLIC and not one.endswith("/followers")]
    return next((one for one in others if host_of(one) == host_of(uri)), None)


def _texts(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]
