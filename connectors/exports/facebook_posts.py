"""The posts of a Facebook account: texts, links and shares.

[{timestamp, title, data: [{post}], attachments: [{data: [{external_context: {url}} |
{media: {description}}]}]}]; before 2019 under ``status_updates``. The export gives no address of
a post. A share is told by its title alone, and may be two records of the same second: an empty
one and one with the text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple

from connectors import columns
from connectors.collected import OwnAccount
from connectors.columns import Block, Rows, Values
from connectors.exports.facebook_reactions import author_of
from connectors.exports.meta_json import epoch, objects, text_in
from connectors.exports.reading import NOT_A_RECORD, FileRead
from connectors.post_addresses import leads_to_post
from connectors.profile_form import Profile
from connectors.records import tally_of
from connectors.text_links import links_in, plain_link

SAME_POST = "another record of the same post"
EMPTY = "without text, link or picture"
_LATER = "waits for the other records of its second"
# As titles say "Kauri Agency shared a post"; small letters, since a name may hold the word Shared.
_SHARED = re.compile(
    r"\bshared\b|分享|シェア|\bgeteilt\b|\bteilte\b|\ba partagé\b|\bcompartió\b|\bha condiviso\b|"
    r"\bdeelde\b|\bgedeeld\b|\bdelte\b|\bdelt\b"
)
_OUR_SITE = re.compile(r"facebook\.com|fb\.com", re.IGNORECASE)
_OF_OUR_OWN = re.compile(r"\bshared (?:a|an|his|her|their) (?:own )?memor(?:y|ies)\b")


@dataclass(slots=True)
class _Post:
    """What the records of one post say together; ``carded`` where a link has a card of its own."""

    evidence: str
    at: datetime | None
    text: str
    links: tuple[str, ...]
    shared: bool
    carded: bool
    pictured: bool

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing but a title."""
        return not (self.text or self.links or self.pictured)

    def joins(self, other: "_Post") -> bool:
        """Tell whether a record of the same second belongs to this post."""
        return self.text == other.text or not self.text or not other.text

    def take(self, other: "_Post") -> None:
        """Add what another record of this post says."""
        if other.text != self.text:
            self.evidence = f"{self.evidence} and {other.evidence}"
        self.text = self.text or other.text
        self.links = tuple(dict.fromkeys([*self.links, *other.links]))
        self.shared |= other.shared
        self.carded |= other.carded
        self.pictured |= other.pictured


class _Target(NamedTuple):
    """What a link of a post leads to, as the columns of its act."""

    kind: str
    url: str | None = None
    post_url: str | None = None
    account_id: str | None = None
    unknown_reason: str | None = None


