"""Whom a Facebook account follows: three lists that overlap, less the list of the unfollowed.

``following_v3`` [{name, timestamp, url?}], ``pages_followed_v2`` [{timestamp, title,
data: [{name}]}] and ``page_likes_v2`` [{name, timestamp, url?}]. One page stands in two or three
of them, in one with its address and in another with its name alone.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from connectors.collected import OwnAccount
from connectors.exports.meta_follows import LISTED_AS_UNFOLLOWED, NO_NAME, Standing
from connectors.exports.meta_json import epoch, objects, text_in
from connectors.exports.reading import NOT_A_RECORD
from connectors.profile_form import Profile
from connectors.profiles import clean, parse_profile
from connectors.records import Outcome, Row


@dataclass(frozen=True)
class _Entry:
    """One line of a list: the name, the account where an address says it, and the time."""

    name: str
    profile: Profile | None
    at: datetime | None


@dataclass
class Follows:
    """Reads the lists one after the other; ``learn`` has to see every list before ``follow``."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    _ids_of: defaultdict[str, dict[str, Profile]] = field(default_factory=lambda: defaultdict(dict))
    _standing: Standing = field(default_factory=Standing)

    def learn(self, records: Iterable[object]) -> None:
        """Note which address belongs to which name, so that a name alone can be told."""
        for record in records:
            entry = _entry(record)
            if entry and entry.name and entry.profile:
                self._ids_of[_folded(entry.name)][entry.profile.account_id] = entry.profile

    def unfollow(self, record: object, _: str) -> Outcome:
        """Note what was unfollowed and when; it is no act of following."""
        entry = _entry(record)
        if entry is None:
            return NOT_A_RECORD
        self._standing.unfollow(self._key(entry), entry.at)
        return LISTED_AS_UNFOLLOWED

    def follow(self, record: object, evidence: str) -> Outcome:
        """Read one line; the first of an account counts, and a later unfollowing undoes it."""
        entry = _entry(record)
        if entry is None:
            return NOT_A_RECORD
        if not entry.name and not entry.profile:
            return NO_NAME
        reason = self._standing.follow(self._key(entry), entry.at)
        return reason or [self._row(entry, self._profile(entry), evidence)]

    def _row(self, entry: _Entry, profile: Profile | None, evidence: str) -> Row:
        row: Row = {
            "platform": "facebook",
            "agency_account": self.agency_account,
            "kind": "follow",
            "text": entry.name or None,
            "happened_at": entry.at,
            "evidence": evidence,
        }
        if profile is None:
            return {**row, "unknown_reason": "not_in_export"}
        self.profiles.setdefault(profile.account_id, profile)
        if entry.name:
            self.names.setdefault(profile.account_id, entry.name)
        return {**row, "account_id": profile.account_id}

    def _key(self, entry: _Entry) -> str:
        profile = self._profile(entry)
        return profile.account_id if profile else _folded(entry.name)

    def _profile(self, entry: _Entry) -> Profile | None:
        """Give the account by its address, or by its name where one account alone has it."""
        known = self._ids_of.get(_folded(entry.name), {})
        return entry.profile or (next(iter(known.values())) if len(known) == 1 else None)


def _entry(record: object) -> _Entry | None:
    if not isinstance(record, dict):
        return None
    inner = next(iter(objects(record.get("data"))), {})
    named = text_in(record, "name") or text_in(inner, "name") or text_in(record, "title")
    address = text_in(record, "url") or text_in(inner, "url") or text_in(record, "href")
    if not named and not address and "timestamp" not in record:
        return None
    profile = parse_profile(address, "facebook") if address else None
    ours = profile if profile and profile.platform == "facebook" else None
    return _Entry(clean(named), ours, epoch(record.get("timestamp")))


def _folded(name: str) -> str:
    # No account id holds a line feed, so that a name is never taken for one.
    return f"\n{name.casefold()}"
