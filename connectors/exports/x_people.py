"""Which handle and name belong to which number, as far as the archive's own posts tell."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from connectors import frames
from connectors.exports.x_values import Record, handle_of, numeric_id, stand_in

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Person:
    """A handle and name, and when a post last showed them."""

    handle: str
    name: str | None
    seen_at: datetime


@dataclass
class People:
    """Collects mentions while posts are read; the newest mention of a number counts."""

    by_id: dict[str, Person] = field(default_factory=dict)
    ids_of: dict[str, set[str]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    def note(self, post: Record, at: datetime | None) -> None:
        """Learn from the mentions of a post and from whom it replies to."""
        for mention in mentions(post):
            self._add(mention.get("id_str"), mention.get("screen_name"), mention.get("name"), at)
        self._add(
            post.get("in_reply_to_user_id_str") or post.get("in_reply_to_user_id"),
            post.get("in_reply_to_screen_name"),
            None,
            at,
        )

    def write(self, handle: str) -> str:
        """Give the id that stands in for a handle, and remember how the handle is written."""
        self.written.setdefault(stand_in(handle), handle)
        return stand_in(handle)

    def resolved(self, ids: "pd.Series[Any]") -> "pd.Series[Any]":
        """Put numbers in place of handles where the archive knows exactly one number."""
        known = {
            stand: next(iter(numbers))
            for stand, numbers in self.ids_of.items()
            if len(numbers) == 1 and stand in self.written
        }
        changed = ids.isin(list(known))
        resolved = ids.copy()
        resolved.loc[changed] = ids[changed].map(known)
        return resolved

    def told(self, acts: pd.DataFrame) -> pd.DataFrame:
        """Say in the evidence of a follow, which is of a number, what its handle is known from."""
        numbers = acts["account_id"][acts["kind"] == "follow"]
        label = numbers.map({one: _learnt(person) for one, person in self.by_id.items()}).dropna()
        if label.empty:
            return acts
        evidence = acts["evidence"].copy()
        evidence.loc[label.index] += label.astype(frames.TEXT)
        return acts.assign(evidence=evidence)

    def accounts(self, ids: "pd.Series[Any]", as_at: datetime) -> pd.DataFrame:
        """Give the accounts frame, one row per id, in the order of the ids."""
        return frames.make("accounts", [self._account(str(one), as_at) for one in ids])

    def _add(self, number: object, handle: object, name: object, at: datetime | None) -> None:
        account_id, known_as, seen_at = numeric_id(number), handle_of(handle), at or _LONG_AGO
        if account_id is None or known_as is None:
            return
        self.ids_of.setdefault(stand_in(known_as), set()).add(account_id)
        before = self.by_id.get(account_id)
        called = name if isinstance(name, str) else None
        if before is None or seen_at > before.seen_at:
            kept = called or (before.name if before else None)
            self.by_id[account_id] = Person(known_as, kept, seen_at)
        elif before.name is None and called:
            self.by_id[account_id] = replace(before, name=called)

    def _account(self, account_id: str, as_at: datetime) -> dict[str, Any]:
        person = self.by_id.get(account_id)
        handle = person.handle if person else self.written.get(account_id)
        return {
            "platform": "x",
            "account_id": account_id,
            "handle": handle,
            "name": person.name if person else None,
            "url": f"https://x.com/{handle}" if handle else f"https://x.com/i/user/{account_id}",
            "status": "unknown",
            "as_at": as_at,
        }


def _learnt(person: Person) -> str:
    day = f" of {person.seen_at.date().isoformat()}" if person.seen_at > _LONG_AGO else ""
    return f"; its handle from a post{day} that names it"


def mentions(post: Record) -> list[dict[str, Any]]:
    """Give the user mentions of a post."""
    return entities(post, "user_mentions")


def entities(post: Record, kind: str) -> list[dict[str, Any]]:
    """Give the entities of one kind; a post without them has an empty list."""
    every = post.get("entities")
    some = every.get(kind) if isinstance(every, dict) else None
    return [entity for entity in some if isinstance(entity, dict)] if isinstance(some, list) else []
