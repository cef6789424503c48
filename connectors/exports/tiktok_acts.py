"""The acts in a TikTok export, from its JSON and from its text files alike.

Follows are usernames with a time. Of a video that was liked or reposted there is the address,
which hardly ever shows whose it is. Times have no zone and are UTC: the number of a video holds
its time (``number >> 32``, seconds since 1970), and in 13,145 real records none was earlier.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from itertools import compress
from typing import Any

from connectors import columns
from connectors.collected import OwnAccount
from connectors.columns import (
    Block,
    Rows,
    Values,
    first_of_each,
    unknown_reasons,
)
from connectors.exports.reading import NOT_A_RECORD
from connectors.exports.tiktok_fields import Fields
from connectors.profile_form import Profile, profile_of
from connectors.profiles import clean, parse_profile
from connectors.text_links import links_of
from connectors.times import iso_times

TWICE = "the same act twice"
OWN_EYES = "a video that its owner alone can see"
_VIDEO = re.compile(r"/(?:video|photo|v)/(\d{5,25})", re.ASCII)
_NOTHING = frozenset({"", "n/a", "n.v.t.", "none", "null"})
_LONGEST_NOTHING = max(map(len, _NOTHING))
_ALONE = frozenset({"only you", "only me"})
# Its forerunner opened in 2014: an earlier time is a mistake.
_EARLIEST = datetime(2014, 1, 1, tzinfo=UTC)


@dataclass
class Acts:
    """Reads the records of one own account; each act counts once, in however many exports."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    _seen: defaultdict[str, set[Any]] = field(default_factory=lambda: defaultdict(set))

    def follow(self, block: Block) -> columns.Acts:
        """Read followed accounts."""
        fields: Fields = block.records
        known = fields.having("username")
        names = [clean(name).removeprefix("@") for name in fields.of("username")]
        ids = [self._followed(name) for name in names]
        # Of one that cannot be told nobody can say whether it came before.
        places = self._fresh("follow", known, [ids[at] or block.at(at) for at in known])
        followed = [ids[at] for at in places]
        rows = {
            "kind": "follow",
            "account_id": followed,
            "unknown_reason": unknown_reasons(followed),
            "text": [None if ids[at] else names[at] or None for at in places],
        }
        return columns.Acts(
            [Rows(places, rows)],
            self._shared(fields, block),
            {NOT_A_RECORD: len(fields) - len(known), TWICE: len(known) - len(places)},
        )

    def like(self, block: Block) -> columns.Acts:
        """Read liked videos."""
        return self._of_videos("like", block)

    def repost(self, block: Block) -> columns.Acts:
        """Read reposted videos."""
        return self._of_videos("repost", block)

    def post(self, block: Block) -> columns.Acts:
        """Read videos of the account's own; their titles may hold addresses."""
        fields: Fields = block.records
        records, seen_by = fields.having("date", "link", "title"), fields.of("whocanview")
        known = [at for at in records if not _is_private(seen_by[at])]
        titles = list(map(_title, fields.of("title")))
        acts = list(zip(fields.of("date"), titles, fields.of("link"), strict=True))
        places = self._fresh("post", known, [acts[at] for at in known])
        linking, addresses = links_of([titles[at] for at in places])
        return columns.Acts(
            # The address in an export is that of the file, and holds for a few days.
            [
                Rows(places, {"kind": "post"}),
                Rows([places[at] for at in linking], {"kind": "link", "url": addresses}),
            ],
            {**self._shared(fields, block), "text": [title or None for title in titles]},
            {
                NOT_A_RECORD: len(fields) - len(records),
                OWN_EYES: len(records) - len(known),
                TWICE: len(known) - len(places),
            },
        )

    def _of_videos(self, kind: str, block: Block) -> columns.Acts:
        fields: Fields = block.records
        known, dates = fields.having("link"), fields.of("date")
        links = list(map(str.strip, fields.of("link")))
        keys = [(links[at] or block.at(at), dates[at]) for at in known]
        places = self._fresh(kind, known, keys)
        addresses = [links[at] for at in places]
        authors = [self._author(link) if "/@" in link else None for link in addresses]
        numbers = map(_VIDEO.search, addresses)
        rows = {
            "kind": kind,
            "account_id": authors,
            "unknown_reason": unknown_reasons(authors),
            "post_id": [number[1] if number else None for number in numbers],
            "post_url": [link or None for link in addresses],
        }
        return columns.Acts(
            [Rows(places, rows)],
            self._shared(fields, block),
            {NOT_A_RECORD: len(fields) - len(known), TWICE: len(known) - len(places)},
        )

    def _fresh(self, kind: str, places: Sequence[int], acts: Sequence[Any]) -> list[int]:
        """Give the places at which an act stands that did not come before."""
        return list(compress(places, first_of_each(acts, self._seen[kind])))

    def _author(self, link: str) -> str | None:
        author = parse_profile(link, "tiktok")
        return self._whose(author) if author and author.platform == "tiktok" else None

    def _followed(self, name: str) -> str | None:
        if name.casefold() in _NOTHING:
            return None
        profile = profile_of("tiktok", f"@{name}")
        return self._whose(profile) if profile else None

    def _whose(self, profile: Profile) -> str:
        self.profiles.setdefault(profile.account_id, profile)
        return profile.account_id

    def _shared(self, fields: Fields, block: Block) -> dict[str, Values]:
        times = [date.strip().removesuffix(" UTC") for date in fields.of("date")]
        return {
            "platform": "tiktok",
            "agency_account": self.agency_account,
            "happened_at": iso_times(times, _EARLIEST),
            "evidence": block.evidence,
        }


def _title(written: str) -> str:
    title = written.strip()
    return "" if len(title) <= _LONGEST_NOTHING and title.casefold() in _NOTHING else title


@lru_cache(maxsize=100)
def _is_private(seen_by: str) -> bool:
    return seen_by.strip().casefold() in _ALONE