@dataclass
class Posts:
    """Reads records first and makes rows at the end, when those of one post are joined."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    _of_place: defaultdict[str, list[_Post]] = field(default_factory=lambda: defaultdict(list))
    _of_second: defaultdict[datetime, list[_Post]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def post(self, block: Block) -> columns.Acts:
        """Read records and join each to the post it belongs to; ``finished`` gives the rows."""
        read = [
            _read(record, block.at(place)) if isinstance(record, dict) else None
            for place, record in enumerate(block.records)
        ]
        posts = [post for post in read if post is not None]
        first = [post for post in posts if not self._joined(post)]
        self._of_place[block.place] += first
        reported = {
            NOT_A_RECORD: len(read) - len(posts),
            SAME_POST: len(posts) - len(first),
            _LATER: len(first),
        }
        return columns.Acts([], {}, reported)

    def finished(self, read: FileRead) -> FileRead:
        """Give a file that was read with the rows of its posts, and its tally as it is then."""
        source = read.tally.source
        posts = columns.in_blocks(self._of_place.pop(f"{source}, record", []))
        gathered = columns.gather(source, "", posts, self._acts, self.account)
        reported = Counter(read.tally.reported) + Counter(gathered.tally.reported)
        reported.pop(_LATER, None)
        tally = tally_of(source, read.tally.records, reported)
        return replace(read, interactions=gathered.interactions, tally=tally)

    def _joined(self, post: _Post) -> bool:
        """Join a record to a post of the same second that it belongs to, if there is one."""
        if post.at is None:
            return False
        same = self._of_second[post.at]
        joined = next((one for one in same if one.joins(post)), None)
        if joined is None:
            same.append(post)
            return False
        joined.take(post)
        return True

    def _acts(self, block: Block) -> columns.Acts:
        """Make rows of posts: each itself, what its links lead to, and a share without a link."""
        posts: Sequence[_Post] = block.records
        filled = [at for at, post in enumerate(posts) if not post.empty]
        targets = [
            (at, target)
            for at, post in enumerate(posts)
            for link in post.links
            if (target := self._target(link, shared=post.shared))
        ]
        led_from = [at for at, _ in targets]
        told = {at for at, target in targets if target.kind == "repost"}
        shares = [
            at
            for at, post in enumerate(posts)
            if post.shared and not post.carded and at not in told
        ]
        shared: dict[str, Values] = {
            "platform": "facebook",
            "agency_account": self.agency_account,
            "text": [post.text or None for post in posts],
            "happened_at": [post.at for post in posts],
            "evidence": [post.evidence for post in posts],
        }
        rows = [
            Rows(filled, {"kind": "post"}),
            Rows(led_from, _columns([target for _, target in targets])),
            Rows(shares, {"kind": "repost", "unknown_reason": "not_in_export"}),
        ]
        return columns.Acts(rows, shared, {EMPTY: len(posts) - len({*filled, *led_from, *shares})})

    def _target(self, link: str, *, shared: bool) -> _Target | None:
        """Make a link, or a share of the post that the link leads to; None for a post of ours."""
        if not _to_post(link):
            return _Target("link", url=link)
        kind, author = "repost" if shared else "quote", author_of(link)
        if author is None:
            return _Target(kind, post_url=link, unknown_reason="not_in_export")
        if author.account_id == self.agency_account:
            return None
        self.profiles.setdefault(author.account_id, author)
        return _Target(kind, post_url=link, account_id=author.account_id)


def _columns(targets: Sequence[_Target]) -> dict[str, Values]:
    return {name: [getattr(one, name) for one in targets] for name in _Target._fields}


def _read(record: dict[str, Any], evidence: str) -> _Post | None:
    if not {"timestamp", "data", "attachments", "title"} & set(record):
        return None
    title = text_in(record, "title")
    attached = [item for one in objects(record.get("attachments")) for item in _objects_in(one)]
    cards = [item["external_context"] for item in attached if "external_context" in item]
    addresses = [text_in(card, "url") for card in objects(cards)]
    text = _text(record, attached)
    carded = [plain_link(address) for address in addresses if address]
    return _Post(
        evidence=evidence,
        at=epoch(record.get("timestamp")),
        text=text,
        links=tuple(dict.fromkeys([*carded, *links_in(text)])),
        shared=bool(_SHARED.search(title)) and not _OF_OUR_OWN.search(title),
        carded=not all(map(_to_post, carded)),
        pictured=len(attached) > len(cards),
    )


def _to_post(link: str) -> bool:
    # Most links lead elsewhere, and taking each apart would take most of the time.
    return bool(_OUR_SITE.search(link)) and leads_to_post(link, "facebook")


def _objects_in(record: dict[str, Any]) -> list[dict[str, Any]]:
    return objects(record.get("data"))


def _text(record: dict[str, Any], attached: list[dict[str, Any]]) -> str:
    """Give the text of a post; an album often has it under its pictures alone."""
    written = [text_in(item, "post") for item in _objects_in(record)]
    if not any(written):
        pictures = objects([item.get("media") for item in attached])
        written = list(dict.fromkeys(text_in(picture, "description") for picture in pictures))
    return "\n\n".join(filter(None, written))
