"""The activities of a Mastodon outbox and the likes, as rows.

ActivityStreams: ``Create`` holds a post of our own, ``Announce`` the URI of a boosted post, with
its author's URI first in ``cc``; likes are the URIs of the liked posts, without dates.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from connectors.collected import OwnAccount
from connectors.exports.mastodon_uris import account_of, is_web
from connectors.html_text import read_html
from connectors.profile_form import Profile
from connectors.records import Outcome, Row
from connectors.times import iso_time

NOT_PUBLIC = "not public"
NOT_A_RECORD = "not a record of the form that Mastodon writes"
_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
_QUOTES = ("quote", "quoteUri", "_misskey_quote", "quoteUrl")
Json = Mapping[str, Any]


class Posts:
    """Reads activities and likes one by one; ``profiles`` holds the accounts that they name."""

    def __init__(self, account: OwnAccount, agency_account: str) -> None:
        self._base = {"platform": account.platform, "agency_account": agency_account}
        self._seen: set[tuple[str, str]] = set()
        self.profiles: dict[str, Profile] = {}

    def like(self, record: object, evidence: str) -> Outcome:
        """Read a like: the URI of a post, as text or as ``id`` of an object."""
        uri = record.get("id") if isinstance(record, dict) else record
        if not isinstance(uri, str) or not is_web(uri):
            return NOT_A_RECORD
        if self._again("like", uri):
            return "the same like twice"
        return [{**self._row("like", evidence), **self._target(uri, account_of(uri))}]

    def activity(self, record: object, evidence: str) -> Outcome:
        """Read one activity of the outbox; what not everybody may see is not read."""
        if not isinstance(record, dict):
            return NOT_A_RECORD
        kind = record.get("type")
        if kind not in ("Create", "Announce"):
            return f"an activity of the type {str(kind)[:40]}"
        if not _PUBLIC & {*_texts(record.get("to")), *_texts(record.get("cc"))}:
            return NOT_PUBLIC
        if self._again(str(kind), record.get("id")):
            return "the same post twice"
        return self._boost(record, evidence) if kind == "Announce" else self._post(record, evidence)

    def _boost(self, record: Json, evidence: str) -> Outcome:
        boosted = record.get("object")
        inlined = boosted if isinstance(boosted, dict) else {}
        uri = inlined.get("id") if inlined else boosted
        if not isinstance(uri, str) or not is_web(uri):
            return NOT_A_RECORD
        actor = inlined.get("attributedTo") or next(iter(_texts(record.get("cc"))), None)
        row = self._row("repost", evidence, happened_at=iso_time(record.get("published")))
        return [{**row, **self._target(uri, account_of(uri, actor))}]

    def _post(self, record: Json, evidence: str) -> Outcome:
        note = record.get("object")
        if not isinstance(note, dict):
            return NOT_A_RECORD
        content = read_html(note["content"] if isinstance(note.get("content"), str) else "")
        ours = self._row(
            "post",
            evidence,
            post_id=_text(note.get("id")),
            post_url=_text(note.get("url")) or _text(note.get("id")),
            text="\n".join(filter(None, [_text(note.get("summary")), content.text])) or None,
            happened_at=iso_time(note.get("published") or record.get("published")),
        )
        links = dict.fromkeys([*content.links, *_cards(note)])
        rows = [{**ours, "kind": "link", "url": link} for link in links]
        rows += self._quote(note, ours)
        if not note.get("inReplyTo"):
            return [ours, *rows]
        return rows or "a reply without a link or quote"

    def _quote(self, note: Json, ours: Row) -> list[Row]:
        quoted = [note[name] for name in _QUOTES if note.get(name)]
        uri = next((value for value in quoted if is_web(value)), None)
        if uri is not None:
            return [{**ours, "kind": "quote", **self._target(uri, account_of(uri))}]
        if any(isinstance(value, dict) for value in quoted):
            gone = {"post_id": None, "post_url": None, "unknown_reason": "deleted"}
            return [{**ours, "kind": "quote", **gone}]
        return []

    def _target(self, uri: str, profile: Profile | None) -> Row:
        post = {"post_id": uri, "post_url": uri}
        if profile is None:
            return {**post, "unknown_reason": "not_in_export"}
        self.profiles.setdefault(profile.account_id, profile)
        return {**post, "account_id": profile.account_id}

    def _again(self, kind: str, uri: object) -> bool:
        if not isinstance(uri, str):
            return False
        known = (kind, uri) in self._seen
        self._seen.add((kind, uri))
        return known

    def _row(self, kind: str, evidence: str, **values: object) -> Row:
        return {**self._base, "kind": kind, "evidence": evidence, **values}


def _cards(note: Json) -> Iterator[str]:
    attached = note.get("attachment")
    for item in attached if isinstance(attached, list) else []:
        if isinstance(item, dict) and item.get("type") == "Link" and is_web(item.get("href")):
            yield item["href"]


def _texts(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
