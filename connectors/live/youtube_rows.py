"""The acts of a channel as the YouTube Data API writes them, record by record."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from connectors.collected import OwnAccount
from connectors.exports.youtube_values import channel_in, inside, moment, text_of, video_of, watch
from connectors.profile_form import Profile, profile_of
from connectors.records import Outcome, Row
from connectors.text_links import links_in

NO_VIDEO = "without the id of a video"
HIDDEN = "not public: private or unlisted"
# What stands for the title of a video that cannot be seen.
_UNSEEN = {"Deleted video": "deleted", "Private video": "protected"}


@dataclass
class Likes:
    """Reads the list of liked videos; ``profiles`` and ``names`` hold the channels of videos.

    A video's channel is its owner: ``channelId`` is that of the list.
    """

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def like(self, record: Any, evidence: str) -> Outcome:
        """Read one entry; its time is when the video was put into the list."""
        snippet = inside(record, "snippet")
        video = video_in_entry(record)
        if video is None:
            return NO_VIDEO
        title = text_of(snippet.get("title")) or ""
        row: Row = {
            "platform": self.account.platform,
            "agency_account": self.agency_account,
            "kind": "like",
            "post_id": video,
            "post_url": watch(video),
            "text": None if title in _UNSEEN else title or None,
            "happened_at": moment(snippet.get("publishedAt")),
            "evidence": evidence,
        }
        owner = profile_of("youtube", channel_in(snippet.get("videoOwnerChannelId")) or "")
        if owner is None:
            return [{**row, "unknown_reason": _why(record, title)}]
        self.profiles.setdefault(owner.account_id, owner)
        name = text_of(snippet.get("videoOwnerChannelTitle"))
        if name:
            self.names.setdefault(owner.account_id, name)
        return [{**row, "account_id": owner.account_id}]


@dataclass(frozen=True)
class Uploads:
    """Reads the channel's own videos: a post each, and a link for each address in it."""

    account: OwnAccount
    agency_account: str

    def upload(self, record: Any, evidence: str) -> Outcome:
        """Read one entry of the list of uploads."""
        video = video_in_entry(record)
        if video is None:
            return NO_VIDEO
        if inside(record, "status").get("privacyStatus") in ("private", "unlisted"):
            return HIDDEN
        snippet = inside(record, "snippet")
        published = inside(record, "contentDetails").get("videoPublishedAt")
        written = (text_of(snippet.get(one)) for one in ("title", "description"))
        text = "\n".join(filter(None, written))
        row: Row = {
            "platform": self.account.platform,
            "agency_account": self.agency_account,
            "post_id": video,
            "post_url": watch(video),
            "text": text or None,
            "happened_at": moment(published) or moment(snippet.get("publishedAt")),
            "evidence": evidence,
        }
        return [{**row, "kind": "post"}, *_links(row, text)]


def video_in_entry(record: Any) -> str | None:
    """Give the id of the video that an entry of a list is about."""
    details = inside(record, "contentDetails").get("videoId")
    resource = inside(inside(record, "snippet"), "resourceId").get("videoId")
    return video_of(details) or video_of(resource)


def followed_channel(record: Any) -> str | None:
    """Give the channel that a subscription leads to; ``channelId`` is the subscriber's own."""
    return channel_in(inside(inside(record, "snippet"), "resourceId").get("channelId"))


def _links(row: Row, text: str) -> Iterator[Row]:
    return ({**row, "kind": "link", "url": link} for link in links_in(text))


def _why(record: Any, title: str) -> str:
    if inside(record, "status").get("privacyStatus") == "private":
        return "protected"
    return _UNSEEN.get(title, "withheld")
