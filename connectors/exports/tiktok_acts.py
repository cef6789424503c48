"""The acts in a TikTok export, from its JSON and from its text files alike.

Follows are usernames with a time. Of a video that was liked or reposted there is the address,
which hardly ever shows whose it is. Times have no zone and are UTC: the number of a video holds
its time (``number >> 32``, seconds since 1970), and in 13,145 real records none was earlier.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from connectors.collected import OwnAccount
from connectors.exports.reading import NOT_A_RECORD
from connectors.profile_form import Profile, profile_of
from connectors.profiles import clean, parse_profile
from connectors.records import Outcome, Row
from connectors.text_links import links_in
from connectors.times import iso_time

TWICE = "the same act twice"
OWN_EYES = "a video that its owner alone can see"
_VIDEO = re.compile(r"/(?:video|photo|v)/(\d{5,25})", re.ASCII)
_NOTHING = frozenset({"", "n/a", "n.v.t.", "none", "null"})
_ALONE = frozenset({"only you", "only me"})
_SPACE = re.compile(r"[\W_]")
# Its forerunner opened in 2014: an earlier time is a mistake.
_EARLIEST = datetime(2014, 1, 1, tzinfo=UTC)

Fields = Mapping[str, str]


@dataclass
class Acts:
    """Reads the records of one own account; each act counts once, in however many exports."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    _seen: set[tuple[str, ...]] = field(default_factory=set)

    def follow(self, record: object, evidence: str) -> Outcome:
        """Read one followed account."""
        fields = _fields(record)
        if "username" not in fields:
            return NOT_A_RECORD
        name = clean(fields["username"]).removeprefix("@")
        profile = profile_of("tiktok", f"@{name}") if name.casefold() not in _NOTHING else None
        row = {**self._base(fields, evidence), "kind": "follow"}
        if profile is None:
            return [{**row, "unknown_reason": "not_in_export", "text": name or None}]
        if self._again("follow", profile.account_id):
            return TWICE
        return [{**row, **self._whose(profile)}]

    def like(self, record: object, evidence: str) -> Outcome:
        """Read one liked video."""
        return self._of_a_video("like", record, evidence)

    def repost(self, record: object, evidence: str) -> Outcome:
        """Read one reposted video."""
        return self._of_a_video("repost", record, evidence)

    def post(self, record: object, evidence: str) -> Outcome:
        """Read one video of the account's own; its title may hold addresses."""
        fields = _fields(record)
        if not {"date", "link", "title"} & set(fields):
            return NOT_A_RECORD
        title = fields.get("title", "").strip()
        title = "" if title.casefold() in _NOTHING else title
        if fields.get("whocanview", "").strip().casefold() in _ALONE:
            return OWN_EYES
        if self._again("post", fields.get("date", ""), title, fields.get("link", "")):
            return TWICE
        # The address in an export is that of the file, and holds for a few days.
        row = {**self._base(fields, evidence), "text": title or None}
        links = [{**row, "kind": "link", "url": link} for link in links_in(title)]
        return [{**row, "kind": "post"}, *links]

    def _of_a_video(self, kind: str, record: object, evidence: str) -> Outcome:
        fields = _fields(record)
        if "link" not in fields:
            return NOT_A_RECORD
        link = fields["link"].strip()
        if self._again(kind, link or evidence, fields.get("date", "")):
            return TWICE
        number = _VIDEO.search(link)
        row = {
            **self._base(fields, evidence),
            "kind": kind,
            "post_id": number[1] if number else None,
            "post_url": link or None,
        }
        author = parse_profile(link, "tiktok") if "/@" in link else None
        if author is None or author.platform != "tiktok":
            return [{**row, "unknown_reason": "not_in_export"}]
        return [{**row, **self._whose(author)}]

    def _whose(self, profile: Profile) -> Row:
        self.profiles.setdefault(profile.account_id, profile)
        return {"account_id": profile.account_id}

    def _base(self, fields: Fields, evidence: str) -> Row:
        return {
            "platform": "tiktok",
            "agency_account": self.agency_account,
            "happened_at": _utc(fields.get("date", "")),
            "evidence": evidence,
        }

    def _again(self, *act: str) -> bool:
        seen = act in self._seen
        self._seen.add(act)
        return seen


def _fields(record: object) -> Fields:
    """Give the texts of a record by their keys, which TikTok writes ``Date`` here, ``date`` there.

    A key without a text is as if it held an empty one.
    """
    if not isinstance(record, Mapping):
        return {}
    return {
        _folded(key): value if isinstance(value, str) else ""
        for key, value in record.items()
        if isinstance(key, str) and (value is None or isinstance(value, str))
    }


def _folded(key: str) -> str:
    return key.lower() if key.isalpha() else _SPACE.sub("", key).lower()


def _utc(text: str) -> datetime | None:
    time = iso_time(text.strip().removesuffix(" UTC"))
    return time if time and time >= _EARLIEST else None
