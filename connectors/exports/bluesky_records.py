"""The records of a Bluesky repository as rows.

Lexicons app.bsky.graph.follow, app.bsky.feed.like, .repost and .post. ``createdAt`` is set by the
app and may be wrong; a record's key (TID) holds a second time: base32-sortable, microseconds << 10.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from connectors.collected import OwnAccount
from connectors.exports.bluesky_mst import Record
from connectors.profile_form import Profile
from connectors.profiles import parse_profile
from connectors.records import Outcome, Row
from connectors.times import iso_time

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
_TID = "234567abcdefghijklmnopqrstuvwxyz"
_TID_LENGTH = 13
_LINK = "app.bsky.richtext.facet#link"


class Records:
    """Reads records one by one; ``redated`` counts by kind the times taken from keys."""

    def __init__(self, account: OwnAccount, did: str, source: str) -> None:
        self._base = {"platform": account.platform, "agency_account": did}
        self._did, self._source = did, source
        self._latest = account.read_at + timedelta(days=1)
        self.profiles: dict[str, Profile] = {}
        self.redated: Counter[str] = Counter()
        self.missing: Counter[str] = Counter()
        self._followed: set[str] = set()

    def read(self, record: Record, _: int) -> Outcome:
        """Read one record by its collection."""
        kinds = KINDS_OF.get(record.collection)
        if kinds is None:
            return f"of the collection {record.collection[:100]}, which is not read"
        if record.value is None:
            self.missing.update(kinds)
            return MISSING
        if not isinstance(record.value, dict):
            return NOT_A_RECORD
        if record.collection == POST:
            return self._post(record)
        if record.collection == FOLLOW:
            return self._follow(record)
        return self._target_of(record, kinds[0])

    def _follow(self, record: Record) -> Outcome:
        did = record.value.get("subject")
        if not isinstance(did, str) or not self._known(did):
            return NOT_A_RECORD
        if did in self._followed:
            return "a second follow of the same account"
        self._followed.add(did)
        return [self._row("follow", record, account_id=did)]

    def _target_of(self, record: Record, kind: str) -> Outcome:
        subject = record.value.get("subject")
        target = self._target(subject.get("uri") if isinstance(subject, dict) else None)
        return [{**self._row(kind, record), **target}] if target else NOT_A_RECORD

    def _post(self, record: Record) -> Outcome:
        post = record.value
        text = post.get("text")
        uri = f"at://{self._did}/{record.key}"
        ours = self._row(
            "post",
            record,
            post_id=uri,
            post_url=_address(uri),
            text=text if isinstance(text, str) else None,
        )
        rows = [{**ours, "kind": "link", "url": url} for url in dict.fromkeys(_links(post))]
        quoted = self._target(_quoted(_part(post, "embed")))
        if quoted:
            rows.append({**ours, "kind": "quote", **quoted})
        if self._goes_on_a_thread(post):
            rows = [ours, *rows]
        return rows or "a reply without a link or quote"

    def _goes_on_a_thread(self, post: Mapping[str, Any]) -> bool:
        """Tell a post that replies to nobody, or to ourselves in a thread that we began."""
        reply = _part(post, "reply")
        uris = [_part(reply, name).get("uri") for name in ("root", "parent")]
        return not post.get("reply") or all(
            isinstance(uri, str) and uri.startswith(f"at://{self._did}/") for uri in uris
        )

    def _target(self, uri: object) -> Row | None:
        did = uri.removeprefix("at://").split("/")[0] if isinstance(uri, str) else ""
        if not isinstance(uri, str) or not uri.startswith("at://") or not self._known(did):
            return None
        return {"account_id": did, "post_id": uri, "post_url": _address(uri)}

    def _known(self, did: str) -> bool:
        if did in self.profiles:
            return True
        profile = parse_profile(did, "bluesky") if did.startswith("did:") else None
        if profile is None or profile.account_id != did:
            return False
        self.profiles[did] = profile
        return True

    def _row(self, kind: str, record: Record, **values: object) -> Row:
        return {
            **self._base,
            "kind": kind,
            "evidence": f"{self._source}, record {record.key}",
            "happened_at": self._time(record),
            **values,
        }

    def _time(self, record: Record) -> datetime | None:
        stated, keyed = iso_time(record.value.get("createdAt")), tid_time(record.rkey)
        if stated and _BEGAN <= stated <= self._latest:
            return stated
        self.redated[KINDS_OF[record.collection][-1]] += 1
        return keyed if keyed and _BEGAN <= keyed <= self._latest else None


def tid_time(rkey: str) -> datetime | None:
    """Read the time in a record's key, in UTC; None where the key is no TID."""
    if len(rkey) != _TID_LENGTH or any(letter not in _TID for letter in rkey):
        return None
    value = 0
    for letter in rkey:
        value = value * 32 + _TID.index(letter)
    try:
        return _EPOCH + timedelta(microseconds=value >> 10)
    except OverflowError:
        return None


def _address(uri: str) -> str | None:
    did, _, rest = uri.removeprefix("at://").partition("/")
    collection, _, rkey = rest.partition("/")
    return f"https://bsky.app/profile/{did}/post/{rkey}" if collection == POST and rkey else None


def _links(post: Mapping[str, Any]) -> Iterator[str]:
    for facet in _list(post.get("facets")):
        for feature in _list(facet.get("features")):
            if feature.get("$type") == _LINK:
                yield from _web(feature.get("uri"))
    embed = _part(post, "embed")
    for holder in (embed, _part(embed, "media")):
        yield from _web(_part(holder, "external").get("uri"))


def _quoted(embed: Mapping[str, Any]) -> object:
    # A quote beside pictures or a card lies one level deeper.
    record = _part(embed, "record")
    return record.get("uri") or _part(record, "record").get("uri")


def _part(holder: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = holder.get(name)
    return part if isinstance(part, dict) else {}


def _list(value: object) -> list[Mapping[str, Any]]:
    listed = value if isinstance(value, list) else []
    return [item for item in listed if isinstance(item, dict)]


def _web(uri: object) -> Iterator[str]:
    if isinstance(uri, str) and uri.casefold().startswith(("http://", "https://")):
        yield uri
