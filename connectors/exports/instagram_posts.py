"""The posts of an Instagram or Threads account: their texts and the links in them.

[{media: [{uri, creation_timestamp, title, text_app_post: {is_reply}}], title,
creation_timestamp}]; a single picture or film has its text in ``media``, several have it outside,
and a story is the inner object alone. The export gives no address of a post.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from connectors.collected import OwnAccount
from connectors.exports.meta_json import epoch, objects, text_in
from connectors.exports.reading import NOT_A_RECORD
from connectors.records import Outcome, Row
from connectors.text_links import links_in

TWICE = "the same post twice"
REPLY = "a reply without a link"
EMPTY = "without text, picture or time"


class _Post(NamedTuple):
    """One own post; ``files`` keeps apart two without a text that were made in one second."""

    at: datetime | None
    text: str
    files: tuple[str, ...]
    reply: bool


@dataclass
class Posts:
    """Reads posts one by one; one that stands in several files counts once."""

    account: OwnAccount
    agency_account: str
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def post(self, record: object, evidence: str) -> Outcome:
        """Read one post; of a reply to somebody the links alone count."""
        post = _read(record) if isinstance(record, dict) else None
        if post is None:
            return NOT_A_RECORD
        if not (post.at or post.text or post.files):
            return EMPTY
        key = (post.at, post.text, post.files)
        if key in self._seen:
            return TWICE
        self._seen.add(key)
        ours: Row = {
            "platform": self.account.platform,
            "agency_account": self.agency_account,
            "text": post.text or None,
            "happened_at": post.at,
            "evidence": evidence,
        }
        rows = [] if post.reply else [{**ours, "kind": "post"}]
        rows += [{**ours, "kind": "link", "url": link} for link in links_in(post.text)]
        return rows or REPLY


def _read(record: dict[str, Any]) -> _Post | None:
    if not {"media", "creation_timestamp", "title", "uri"} & set(record):
        return None
    media = objects(record.get("media"))
    inner = list(dict.fromkeys(filter(None, (text_in(one, "title") for one in media))))
    every = [record, *media]
    times = (epoch(one.get("creation_timestamp")) for one in every)
    return _Post(
        at=next(filter(None, times), None),
        text=text_in(record, "title") or "\n\n".join(inner),
        files=tuple(filter(None, (text_in(one, "uri") for one in every))),
        reply=any(_is_reply(one.get("text_app_post")) for one in every),
    )


def _is_reply(told: object) -> bool:
    return isinstance(told, dict) and told.get("is_reply") is True
