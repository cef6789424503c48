"""The acts in a TikTok export, from its JSON and from its text files alike.

Follows are usernames with a time. Of a video that was liked or reposted there is the address,
which hardly ever shows whose it is. Times have no zone and are UTC: the number of a video holds
its time (``number >> 32``, seconds since 1970), and in 13,145 real records none was earlier.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.compute as pc

from connectors import columns
from connectors.collected import OwnAccount
from connectors.columns import (
    Block,
    Places,
    Rows,
    Values,
    unknown_reasons,
)
from connectors.exports.reading import NOT_A_RECORD
from connectors.exports.tiktok_fields import Fields
from connectors.profile_form import Profile, profile_of
from connectors.profiles import clean, parse_profile
from connectors.repeats import Firsts
from connectors.text_columns import (
    TEXT,
    filled,
    holding,
    known,
    part_of_each,
    taken,
    texts,
    told_at,
    told_of_each,
    trimmed,
)
from connectors.text_links import links_of
from connectors.times import iso_time, iso_times

TWICE = "the same act twice"
OWN_EYES = "a video that its owner alone can see"
_VIDEO = r"/(?:video|photo|v)/(?P<part>\d{5,25})"
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
    _seen: defaultdict[str, Firsts] = field(default_factory=lambda: defaultdict(Firsts))

    def follow(self, block: Block) -> columns.Acts:
        """Read followed accounts."""
        fields: Fields = block.records
        records = fields.having("username")
        names = [clean(name).removeprefix("@") for name in fields.of("username").to_pylist()]
        ids = [self._followed(name) for name in names]
        places = self._fresh("follow", records, [texts(ids)])
        followed = [ids[at] for at in places]
        rows = {
            "kind": "follow",
            "account_id": followed,
            "unknown_reason": unknown_reasons(followed),
            "text": [None if ids[at] else names[at] or None for at in places],
        }
        return columns.Acts(
            [Rows(places, rows)],
            self._shared(_times(fields), block),
            {NOT_A_RECORD: len(fields) - len(records), TWICE: len(records) - len(places)},
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
        records = fields.having("date", "link", "title")
        private = known(told_of_each(fields.of("whocanview"), _private))
        seen = records[~private[records]]
        titles = _titles(fields.of("title"))
        dates, times = fields.of("date"), _times(fields)
        places = self._fresh("post", seen, [dates, titles, fields.of("link")], times)
        linking, addresses = links_of(taken(titles, places))
        return columns.Acts(
            # The address in an export is that of the file, and holds for a few days.
            [
                Rows(places, {"kind": "post"}),
                Rows(places[linking], {"kind": "link", "url": addresses}),
            ],
            {**self._shared(times, block), "text": filled(titles)},
            {
                NOT_A_RECORD: len(fields) - len(records),
                OWN_EYES: len(records) - len(seen),
                TWICE: len(seen) - len(places),
            },
        )

    def _of_videos(self, kind: str, block: Block) -> columns.Acts:
        fields: Fields = block.records
        records, links = fields.having("link"), filled(trimmed(fields.of("link")))
        times = _times(fields)
        places = self._fresh(kind, records, [links, fields.of("date")], times)
        addresses = taken(links, places)
        authors = told_at(
            pa.nulls(len(addresses), TEXT), addresses, holding(addresses, b"/@"), self._author
        )
        rows = {
            "kind": kind,
            "account_id": authors,
            "unknown_reason": unknown_reasons(authors),
            "post_id": part_of_each(addresses, _VIDEO),
            "post_url": addresses,
        }
        return columns.Acts(
            [Rows(places, rows)],
            self._shared(times, block),
            {NOT_A_RECORD: len(fields) - len(records), TWICE: len(records) - len(places)},
        )

    def _fresh(
        self, kind: str, places: Places, keys: Sequence[pa.Array], times: pa.Array | None = None
    ) -> Places:
        """Give the places at which an act stands that did not come before.

        Of one whose first key is null nobody can say whether it did.
        """
        fresh = ~known(keys[0])[places]
        told = places[~fresh]
        of_times = None if times is None else taken(times, told)
        fresh[~fresh] = self._seen[kind].of([taken(key, told) for key in keys], of_times)
        kept: Places = places[fresh]
        return kept

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

    def _shared(self, times: pa.Array, block: Block) -> dict[str, Values]:
        return {
            "platform": "tiktok",
            "agency_account": self.agency_account,
            "happened_at": times,
            "evidence": block.evidence,
        }


def _titles(written: pa.Array) -> pa.Array:
    """Give titles as they are, but empty ones for words such as ``N/A``."""
    titles = trimmed(written)
    short = pc.less_equal(pc.utf8_length(titles), _LONGEST_NOTHING)
    told = told_of_each(titles.filter(short), lambda one: "" if one.casefold() in _NOTHING else one)
    return pc.replace_with_mask(titles, short, told)


def _times(fields: Fields) -> pa.Array:
    return iso_times(fields.of("date"), _EARLIEST, one=_time)


def _private(seen_by: str) -> str | None:
    return OWN_EYES if seen_by.strip().casefold() in _ALONE else None


def _time(date: str) -> datetime | None:
    return iso_time(date.strip().removesuffix(" UTC"))
