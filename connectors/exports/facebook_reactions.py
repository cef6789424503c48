"""What a Facebook account reacted to, in the two forms that Facebook writes side by side.

By title: {timestamp, title: "X likes Y's post.", data: [{reaction: {reaction, actor}}]}; whose post
it was stands in a sentence alone. By labels (2024 on): {timestamp, fbid, label_values: [Reaction,
URL, Name, Author, Group]}; the address of the post often says whose it is.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import compress
from typing import Any, NamedTuple

from connectors import columns
from connectors.collected import OwnAccount
from connectors.columns import Block, Rows, Values, first_of_each, unknown_reasons
from connectors.exports.meta_json import epoch, objects, text_in
from connectors.exports.meta_labels import Labels, Lines, labels_of
from connectors.exports.reading import NOT_A_RECORD
from connectors.profile_form import Profile
from connectors.profiles import parse_profile
from connectors.text_links import plain_link

TWICE = "the same reaction twice"
IN_BOTH_FORMS = "the same reaction in the other form"
_UNDER_A_NAME = re.compile(
    r"(https://(?:www\.)?facebook\.com/[\w.]+)/(?:posts|videos|photos)/", re.ASCII
)


class _Reaction(NamedTuple):
    """One reaction: which, to what, when, and by which form it was written."""

    at: datetime | None
    which: str
    text: str
    address: str = ""
    author: Profile | None = None
    name: str = ""
    number: str = ""
    labelled: bool = False


@dataclass
class Reactions:
    """Reads reactions; one that stands in both forms counts once."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    _seen: set[tuple[object, ...]] = field(default_factory=set)
    _times: tuple[Counter[int], Counter[int]] = field(
        default_factory=lambda: (Counter(), Counter())
    )

    def react(self, block: Block) -> columns.Acts:
        """Read reactions, of either form."""
        read = [_read(one) if isinstance(one, dict) else None for one in block.records]
        every = [(place, one) for place, one in enumerate(read) if one is not None]
        keys = [(one.at, one.number, one.address, one.text, one.which) for _, one in every]
        fresh = list(compress(every, first_of_each(keys, self._seen)))
        kept = [(place, one) for place, one in fresh if not self._in_both_forms(one)]
        whose = [self._whose(one) for _, one in kept]
        rows: dict[str, Values] = {
            "account_id": whose,
            "unknown_reason": unknown_reasons(whose),
            "post_url": [one.address or None for _, one in kept],
            "text": [one.text or None for _, one in kept],
            "happened_at": [one.at for _, one in kept],
        }
        shared: dict[str, Values] = {
            "platform": "facebook",
            "agency_account": self.agency_account,
            "kind": "like",
            "evidence": block.evidence_with([one.which if one else "" for one in read]),
        }
        reported = {
            NOT_A_RECORD: len(read) - len(every),
            TWICE: len(every) - len(fresh),
            IN_BOTH_FORMS: len(fresh) - len(kept),
        }
        return columns.Acts([Rows([place for place, _ in kept], rows)], shared, reported)

    def _in_both_forms(self, reaction: _Reaction) -> bool:
        """Pair a reaction with one of the other form, a second earlier or later at most."""
        if reaction.at is None:
            return False
        second = int(reaction.at.timestamp())
        ours, others = self._times[reaction.labelled], self._times[not reaction.labelled]
        for near in (second, second - 1, second + 1):
            if others[near] > 0:
                others[near] -= 1
                return True
        ours[second] += 1
        return False

    def _whose(self, reaction: _Reaction) -> str | None:
        author = reaction.author
        if author is None:
            return None
        self.profiles.setdefault(author.account_id, author)
        if reaction.name:
            self.names.setdefault(author.account_id, reaction.name)
        return author.account_id


def author_of(address: str) -> Profile | None:
    """Tell whose post an address leads to; None for groups, comments and addresses without it."""
    # A comment stands under a post of somebody who need not have written the comment.
    if not address or "comment_id=" in address:
        return None
    named = _UNDER_A_NAME.match(address)
    return _account_at(named.group(1) if named else address)


@lru_cache(maxsize=50_000)
def _account_at(address: str) -> Profile | None:
    profile = parse_profile(address, "facebook")
    return profile if profile and profile.platform == "facebook" else None


def _read(record: dict[str, Any]) -> _Reaction | None:
    at, labels = epoch(record.get("timestamp")), labels_of(record)
    if labels is not None:
        return _labelled(record, at, labels)
    inner = next(iter(objects(record.get("data"))), {}).get("reaction")
    which = text_in(inner, "reaction") if isinstance(inner, dict) else ""
    title = text_in(record, "title")
    return _Reaction(at, which, title) if which or title else None


def _labelled(record: dict[str, Any], at: datetime | None, labels: Labels) -> _Reaction | None:
    own, author = labels.own, labels.group("author")
    if not own.lines and not labels.groups:
        return None
    address = plain_link(own.address())
    # An author's address leads to a profile in every language; that of a group never does.
    named = (author_of(group.address()) for group in labels.groups)
    profile = next(filter(None, named), None) or author_of(address)
    name = (author.value("name") if author else "") or own.value("name")
    # Where no account can be told, the name of the author or group is what a person can look for.
    others = (line.value for group in labels.groups for line in group.lines)
    told = "" if profile else name or next(filter(None, others), "")
    which = own.value("reaction") or _first_plain(own)
    number = text_in(record, "fbid")
    return _Reaction(at, which, told, address, profile, name, number, labelled=True)


def _first_plain(own: Lines) -> str:
    """Give the first value that is no address: in another language, the kind of reaction."""
    return next((line.value for line in own.lines if line.value and not line.href), "")
