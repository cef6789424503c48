"""What an Instagram or Threads account liked, and what an Instagram account reposted.

Likes to 2025: {title: author, string_list_data: [{href, value: an emoji, timestamp}]}; since 2026
{timestamp, label_values: [URL, Caption, Title, Hashtags, Owner]}. Reposts (2026): label_values
with the post in the group Media; before, ``profile_media_reposts``, of which little is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any

from connectors import columns
from connectors.collected import OwnAccount
from connectors.columns import Block, Rows, Values, first_of_each, unknown_reasons
from connectors.exports.meta_entries import (
    Entry,
    author_in,
    author_of,
    entries_of,
    labelled,
    labels_inside,
)
from connectors.exports.meta_json import epoch
from connectors.exports.reading import NOT_A_RECORD
from connectors.profile_form import Profile
from connectors.text_links import plain_link

TWICE = "the same post twice"
OF_A_COMMENT = "a like of a comment, not of a post"
NOTHING_NAMED = "without an account, a post, a text or a time"
_Entries = tuple[Entry, ...] | None


@dataclass
class Likes:
    """Reads likes and reposts; one that stands in several exports counts once."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def like(self, block: Block) -> columns.Acts:
        """Read likes of posts."""
        return self._acts("like", list(map(_liked, block.records)), block.evidence)

    def story(self, block: Block) -> columns.Acts:
        """Read likes of stories, which say whose story it was and seldom which."""
        evidence = block.evidence_with(["story"] * len(block.records))
        return self._acts("like", list(map(_liked, block.records)), evidence)

    def comment(self, block: Block) -> columns.Acts:
        """Report likes of comments: they say nothing about the post the comment stands under."""
        known = sum(_liked(record) is not None for record in block.records)
        reported = {OF_A_COMMENT: known, NOT_A_RECORD: len(block.records) - known}
        return columns.Acts([], {}, reported)

    def repost(self, block: Block) -> columns.Acts:
        """Read reposts; before 2026 the export does not say for sure whose post it was."""
        return self._acts("repost", list(map(_reposted, block.records)), block.evidence)

    def _acts(self, kind: str, read: Sequence[_Entries], evidence: Values) -> columns.Acts:
        every = [(place, entry) for place, entries in enumerate(read) for entry in entries or ()]
        posts = [plain_link(entry.address) for _, entry in every]
        authors = [self._author(entry) for _, entry in every]
        acts = [
            (entry.at, author, post, entry.text)
            for (_, entry), author, post in zip(every, authors, posts, strict=True)
        ]
        # A like of nobody knows whom is one all the same, if anything says that there was one.
        told = [n for n, act in enumerate(acts) if any(act)]
        fresh = first_of_each([(kind, *acts[n]) for n in told], self._seen)
        kept = list(compress(told, fresh))
        places = [every[n][0] for n in kept]
        known, named = set(places), {every[n][0] for n in told}
        whose = [authors[n] for n in kept]
        rows: dict[str, Values] = {
            "account_id": whose,
            "unknown_reason": unknown_reasons(whose),
            "post_url": [posts[n] or None for n in kept],
            "text": [acts[n][-1] or None for n in kept],
            "happened_at": [acts[n][0] for n in kept],
        }
        shared = {
            "platform": self.account.platform,
            "agency_account": self.agency_account,
            "kind": kind,
            "evidence": evidence,
        }
        reported = {
            NOT_A_RECORD: read.count(None),
            NOTHING_NAMED: len(read) - read.count(None) - len(named),
            TWICE: len(named - known),
        }
        return columns.Acts([Rows(places, rows)], shared, reported)

    def _author(self, entry: Entry) -> str | None:
        profile = author_of(entry, self.account.platform)
        if profile is None:
            return None
        self.profiles.setdefault(profile.account_id, profile)
        if entry.name:
            self.names.setdefault(profile.account_id, entry.name)
        return profile.account_id


def _liked(record: Any) -> _Entries:
    return entries_of(record, author_in) if isinstance(record, dict) else None


def _reposted(record: Any) -> _Entries:
    inside = labels_inside(record) if isinstance(record, dict) else None
    if inside is not None:
        return (labelled(inside, epoch(record.get("timestamp")), author_in),)
    # The older form has a title of which nobody says whether it names the author.
    if isinstance(record, dict) and "string_map_data" in record:
        record = {"string_map_data": record["string_map_data"]}
    return _liked(record)
