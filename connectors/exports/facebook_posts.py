"""The posts of a Facebook account: texts, links and shares.

[{timestamp, title, data: [{post}], attachments: [{data: [{external_context: {url}} |
{media: {description}}]}]}]; before 2019 under ``status_updates``. The export gives no address of
a post. A share is told by its title alone, and may be two records of the same second: an empty
one and one with the text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from connectors import frames
from connectors.collected import OwnAccount
from connectors.exports.facebook_reactions import author_of
from connectors.exports.meta_json import epoch, objects, text_in
from connectors.exports.reading import NOT_A_RECORD, FileRead
from connectors.post_addresses import leads_to_post
from connectors.profile_form import Profile
from connectors.records import NOT_ASKED_FOR, Outcome, Row, tally_of
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


@dataclass
class Posts:
    """Reads records first and makes rows at the end, when those of one post are joined."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    _of_source: defaultdict[str, list[_Post]] = field(default_factory=lambda: defaultdict(list))
    _of_second: defaultdict[datetime, list[_Post]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def post(self, record: object, evidence: str) -> Outcome:
        """Read one record and join it to the post it belongs to; ``finished`` gives the rows."""
        post = _read(record, evidence) if isinstance(record, dict) else None
        if post is None:
            return NOT_A_RECORD
        if post.at is not None:
            same = self._of_second[post.at]
            joined = next((one for one in same if one.joins(post)), None)
            if joined is not None:
                joined.take(post)
                return SAME_POST
            same.append(post)
        self._of_source[evidence.rpartition(", record ")[0]].append(post)
        return _LATER

    def finished(self, read: FileRead) -> FileRead:
        """Give a file that was read with the rows of its posts, and its tally as it is then."""
        source, reported = read.tally.source, Counter(read.tally.reported)
        reported.pop(_LATER, None)
        interactions = frames.make("interactions", self._asked_for(source, reported))
        tally = tally_of(source, read.tally.records, reported)
        return replace(read, interactions=interactions, tally=tally)

    def _asked_for(self, source: str, reported: Counter[str]) -> Iterator[Row]:
        for post in self._of_source[source]:
            every = list(self._rows(post))
            wanted = [row for row in every if self.account.wants(row["kind"])]
            if not wanted:
                reported[NOT_ASKED_FOR if every else EMPTY] += 1
            yield from wanted

    def _rows(self, post: _Post) -> Iterator[Row]:
        ours: Row = {
            "platform": "facebook",
            "agency_account": self.agency_account,
            "text": post.text or None,
            "happened_at": post.at,
            "evidence": post.evidence,
        }
        if not post.empty:
            yield {**ours, "kind": "post"}
        targets = [self._target(link, post, ours) for link in post.links]
        yield from (row for row in targets if row is not None)
        told = any(row is not None and row["kind"] == "repost" for row in targets)
        if post.shared and not post.carded and not told:
            yield {**ours, "kind": "repost", "unknown_reason": "not_in_export"}

    def _target(self, link: str, post: _Post, ours: Row) -> Row | None:
        """Make a link, or a share of the post that the link leads to; None for a post of ours."""
        if not _to_post(link):
            return {**ours, "kind": "link", "url": link}
        author = author_of(link)
        row = {**ours, "kind": "repost" if post.shared else "quote", "post_url": link}
        if author is None:
            return {**row, "unknown_reason": "not_in_export"}
        if author.account_id == self.agency_account:
            return None
        self.profiles.setdefault(author.account_id, author)
        return {**row, "account_id": author.account_id}


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
