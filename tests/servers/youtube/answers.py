"""The resources of YouTube as its answers write them, by the parts asked for."""

from collections.abc import Sequence
from typing import Any

from tests.servers.youtube.known import Channel, Known, Liked, Subscription, Video

Resource = dict[str, Any]


def listed(kind: str, items: Sequence[Resource], total: int, following: str, size: int) -> Resource:
    """Write a page of a list; one that can be missing is left out, as YouTube does."""
    answer: Resource = {
        "kind": f"youtube#{kind}ListResponse",
        "etag": "etag-of-the-page",
        "pageInfo": {"totalResults": total, "resultsPerPage": size},
        "items": list(items),
    }
    return answer | ({"nextPageToken": following} if following else {})


def channel(known: Known, one: Channel) -> Resource:
    """Write a channel with all its parts; it counts the videos that all can see."""
    handle = one.handle or one.title.casefold().replace(" ", "")
    statistics: Resource = {"hiddenSubscriberCount": one.subscribers is None}
    shown = [video for video in known.videos if (video.channel, video.state) == (one.id, "public")]
    statistics["videoCount"] = str(len(shown))
    if one.subscribers is not None:
        statistics["subscriberCount"] = str(one.subscribers)
    return {
        "kind": "youtube#channel",
        "etag": "etag",
        "id": one.id,
        "snippet": {
            "title": one.title,
            "description": f"About {one.title}",
            "customUrl": f"@{handle}",
            "publishedAt": "2015-01-02T03:04:05.678Z",
        },
        "statistics": statistics,
        "contentDetails": {"relatedPlaylists": {"likes": "LL", "uploads": f"UU{one.id[2:]}"}},
    }


def subscription(known: Known, one: Subscription) -> Resource:
    """Write a subscription: the channel followed is in resourceId, the follower in channelId."""
    return {
        "kind": "youtube#subscription",
        "etag": "etag",
        "id": f"sub-{one.channel}",
        "snippet": {
            "publishedAt": one.since,
            "title": known.title(one.channel),
            "description": "",
            "resourceId": {"kind": "youtube#channel", "channelId": one.channel},
            "channelId": known.owner.id,
        },
        "contentDetails": {"totalItemCount": 7, "newItemCount": 0, "activityType": "all"},
    }


def entry(known: Known, playlist: str, one: Liked, place: int) -> Resource:
    """Write an entry of a playlist; a video that cannot be seen has no owner here."""
    video = known.video(one.video)
    state = "deleted" if video is None else video.state
    snippet: Resource = {
        "publishedAt": one.at,
        "channelId": known.owner.id,
        "channelTitle": known.owner.title,
        "playlistId": playlist,
        "position": place,
        "resourceId": {"kind": "youtube#video", "videoId": one.video},
        "title": {"deleted": "Deleted video", "private": "Private video"}.get(state, ""),
        "description": {"deleted": "This video is unavailable."}.get(state, ""),
    }
    details = {"videoId": one.video}
    answer: Resource = {"kind": "youtube#playlistItem", "etag": "etag", "id": f"item-{place}"}
    if video is not None and (state in {"public", "unlisted"} or video.channel == known.owner.id):
        snippet |= {
            "title": video.title,
            "description": video.description,
            "videoOwnerChannelId": video.channel,
            "videoOwnerChannelTitle": known.title(video.channel),
        }
        details["videoPublishedAt"] = video.published
    if state != "deleted":
        answer["status"] = {"privacyStatus": state}
    return answer | {"snippet": snippet, "contentDetails": details}


def video(known: Known, one: Video) -> Resource:
    """Write a video with the parts that we ask for."""
    return {
        "kind": "youtube#video",
        "etag": "etag",
        "id": one.id,
        "snippet": {
            "publishedAt": one.published,
            "channelId": one.channel,
            "title": one.title,
            "description": one.description,
            "channelTitle": known.title(one.channel),
        },
        "status": {"uploadStatus": "processed", "privacyStatus": one.state},
    }


def with_parts(resource: Resource, parts: frozenset[str]) -> Resource:
    """Leave out the parts that were not asked for."""
    kept = {"kind", "etag", "id"} | parts
    return {name: value for name, value in resource.items() if name in kept}
