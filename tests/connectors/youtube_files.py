"""Builds the files of a Takeout of YouTube, in the shapes and languages that Google writes."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from connectors.archive import open_archive
from connectors.collected import Collected, OwnAccount
from connectors.exports import registry
from tests.connectors.contract import READ_AT, write_folder

ROOT = "Takeout/YouTube and YouTube Music"
FOLLOWED = f"{ROOT}/subscriptions/subscriptions.csv"
LIKED = f"{ROOT}/playlists/Liked videos.csv"
ACTIVITY = "Takeout/My Activity/YouTube/MyActivity.json"
VIDEOS = f"{ROOT}/video metadata/videos.csv"
TEXTS = f"{ROOT}/video metadata/video texts.csv"
COMMENTS = f"{ROOT}/comments/comments.csv"
POSTS = f"{ROOT}/posts/posts.csv"
CHANNEL = f"{ROOT}/channels/channel.csv"
OWN, KAURI, RIMU = (f"UC{name:_<22}" for name in ("own", "kauri", "rimu"))
SUBSCRIPTIONS = ("Channel Id", "Channel Url", "Channel Title")
VIDEO_COLUMNS = (
    *("Video ID", "Approx Duration (ms)", "Video Audio Language", "Video Category"),
    *("Video Description (Original)", "Channel ID", "Video Title (Original)", "Privacy"),
    *("Video State", "Video Create Timestamp", "Video Publish Timestamp"),
)
COMMENT_COLUMNS = (
    *("Channel ID", "Comment Create Timestamp", "Price", "Comment ID", "Parent Comment ID"),
    *("Video ID", "Comment Text"),
)
MADE, PUBLISHED = "2026-05-01T01:02:03.456789+00:00", "2026-05-02T01:02:03+00:00"


def table(header: Sequence[str], *rows: Sequence[str]) -> bytes:
    """Write a CSV as Takeout does, with blank lines at its end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return f"{out.getvalue()}\n\n".encode()


def listed(*rows: Any) -> bytes:
    return json.dumps(list(rows), ensure_ascii=False).encode()


def channel(channel_id: str, title: str) -> list[str]:
    return [channel_id, f"http://www.youtube.com/channel/{channel_id}", title]


def subscriptions(*rows: Sequence[str], header: Sequence[str] = SUBSCRIPTIONS) -> bytes:
    return table(header, *rows)


def playlist_of_2021(*videos: str, playlist: str = "LL") -> bytes:
    header = "Playlist Id,Channel Id,Time Created,Time Updated,Title,Description,Visibility"
    block = f"{playlist}own,{OWN},2012-07-26 15:22:53 UTC,2021-10-08 12:05:39 UTC,Any name,,Private"
    rows = "".join(f"{video},2021-10-08 12:05:39 UTC\n" for video in videos)
    return f"{header}\n{block}\n\nVideo Id,Time Added\n{rows}\n".encode()


def entry(title: str, video: str = "", **values: Any) -> dict[str, Any]:
    address = {"titleUrl": f"https://www.youtube.com/watch?v={video}"} if video else {}
    return {
        "header": "YouTube",
        "title": title,
        **address,
        "time": "2026-05-01T01:02:03.456Z",
        "products": ["YouTube"],
        "activityControls": ["YouTube watch history"],
        **values,
    }


def by(channel_id: str, name: str) -> dict[str, Any]:
    url = f"https://www.youtube.com/channel/{channel_id}"
    return {"subtitles": [{"name": name, "url": url}]}


def video(
    video_id: str, title: str = "Pānui", text: str = "Kia ora", privacy: str = "Public"
) -> list[str]:
    return [
        *(video_id, "60000", "en", "Education", text, OWN, title, privacy),
        *("Processed", MADE, PUBLISHED),
    ]


def comment(number: int, cell: str, video_id: str = "vvvvvvvvvvv") -> list[str]:
    return [OWN, MADE, "0", f"UgxComment{number:06d}AaABAg", "", video_id, cell]


def segment(text: str, **values: Any) -> str:
    return json.dumps({"text": text, **values}, ensure_ascii=False)


def collect(path: Path, files: dict[str, bytes], handle: str = "example_agency") -> Collected:
    """Write the files into a folder and read it as the export of an account."""
    folder = write_folder(path / "export", files)
    account = OwnAccount("youtube", handle, "export", (folder,), (), READ_AT)
    return registry.read_export(account)


def covered(collected: Collected, kind: str) -> dict[str, Any]:
    rows = collected.coverage[collected.coverage["kind"] == kind].to_dict("records")
    return {str(name): value for name, value in rows[0].items()}


def reported(collected: Collected, name: str) -> dict[str, int]:
    """What became of the records of the file whose name ends so."""
    return dict(next(one.reported for one in collected.tallies if one.source.endswith(name)))


def recognised(path: Path, files: dict[str, bytes]) -> bool:
    archive = open_archive([write_folder(path / "look", files)])
    return any(one.platform == "youtube" and one.recognise(archive) for one in registry.FORMATS)
