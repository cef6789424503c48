"""One record of following.js, like.js or tweets.js as rows, or the reason why it gives none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from connectors.exports.x_manifest import Owner
from connectors.exports.x_notes import Note, Notes
from connectors.exports.x_people import People, entities, mentions
from connectors.exports.x_threads import OLDER_VERSION, has_later_version, replies_to_another
from connectors.exports.x_values import (
    Record,
    created_at,
    numeric_id,
    status_link,
    text_of,
)
from connectors.records import Outcome, Row

NO_ID = "not readable: no id"
NOT_A_RECORD = "not readable: not a record"
_REPOST = re.compile(r"RT @(\w{1,15}): ", re.ASCII)
_CUT = "…"


@dataclass
class Posts:
    """Turns records into rows, and remembers what only all records together tell."""

    agency_account: str
    owner: Owner
    people: People = field(default_factory=People)
    notes: Notes = field(default_factory=Notes)
    reposts: int = 0
    cut_reposts: int = 0
    undated: int = 0
    _seen: dict[str, set[int]] = field(default_factory=dict)

    def follow(self, record: object, evidence: str) -> Outcome:
        """Read ``{"following": {"accountId", "userLink"}}``: a number, no handle and no date."""
        follow = _inner(record, "following")
        if follow is None:
            return NOT_A_RECORD
        account_id = numeric_id(follow.get("accountId"))
        if account_id is None:
            return NO_ID
        if self._again("follow", account_id):
            return "the same account twice in the list"
        return [self._row("follow", evidence, account_id=account_id)]

    def like(self, record: object, evidence: str) -> Outcome:
        """Read ``{"like": {"tweetId", "fullText", "expandedUrl"}}``: no author and no date."""
        like = _inner(record, "like")
        if like is None:
            return NOT_A_RECORD
        post_id = numeric_id(like.get("tweetId"))
        if post_id is None:
            return NO_ID
        if self._again("like", post_id):
            return "the same like twice"
        url = like.get("expandedUrl")
        row = self._row(
            "like",
            evidence,
            unknown_reason="not_in_export",
            post_id=post_id,
            post_url=url if isinstance(url, str) else f"https://x.com/i/web/status/{post_id}",
            text=text_of(like.get("fullText")),
        )
        return [row]

    def post(self, record: object, evidence: str) -> Outcome:
        """Read a post of our own, bare as before 2020 or under ``tweet``.

        A repost gives a repost and its links; any other post gives itself unless it replies to
        another account, and its quotes and links. The archive marks neither reposts nor quotes: a
        repost begins with ``RT @handle: ``, a quote is a link to the post of another account.
        """
        post = _inner(record, "tweet")
        if post is None:
            return NOT_A_RECORD
        post_id = numeric_id(post.get("id_str")) or numeric_id(post.get("id"))
        if post_id is None:
            return NO_ID
        if self._again("post", post_id):
            return "the same post twice"
        if has_later_version(post, post_id):
            return OLDER_VERSION
        at = created_at(post.get("created_at"))
        self.undated += at is None
        self.people.note(post, at)
        ours = self._ours(post, post_id, at, f"{evidence} (post {post_id})")
        repost = _REPOST.match(ours["text"] or "")
        if repost:
            return [self._repost(post, repost[1], ours), *self._targets(post, ours)]
        return self._own(post, ours, self.notes.of(post_id, at, ours["text"]))

    def _own(self, post: Record, ours: Row, note: Note | None) -> Outcome:
        beginning = ours["text"] or ""
        if note:
            ours = {**ours, "text": note.text}
        targets = list(self._targets(post, ours, note))
        own = self.owner
        if replies_to_another(post, beginning, self.agency_account, own.handle):
            return targets or "reply without a link or quote"
        return [{**ours, "kind": "post"}, *targets]

    def _repost(self, post: Record, handle: str, ours: Row) -> Row:
        # The archive names the account in the mention right after "RT @", never the original post.
        named = next((one for one in mentions(post) if _starts_at(one, "3")), {})
        number = numeric_id(named.get("id_str")) or numeric_id(named.get("id"))
        self.reposts += 1
        self.cut_reposts += (ours["text"] or "").endswith(_CUT)
        if number is None:
            number = self.agency_account if self._is_us(handle) else self.people.write(handle)
        return {**ours, "kind": "repost", "account_id": number}

    def _targets(self, post: Record, ours: Row, note: Note | None = None) -> Iterator[Row]:
        given = (one.get("expanded_url") or one.get("url") for one in entities(post, "urls"))
        places = {url: ours["evidence"] for url in given if isinstance(url, str) and url}
        if note:
            within = f"{note.place} (post {ours['post_id']})"
            places = {**dict.fromkeys(note.urls, within), **places}
        repost = bool(_REPOST.match(ours["text"] or ""))
        for url, evidence in places.items():
            status = status_link(url)
            if status and (self._is_us(status[0]) or status[1] == ours["post_id"]):
                continue
            act = {**ours, "evidence": evidence}
            if status and not status[2] and not repost:
                yield self._quote(act, url, status[0], status[1])
            else:
                yield {**act, "kind": "link", "url": url}

    def _quote(self, ours: Row, url: str, handle: str | None, post_id: str) -> Row:
        target = {"kind": "quote", "post_id": post_id, "post_url": url}
        if handle is None:
            return {**ours, **target, "unknown_reason": "not_in_export"}
        return {**ours, **target, "account_id": self.people.write(handle)}

    def _is_us(self, handle: str | None) -> bool:
        own = self.owner.handle
        return bool(handle and own) and str(handle).casefold() == str(own).casefold()

    def _ours(self, post: Record, post_id: str, at: datetime | None, evidence: str) -> Row:
        handle = self.owner.handle or "i/web"
        return self._row(
            "",
            evidence,
            post_id=post_id,
            post_url=f"https://x.com/{handle}/status/{post_id}",
            text=text_of(post.get("full_text", post.get("text"))),
            happened_at=at,
        )

    def _row(self, kind: str, evidence: str, **values: object) -> Row:
        return {
            "platform": "x",
            "agency_account": self.agency_account,
            "kind": kind,
            "evidence": evidence,
            **values,
        }

    def _again(self, kind: str, key: str) -> bool:
        seen, number = self._seen.setdefault(kind, set()), int(key)
        known = number in seen
        seen.add(number)
        return known


def _inner(record: object, key: str) -> Record | None:
    if not isinstance(record, dict):
        return None
    inner = record.get(key, record)
    return inner if isinstance(inner, dict) else None


def _starts_at(mention: Record, place: str) -> bool:
    indices = mention.get("indices")
    return isinstance(indices, list) and bool(indices) and str(indices[0]) == place
