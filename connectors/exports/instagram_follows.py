"""Whom an Instagram or Threads account follows, less what was unfollowed later.

{title, string_list_data: [{href, value, timestamp}]}: to August 2025 with ``value`` and an empty
``title``; since about October 2025 the username in ``title`` and no ``value``.
"""

from dataclasses import dataclass, field

from connectors.collected import OwnAccount
from connectors.exports.meta_entries import Entry, account_of, entries_of, listed_in
from connectors.exports.meta_follows import LISTED_AS_UNFOLLOWED, NO_NAME, Standing
from connectors.exports.reading import NOT_A_RECORD
from connectors.profile_form import Profile
from connectors.records import Outcome, Row


@dataclass
class Follows:
    """Reads lists of accounts; ``unfollow`` has to see its list before ``follow``."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    _standing: Standing = field(default_factory=Standing)

    def unfollow(self, record: object, _: str) -> Outcome:
        """Note what was unfollowed and when; it is no act of following."""
        entries = entries_of(record, listed_in) if isinstance(record, dict) else None
        if entries is None:
            return NOT_A_RECORD
        for entry in entries:
            self._standing.unfollow(self._key(entry), entry.at)
        return LISTED_AS_UNFOLLOWED

    def follow(self, record: object, evidence: str) -> Outcome:
        """Read one line; the first of an account counts, and a later unfollowing undoes it."""
        entries = entries_of(record, listed_in) if isinstance(record, dict) else None
        if entries is None:
            return NOT_A_RECORD
        rows: list[Row] = []
        reason = NO_NAME
        for entry in entries:
            outcome = self._one(entry, evidence)
            if isinstance(outcome, str):
                reason = outcome
            else:
                rows += outcome
        return rows or reason

    def _one(self, entry: Entry, evidence: str) -> Outcome:
        key = self._key(entry)
        if not key:
            return NO_NAME
        return self._standing.follow(key, entry.at) or [self._row(entry, evidence)]

    def _key(self, entry: Entry) -> str:
        profile = account_of(entry, self.account.platform)
        # No account id holds a line feed, so that a name is never taken for one.
        named = entry.value or entry.title or entry.address
        return profile.account_id if profile else f"\n{named}" if named else ""

    def _row(self, entry: Entry, evidence: str) -> Row:
        profile = account_of(entry, self.account.platform)
        row: Row = {
            "platform": self.account.platform,
            "agency_account": self.agency_account,
            "kind": "follow",
            "happened_at": entry.at,
            "evidence": evidence,
        }
        if profile is None:
            text = entry.value or entry.title or entry.address
            return {**row, "text": text, "unknown_reason": "not_in_export"}
        self.profiles.setdefault(profile.account_id, profile)
        # Beside a value, the title of a list of Threads is the name shown.
        name = entry.name or (entry.title if entry.value else "")
        if name:
            self.names.setdefault(profile.account_id, name)
        return {**row, "account_id": profile.account_id}
