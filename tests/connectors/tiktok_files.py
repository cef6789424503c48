"""Writes TikTok's exports: JSON in each of its three layouts, and text, with invented names."""

import json
from typing import Any

JSON = "user_data_tiktok.json"
VIDEO = "https://www.tiktokv.com/share/video/7572529032284263645/"
OTHER = "https://www.tiktokv.com/share/video/7573091774564591416/"
AUTHORED = "https://www.tiktok.com/@rimu.tauira/video/7573091774564591417"
FOLLOWING = [
    {"Date": "2025-11-14 19:13:26", "UserName": "kauri_tauira"},
    {"Date": "2025-10-15 07:30:22", "UserName": "rimu.tauira"},
]
LIKES = [
    {"date": "2025-11-17 07:35:01", "link": VIDEO},
    {"date": "2025-11-18 21:41:23 UTC", "link": OTHER},
]
REPOSTS = [{"Date": "2025-11-19 10:11:12", "Link": AUTHORED}]
OWNER = {"ProfileMap": {"userName": "example_agency", "telephoneNumber": "+64 21 000 000"}}
WATCHED = {"VideoList": [{"Date": "2025-11-27 12:47:43", "Link": VIDEO}]}
SENT = {"ShareHistoryList": [{"Date": "2025-06-01 12:27:53", "Link": VIDEO, "Method": "chat"}]}


def video(title: str = "N/A", seen_by: str = "Everyone") -> dict[str, str]:
    return {
        "Date": "2025-01-26 15:50:46",
        "Link": "https://p16-sign.tiktokcdn.example/obj/a.jpeg",
        "WhoCanView": seen_by,
        "Title": title,
        "AddYoursText": "N/A",
    }


VIDEOS = [video("He pānui: https://example.govt.nz/a"), video(seen_by="Only You")]


def layout_2024(following: Any, likes: Any, videos: Any) -> dict[str, Any]:
    return {
        "Activity": {
            "Following List": {"App": 1, "Following": following},
            "Follower List": {"FansList": FOLLOWING},
            "Like List": {"ItemFavoriteList": likes},
            "Video Browsing History": WATCHED,
        },
        "Profile": {"Profile Information": OWNER},
        "Video": {"Videos": {"VideoList": videos}},
    }


def layout_2025(following: Any, likes: Any, videos: Any, reposts: Any = REPOSTS) -> dict[str, Any]:
    return {
        "Your Activity": {
            "Following": {"App": 1, "IsFastLane": False, "Following": following},
            "Like List": {"App": 1, "ItemFavoriteList": likes},
            "Reposts": {"RepostList": reposts},
            "Share History": SENT,
            "Watch History": WATCHED,
        },
        "Profile": {"Profile Info": OWNER},
        "Post": {"Posts": {"VideoList": videos}, "Recently Deleted Posts": {"PostList": VIDEOS}},
    }


def layout_2026(following: Any, likes: Any, videos: Any, reposts: Any = REPOSTS) -> dict[str, Any]:
    return {
        "Likes and Favorites": {
            "Favorite Videos": {"FavoriteVideoList": LIKES},
            "Like List": {"ItemFavoriteList": likes},
        },
        "Profile And Settings": {
            "Follower": {"FansList": None},
            "Following": {"Following": following},
            "Profile Info": OWNER,
        },
        "Your Activity": {"Reposts": {"RepostList": reposts}, "Share History": SENT},
        "Post": {"Posts": {"VideoList": videos}},
    }


def written(content: Any) -> bytes:
    return json.dumps(content, indent=2, ensure_ascii=False).encode("utf-8", "surrogatepass")


def text(*records: dict[str, str]) -> bytes:
    lines = ["".join(f"{key}: {value}\n" for key, value in record.items()) for record in records]
    return "\n".join([*lines, ""]).encode()
