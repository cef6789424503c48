"""The videos that an account liked, in the forms of the years.

``likes.json`` to about 2020, a CSV with a block of two lines above it in 2021 and 2022, and since
then a number alone; My Activity holds some of them, and it alone names the channel of a video.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from connectors.archive import Archive, Member
from connectors.collected import OwnAccount
from connectors.columns import Rows, first_of_each
from connectors.errors import SourceError
from connectors.exports.youtube_table import rows
from connectors.exports.youtube_values import (
    CHANNEL,
    channel_in,
    inside,
    moment,
    text_of,
    video_in,
    video_of,
    watch,
)
from connectors.post_columns import PostColumns
from connectors.profile_form import Profile, profile_of
from connectors.profiles import parse_profile
from connectors.records import Outcome, Row
from connectors.times import iso_times

NOT_A_LIKE = "without the id of a video"
_CHANNELS = "https://www.youtube.com/channel/"
_TWICE = "the same like twice"
# A block of two lines and a header stand above the list of 2021.
_LINES_ABOVE = 3


class Liked(NamedTuple):
    """An entry of My Activity with its place in its block; ``title`` is without the verb."""

    place: int
    record: Mapping[str, Any]
    title: str


class Likes:
    """Reads likes, each video once; ``profiles`` and ``names`` hold the channels they name."""

    def __init__(self, account: OwnAccount, agency_account: str) -> None:
        self._base = {
            "platform": account.platform,
            "agency_account": agency_account,
            "kind": "like",
        }
        self._seen: set[object] = set()
        self.profiles: dict[str, Profile] = {}
        self.names: dict[str, str] = {}

    def row(self, record: object, evidence: str) -> Outcome:
        """Read a row: the id of a video and when it was liked."""
        cells = [*record, ""] if isinstance(record, list) else [""]
        video = video_of(cells[0])
        return self._like(video, evidence, happened_at=moment(cells[1])) if video else NOT_A_LIKE

    def item(self, record: object, evidence: str) -> Outcome:
        """Read an entry of a playlist of the form that YouTube's API gives.

        Its ``channelId`` is that of the playlist's owner, not of the video's.
        """
        snippet, details = inside(record, "snippet"), inside(record, "contentDetails")
        ids = (details.get("videoId"), inside(snippet, "resourceId").get("videoId"))
        video = next(filter(None, map(video_of, ids)), None)
        if video is None:
            return NOT_A_LIKE
        title, time = snippet.get("title"), moment(snippet.get("publishedAt"))
        return self._like(video, evidence, text=text_of(title), happened_at=time)

    def entries(self, liked: Sequence[Liked], reported: Counter[str]) -> Rows:
        """Read entries of My Activity that say what was liked."""
        addresses = [text_of(one.record.get("titleUrl")) for one in liked]
        videos = [video_in(address) for address in addresses]
        # Nothing but the time is left of a video that has been removed.
        keys = [
            video or address or ("removed", str(one.record.get("time")))
            for one, address, video in zip(liked, addresses, videos, strict=True)
        ]
        authors = [
            self._author(one.record) if address else None
            for one, address in zip(liked, addresses, strict=True)
        ]
        first = first_of_each(keys, self._seen)
        reported[_TWICE] += len(keys) - sum(first)
        columns = {
            "account_id": authors,
            "unknown_reason": [
                None if author else "not_in_export" if address else "deleted"
                for author, address in zip(authors, addresses, strict=True)
            ],
            "post_id": videos,
            "post_url": [
                watch(video) if video else address
                for video, address in zip(videos, addresses, strict=True)
            ],
            "text": [
                one.title or None if address else None
                for one, address in zip(liked, addresses, strict=True)
            ],
            "happened_at": iso_times([one.record.get("time") for one in liked], one=moment),
        }
        entries = PostColumns([one.place for one in liked], columns)
        return entries.rows([n for n, is_first in enumerate(first) if is_first], self._base)

    def _like(self, video: str, evidence: str, **values: object) -> Outcome:
        post = {"post_id": video, "post_url": watch(video)}
        return self._once(video, evidence, "not_in_export", {**post, **values})

    def _once(self, key: object, evidence: str, unknown: str, values: Row) -> Outcome:
        if key in self._seen:
            return _TWICE
        self._seen.add(key)
        reason = {} if values.get("account_id") else {"unknown_reason": unknown}
        return [{**self._base, "evidence": evidence, **reason, **values}]

    def _author(self, record: Mapping[str, Any]) -> str | None:
        subtitles = record.get("subtitles")
        for subtitle in subtitles if isinstance(subtitles, list) else [subtitles]:
            named = subtitle if isinstance(subtitle, dict) else {}
            address, name = text_of(named.get("url")), text_of(named.get("name"))
            known = self.profiles.get(channel_in(address) or "")
            profile = known or (_profile_at(address) if address else None)
            if profile is not None and profile.platform == "youtube":
                self.profiles.setdefault(profile.account_id, profile)
                if name:
                    self.names.setdefault(profile.account_id, name)
                return profile.account_id
        return None


def _profile_at(address: str) -> Profile | None:
    # Nearly all addresses are of this form; splitting any address takes ten times as long.
    channel = address[len(_CHANNELS) :] if address.startswith(_CHANNELS) else ""
    if CHANNEL.fullmatch(channel):
        return profile_of("youtube", channel)
    return parse_profile(address, "youtube")


def liked_rows(archive: Archive, member: Member) -> Iterator[list[str]]:
    """Give the rows of a list of liked videos, without the block and the header above it."""
    listed = False
    for number, row in enumerate(rows(archive, member)):
        listed = listed or number >= _LINES_ABOVE or video_of(row[0]) is not None
        if listed:
            yield row


def count_in(archive: Archive, member: Member) -> int | None:
    """Read the number that stands in place of a list; None where it cannot be read."""
    try:
        found = list(rows(archive, member))
    except SourceError:
        return None
    number = found[1][0].strip() if len(found) > 1 else ""
    return int(number) if number.isascii() and number.isdigit() else None
