"""What an Instagram or Threads account liked, and what an Instagram account reposted.

Likes to 2025: {title: author, string_list_data: [{href, value: an emoji, timestamp}]}; since 2026
{timestamp, label_values: [URL, Caption, Title, Hashtags, Owner]}. Reposts (2026): label_values
with the post in the group Media; before, ``profile_media_reposts``, of which little is known.
"""

from dataclasses import dataclass, field
from typing import Any

from connectors.collected import OwnAccount
from connectors.exports.meta_entries import (
    Entry,
    account_of,
    author_in,
    entries_of,
    labelled,
    labels_inside,
)
from connectors.exports.meta_json import epoch
from connectors.exports.reading import NOT_A_RECORD
from connectors.profile_form import Profile
from connectors.records import Outcome, Row
from connectors.text_links import plain_link

TWICE = "the same post twice"
OF_A_COMMENT = "a like of a comment, not of a post"
NOTHING_NAMED = "without an account, a post, a text or a time"


@dataclass
class Likes:
    """Reads likes and reposts one by one; one that stands in several exports counts once."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def like(self, record: object, evidence: str) -> Outcome:
        """Read the like of a post."""
        return self._rows(record, "like", evidence)

    def story(self, record: object, evidence: str) -> Outcome:
        """Read the like of a story, which says whose story it was and seldom which."""
        return self._rows(record, "like", f"{evidence} (story)")

    def comment(self, record: object, _: str) -> Outcome:
        """Report the like of a comment: it says nothing about the post the comment stands under."""
        known = isinstance(record, dict) and entries_of(record, author_in) is not None
        return OF_A_COMMENT if known else NOT_A_RECORD

    def repost(self, record: object, evidence: str) -> Outcome:
        """Read a repost; before 2026 the export does not say for sure whose post it was."""
        inside = labels_inside(record) if isinstance(record, dict) else None
        if isinstance(record, dict) and inside is not None:
            entry = labelled(inside, epoch(record.get("timestamp")), author_in)
            return self._kept((entry,), "repost", evidence)
        # The older form has a title of which nobody says whether it names the author.
        if isinstance(record, dict) and "string_map_data" in record:
            record = {"string_map_data": record["string_map_data"]}
        return self._rows(record, "repost", evidence)

    def _rows(self, record: Any, kind: str, evidence: str) -> Outcome:
        entries = entries_of(record, author_in) if isinstance(record, dict) else None
        return NOT_A_RECORD if entries is None else self._kept(entries, kind, evidence)

    def _kept(self, entries: tuple[Entry, ...], kind: str, evidence: str) -> Outcome:
        reason, rows = NOTHING_NAMED, []
        for entry in entries:
            row = self._row(entry, kind, evidence)
            key = (kind, row["happened_at"], row.get("account_id"), row["post_url"], row["text"])
            # A like of nobody knows whom is one all the same, if anything says that there was one.
            if not any(key[1:]):
                continue
            if key in self._seen:
                reason = TWICE
                continue
            self._seen.add(key)
            rows.append(row)
        return rows or reason

    def _row(self, entry: Entry, kind: str, evidence: str) -> Row:
        profile = account_of(entry._replace(value=""), self.account.platform)
        row: Row = {
            "platform": self.account.platform,
            "agency_account": self.agency_account,
            "kind": kind,
            "post_url": plain_link(entry.address) or None,
            "text": entry.text or None,
            "happened_at": entry.at,
            "evidence": evidence,
        }
        if profile is None:
            return {**row, "unknown_reason": "not_in_export"}
        self.profiles.setdefault(profile.account_id, profile)
        if entry.name:
            self.names.setdefault(profile.account_id, entry.name)
        return {**row, "account_id": profile.account_id}
