"""The records of a Bluesky repository as rows.

Lexicons app.bsky.graph.follow, app.bsky.feed.like, .repost and .post. ``createdAt`` is set by the
app and may be wrong; a record's key (TID) holds a second time: base32-sortable, microseconds << 10.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from connectors.collected import OwnAccount
from connectors.columns import Acts, Block, Rows, Values, first_of_each
from connectors.exports.bluesky_mst import Record
from connectors.exports.bluesky_posts import goes_on_a_thread, links_in, quoted_by
from connectors.profile_form import Profile
from connectors.profiles import parse_profile
from connectors.times import between, iso_times

FOLLOW = "app.bsky.graph.follow"
POST = "app.bsky.feed.post"
KINDS_OF: Mapping[str, tuple[str, ...]] = {
    FOLLOW: ("follow",),
    "app.bsky.feed.like": ("like",),
    "app.bsky.feed.repost": ("repost",),
    POST: ("quote", "link", "post"),
}
MISSING = "its block is missing from the file"
NOT_A_RECORD = "not a record of the form that Bluesky writes"
_BEGAN = datetime(2022, 1, 1, tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TID = re.compile(r"[2-7a-z]{13}")
# Python's own digits of base 32 in place of Bluesky's.
_DIGITS = str.maketrans("234567abcdefghijklmnopqrstuvwxyz", "0123456789abcdefghijklmnopqrstuv")
# A record with its place in its block.
_Found = Sequence[tuple[int, Record]]


class Records:
    """Reads records; ``redated`` counts by kind the times taken from keys."""

    def __init__(self, account: OwnAccount, did: str, source: str) -> None:
        self._platform, self._did, self._source = account.platform, did, source
        self._latest = account.read_at + timedelta(days=1)
        self.profiles: dict[str, Profile] = {}
        self.redated: Counter[str] = Counter()
        self.missing: Counter[str] = Counter()
        self._followed: set[str] = set()

    def read(self, block: Block) -> Acts:
        """Read records, each by its collection."""
        reported: Counter[str] = Counter()
        rows: list[Rows] = []
        for collection, found in _by_collection(block.records).items():
            rows += self._of_collection(collection, found, reported)
        shared: dict[str, Values] = {
            "platform": self._platform,
            "agency_account": self._did,
            "evidence": [f"{self._source}, record {key}" for key, _ in block.records],
        }
        return Acts(rows, shared, reported)

    def _of_collection(
        self, collection: str, found: _Found, reported: Counter[str]
    ) -> Sequence[Rows]:
        kinds = KINDS_OF.get(collection)
        if kinds is None:
            reported[f"of the collection {collection[:100]}, which is not read"] += len(found)
            return []
        missing = sum(record.value is None for _, record in found)
        self.missing.update(dict.fromkeys(kinds, missing))
        given = [one for one in found if isinstance(one[1].value, dict)]
        reported[MISSING] += missing
        reported[NOT_A_RECORD] += len(found) - len(given) - missing
        if collection == POST:
            return self._posts(given, reported)
        if collection == FOLLOW:
            return [self._follows(given, reported)]
        return [self._targets(kinds[0], given, reported)]

    def _follows(self, found: _Found, reported: Counter[str]) -> Rows:
        known = [one for one in found if self._account(one[1].value.get("subject"))]
        first = first_of_each([record.value["subject"] for _, record in known], self._followed)
        kept = [one for one, is_first in zip(known, first, strict=True) if is_first]
        reported[NOT_A_RECORD] += len(found) - len(known)
        reported["a second follow of the same account"] += len(known) - len(kept)
        columns = {
            "kind": "follow",
            "account_id": [record.value["subject"] for _, record in kept],
            "happened_at": self._times("follow", kept),
        }
        return Rows([place for place, _ in kept], columns)

    def _targets(self, kind: str, found: _Found, reported: Counter[str]) -> Rows:
        known = [(one, target) for one in found if (target := self._target(_subject(one[1].value)))]
        reported[NOT_A_RECORD] += len(found) - len(known)
        kept = [one for one, _ in known]
        columns = {
            "kind": kind,
            "happened_at": self._times(kind, kept),
            **_columns_of([target for _, target in known]),
        }
        return Rows([place for place, _ in kept], columns)

    def _posts(self, found: _Found, reported: Counter[str]) -> Sequence[Rows]:
        posts = [record.value for _, record in found]
        uris = [f"at://{self._did}/{record.key}" for _, record in found]
        ours: dict[str, Values] = {
            "post_id": uris,
            "post_url": [_address(uri) for uri in uris],
            "text": [text if isinstance(text := post.get("text"), str) else None for post in posts],
            "happened_at": self._times("post", found),
        }
        own = [n for n, post in enumerate(posts) if goes_on_a_thread(post, self._did)]
        links = [(n, link) for n, post in enumerate(posts) for link in links_in(post)]
        quotes = [
            (n, target)
            for n, post in enumerate(posts)
            if "embed" in post and (target := self._target(quoted_by(post)))
        ]
        linking, quoting = [n for n, _ in links], [n for n, _ in quotes]
        silent = len(posts) - len({*own, *linking, *quoting})
        reported["a reply without a link or quote"] += silent
        link = {"kind": "link", "url": [link for _, link in links]}
        quote = {"kind": "quote", **_columns_of([target for _, target in quotes])}
        return [
            _rows(found, own, {**ours, "kind": "post"}, {}),
            _rows(found, linking, ours, link),
            _rows(found, quoting, ours, quote),
        ]

    def _target(self, uri: object) -> tuple[str, str] | None:
        """Give the account that a record is of, and the record's URI."""
        if not isinstance(uri, str) or not uri.startswith("at://"):
            return None
        did = self._account(uri[len("at://") :].partition("/")[0])
        return (did, uri) if did else None

    def _account(self, did: object) -> str | None:
        if not isinstance(did, str):
            return None
        if did in self.profiles:
            return did
        profile = parse_profile(did, "bluesky") if did.startswith("did:") else None
        if profile is None or profile.account_id != did:
            return None
        self.profiles[did] = profile
        return did

    def _times(self, kind: str, found: _Found) -> pa.Array:
        stated = [record.value.get("createdAt") for _, record in found]
        times = iso_times(stated, _BEGAN, self._latest)
        wrong = pc.is_null(times)
        keys = [found[n][1].key for n in pc.indices_nonzero(wrong).to_pylist()]
        self.redated[kind] += len(keys)
        keyed = [tid_time(key.partition("/")[2]) for key in keys]
        likely = between(pa.array(keyed, times.type), _BEGAN, self._latest)
        return pc.replace_with_mask(times, wrong, likely)


