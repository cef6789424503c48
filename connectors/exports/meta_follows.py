"""Which accounts of Meta's lists are followed still: each counts once, less what was unfollowed."""

from dataclasses import dataclass, field
from datetime import datetime

TWICE = "the same account in more than one list"
UNFOLLOWED = "unfollowed later, as the export's own list says"
LISTED_AS_UNFOLLOWED = "in the list of what is no longer followed"
NO_NAME = "without a name or an address"


@dataclass
class Standing:
    """What the lists said so far, by a key for each account; unfollowings have to come first."""

    _unfollowed: dict[str, datetime] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def unfollow(self, key: str, at: datetime | None) -> None:
        """Note when an account was unfollowed last."""
        if at is not None:
            self._unfollowed[key] = max(at, self._unfollowed.get(key, at))

    def follow(self, key: str, at: datetime | None) -> str:
        """Note a follow, and give the reason why it does not count; empty where it does."""
        if at is not None and self._unfollowed.get(key, at) > at:
            return UNFOLLOWED
        if key in self._seen:
            return TWICE
        self._seen.add(key)
        return ""
