"""The activities of a Mastodon outbox and the likes, as rows.

ActivityStreams: ``Create`` holds a post of our own, ``Announce`` the URI of a boosted post, with
its author's URI first in ``cc``; likes are the URIs of the liked posts, without dates.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from connectors.collected import OwnAccount
from connectors.exports.mastodon_known import Known
from connectors.exports.mastodon_uris import host_of, is_web
from connectors.html_text import read_html
from connectors.mastodon_rows import NOT_PUBLIC, on_our_thread, post_rows, text_of
from connectors.profile_form import Profile
from connectors.records import Outcome, Row
from connectors.times import iso_time

NOT_A_RECORD = "not a record of the form that Mastodon writes"
_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
_QUOTES = ("quote", "quoteUri", "_misskey_quote", "quoteUrl")
Json = Mapping[str, Any]


class Posts:
    """Reads activities and likes one by one; ``profiles`` holds the accounts that they name."""

    def __init__(self, account: OwnAccount, agency_account: str, known: Known) -> None:
        self._base = {"platform": account.platform, "agency_account": agency_account}
        self._known = known
        self._seen: set[tuple[str, str]] = set()
        self.profiles: dict[str, Profile] = {}

    def like(self, record: object, evidence: str) -> Outcome:
        """Read a like: the URI of a post, as text or as ``id`` of an object."""
        uri = record.get("id") if isinstance(record, dict) else record
        if not isinstance(uri, str) or not is_web(uri):
            return NOT_A_RECORD
        if self._again("like", uri):
            return "the same like twice"
        return [{**self._row("like", evidence), **self._target(uri, self._known.account_of(uri))}]

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
        actor = inlined.get("attributedTo") or _author(uri, record)
        row = self._row("repost", evidence, happened_at=iso_time(record.get("published")))
        return [{**row, **self._target(uri, self._known.account_of(uri, actor))}]

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
            text=text_of(note.get("summary"), content),
            happened_at=iso_time(note.get("published") or record.get("published")),
        )
        alone = self._goes_on_a_thread(note, content.text)
        return post_rows(ours, content, _cards(note), self._quote(note, ours), alone=alone)

    def _goes_on_a_thread(self, note: Json, text: str) -> bool:
        """Tell a post that replies to nobody, or to ourselves and does not begin with a name."""
        replied = note.get("inReplyTo")
        if not replied:
            return True
        author = self._known.account_of(replied) if is_web(replied) else None
        ours = author is not None and author.account_id == self._base["agency_account"]
        return ours and on_our_thread(text)

    def _quote(self, note: Json, ours: Row) -> list[Row]:
        """Give the quote of a post: its URI, the post itself, or a Tombstone if it is gone."""
        for value in filter(None, map(note.get, _QUOTES)):
            inlined = value if isinstance(value, dict) else {}
            uri = inlined.get("id") if inlined.get("type") != "Tombstone" else None
            uri = uri if inlined else value
            if is_web(uri):
                author = inlined.get("attributedTo") or note.get("quoteAuthorization")
                target = self._target(str(uri), self._known.account_of(uri, author))
                return [{**ours, "kind": "quote", **target}]
        if any(isinstance(note.get(name), dict) for name in _QUOTES):
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


def _author(uri: str, boost: Json) -> str | None:
    """Give whom a boost names beside the public: Mastodon first in ``cc``, Pleroma in ``to``."""
    named = [*_texts(boost.get("cc")), *_texts(boost.get("to"))]
    others = [one for one in named if one not in _PUBLIC and not one.endswith("/followers")]
    return next((one for one in others if host_of(one) == host_of(uri)), None)


def _texts(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [one for one in listed if isinstance(one, str)]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
