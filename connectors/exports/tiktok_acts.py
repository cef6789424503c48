"""The acts in a TikTok export, from its JSON and from its text files alike.

Follows are usernames with a time. Of a video that was liked or reposted there is the address,
which hardly ever shows whose it is. Times have no zone and are UTC: the number of a video holds
its time (``number >> 32``, seconds since 1970), and in 13,145 real records none was earlier.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from itertools import compress

from connectors import columns
from connectors.collected import OwnAccount
from connectors.columns import (
    Block,
    Rows,
    Values,
    all_texts,
    by_name,
    first_of_each,
    unknown_reasons,
)
from connectors.exports.reading import NOT_A_RECORD
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
_SPACE = re.compile(r"[\W_]")
# Its forerunner opened in 2014: an earlier time is a mistake.
_EARLIEST = datetime(2014, 1, 1, tzinfo=UTC)

Fields = Mapping[str, list[str | None]]


@dataclass
class Acts:
    """Reads the records of one own account; each act counts once, in however many exports."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    _seen: set[tuple[str, ...]] = field(default_factory=set)

    def follow(self, block: Block) -> columns.Acts:
        """Read followed accounts."""
        fields = _fields(block)
        names = [_name(one) for one in fields["username"]]
        known = [place for place, name in enumerate(names) if name is not None]
        ids = [self._followed(name) if name else None for name in names]
        # Of one that cannot be told nobody can say whether it came before.
        keys = [("follow", ids[place] or block.at(place)) for place in known]
        places = list(compress(known, first_of_each(keys, self._seen)))
        followed = [ids[place] for place in places]
        unclear = [None if ids[place] else names[place] or None for place in places]
        rows = {"kind": "follow", "account_id": followed, "text": unclear}
        reasons = {"unknown_reason": unknown_reasons(followed)}
        return columns.Acts(
            [Rows(places, {**rows, **reasons})],
            self._shared(fields, block),
            {NOT_A_RECORD: len(names) - len(known), TWICE: len(known) - len(places)},
        )

    def like(self, block: Block) -> columns.Acts:
        """Read liked videos."""
        return self._of_videos("like", block)

    def repost(self, block: Block) -> columns.Acts:
        """Read reposted videos."""
        return self._of_videos("repost", block)

    def post(self, block: Block) -> columns.Acts:
        """Read videos of the account's own; their titles may hold addresses."""
        fields = _fields(block)
        told = list(zip(fields["date"], fields["title"], fields["link"], strict=True))
        records = [place for place, one in enumerate(told) if one != (None, None, None)]
        hidden = {
            one for one in set(fields["whocanview"]) if (one or "").strip().casefold() in _ALONE
        }
        seen_by = fields["whocanview"]
        known = [place for place in records if seen_by[place] not in hidden]
        titles = [_title(one) for one in fields["title"]]
        keys = [
            ("post", fields["date"][place] or "", titles[place], fields["link"][place] or "")
            for place in known
        ]
        places = list(compress(known, first_of_each(keys, self._seen)))
        linking, links = links_of([titles[place] for place in places])
        return columns.Acts(
            # The address in an export is that of the file, and holds for a few days.
            [
                Rows(places, {"kind": "post"}),
                Rows([places[one] for one in linking], {"kind": "link", "url": links}),
            ],
            {**self._shared(fields, block), "text": [title or None for title in titles]},
            {
                NOT_A_RECORD: len(told) - len(records),
                OWN_EYES: len(records) - len(known),
                TWICE: len(known) - len(places),
            },
        )

    def _of_videos(self, kind: str, block: Block) -> columns.Acts:
        fields = _fields(block)
        links = [one and one.strip() for one in fields["link"]]
        known = [place for place, link in enumerate(links) if link is not None]
        dates = fields["date"]
        keys = [(kind, links[at] or block.at(at), dates[at] or "") for at in known]
        places = list(compress(known, first_of_each(keys, self._seen)))
        addresses = [links[place] or "" for place in places]
        authors = [self._author(link) if "/@" in link else None for link in addresses]
        rows = {
            "kind": kind,
            "account_id": authors,
            "unknown_reason": unknown_reasons(authors),
            "post_id": [found[1] if (found := _VIDEO.search(link)) else None for link in addresses],
            "post_url": [link or None for link in addresses],
        }
        return columns.Acts(
            [Rows(places, rows)],
            self._shared(fields, block),
            {NOT_A_RECORD: len(links) - len(known), TWICE: len(known) - len(places)},
        )

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
        times = [(one or "").strip().removesuffix(" UTC") for one in fields["date"]]
        return {
            "platform": "tiktok",
            "agency_account": self.agency_account,
            "happened_at": iso_times(times, _EARLIEST),
            "evidence": block.evidence,
        }


def _fields(block: Block) -> Fields:
    """Give the texts of records by their keys, which TikTok writes ``Date`` here, ``date`` there.

    None where a record has no such key; a key without a text is as if it held an empty one.
    """
    records = block.records
    fields = by_name(records if all_texts(records) else list(map(_texts, records)), _folded)
    return defaultdict(lambda: [None] * len(records), fields)


def _texts(record: object) -> dict[str, str]:
    if not isinstance(record, Mapping):
        return {}
    return {
        key: value or "" for key, value in record.items() if value is None or isinstance(value, str)
    }


def _folded(key: str) -> str:
    return key.lower() if key.isalpha() else _SPACE.sub("", key).lower()


def _name(username: str | None) -> str | None:
    return None if username is None else clean(username).removeprefix("@")


def _title(written: str | None) -> str:
    title = (written or "").strip()
    return "" if len(title) <= _LONGEST_NOTHING and title.casefold() in _NOTHING else title


@lru_cache(maxsize=100)
def _is_private(seen_by: str | None) -> bool:
    return (seen_by or "").strip().casefold() in _ALONE