def tid_time(rkey: str) -> datetime | None:
    """Read the time in a record's key, in UTC; None where the key is no TID."""
    if not _TID.fullmatch(rkey):
        return None
    return _EPOCH + timedelta(microseconds=int(rkey.translate(_DIGITS), 32) >> 10)


def _by_collection(records: Sequence[Record]) -> Mapping[str, _Found]:
    found: dict[str, list[tuple[int, Record]]] = defaultdict(list)
    for place, record in enumerate(records):
        found[record.key.partition("/")[0]].append((place, record))
    return found


def _rows(
    found: _Found, which: Sequence[int], ours: Mapping[str, Values], own: Mapping[str, Values]
) -> Rows:
    """Give rows for the posts that have such acts: what all acts of a post share, and their own."""
    taken = {name: _taken(values, which) for name, values in ours.items() if name not in own}
    return Rows([found[n][0] for n in which], {**taken, **own})


def _taken(values: Values, which: Sequence[int]) -> Values:
    if isinstance(values, str):
        return values
    if isinstance(values, pa.Array):
        taken: Values = values.take(pa.array(which, pa.int64()))
        return taken
    return [values[n] for n in which]


def _columns_of(targets: Sequence[tuple[str, str]]) -> dict[str, Values]:
    return {
        "account_id": [did for did, _ in targets],
        "post_id": [uri for _, uri in targets],
        "post_url": [_address(uri) for _, uri in targets],
    }


def _subject(value: Mapping[str, object]) -> object:
    subject = value.get("subject")
    return subject.get("uri") if isinstance(subject, dict) else None


def redated(records: Records, kind: str) -> str:
    """Say how many dates of a kind were taken from keys; empty where none was."""
    number = records.redated[kind]
    if not number:
        return ""
    return (
        f"{number:,} dates that an app had set are missing or cannot be right; the time in the "
        "record's key is used in their place."
    )


def _address(uri: str) -> str | None:
    did, _, rest = uri.removeprefix("at://").partition("/")
    collection, _, rkey = rest.partition("/")
    return f"https://bsky.app/profile/{did}/post/{rkey}" if collection == POST and rkey else None
