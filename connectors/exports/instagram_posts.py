"""The posts of an Instagram or Threads account: their texts and the links in them.

[{media: [{uri, creation_timestamp, title, text_app_post: {is_reply}}], title,
creation_timestamp}]; a single picture or film has its text in ``media``, several have it outside,
and a story is the inner object alone. The export gives no address of a post.
"""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import compress
from typing import Any, NamedTuple

from connectors import columns
from connectors.collected import OwnAccount
from connectors.columns import Block, Rows, Values, first_of_each
from connectors.exports.meta_json import epoch, objects, text_in
from connectors.exports.reading import NOT_A_RECORD
from connectors.text_links import links_of

TWICE = "the same post twice"
REPLY = "a reply without a link"
EMPTY = "without text, picture or time"
_KEYS = frozenset({"media", "creation_timestamp", "title", "uri"})


class _Post(NamedTuple):
    """One own post; ``files`` keeps apart two without a text that were made in one second."""

    at: datetime | None
    text: str
    files: tuple[str, ...]
    reply: bool


@dataclass
class Posts:
    """Reads posts; one that stands in several files counts once."""

    account: OwnAccount
    agency_account: str
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def post(self, block: Block) -> columns.Acts:
        """Read posts; of a reply to somebody the links alone count."""
        read = [_read(one) if isinstance(one, dict) else None for one in block.records]
        posts = [(at, post) for at, post in enumerate(read) if post is not None]
        told = [(at, post) for at, post in posts if post.at or post.text or post.files]
        fresh = first_of_each([(post.at, post.text, post.files) for _, post in told], self._seen)
        kept = list(compress(told, fresh))
        own = [at for at, post in kept if not post.reply]
        linking, links = links_of([post.text for _, post in kept])
        led_from = [kept[at][0] for at in linking]
        shared: dict[str, Values] = {
            "platform": self.account.platform,
            "agency_account": self.agency_account,
            "text": [(post.text if post else "") or None for post in read],
            "happened_at": [post and post.at for post in read],
            "evidence": block.evidence,
        }
        return columns.Acts(
            [Rows(own, {"kind": "post"}), Rows(led_from, {"kind": "link", "url": links})],
            shared,
            {
                NOT_A_RECORD: len(read) - len(posts),
                EMPTY: len(posts) - len(told),
                TWICE: len(told) - len(kept),
                REPLY: len(kept) - len({*own, *led_from}),
            },
        )


def _read(record: dict[str, Any]) -> _Post | None:
    if _KEYS.isdisjoint(record):
        return None
    media = objects(record.get("media"))
    at, files, reply = None, [], False
    for one in (record, *media):
        if at is None and "creation_timestamp" in one:
            at = epoch(one["creation_timestamp"])
        if "uri" in one and (path := text_in(one, "uri")):
            files.append(path)
        reply = reply or ("text_app_post" in one and _is_reply(one["text_app_post"]))
    return _Post(at, text_in(record, "title") or _text_in_all(media), tuple(files), reply)


def _text_in_all(media: list[dict[str, Any]]) -> str:
    texts = [text for one in media if (text := text_in(one, "title"))]
    return "\n\n".join(dict.fromkeys(texts))


def _is_reply(told: object) -> bool:
    return isinstance(told, dict) and told.get("is_reply") is True
