"""Builds the files of an X archive in the shapes that X writes, of fictional accounts."""

import json
from typing import Any

OWN_ID = "900000000000000001"
OWN_HANDLE = "Example_Agency"
KAURI = ("1500000000000000011", "kauri_party", "Kauri Party")
KEA = ("222", "kea_news", "Kea News Tēnā")
MADE_AT = "2026-09-30T20:15:31.187Z"


def script(name: str, content: Any) -> bytes:
    return f"window.YTD.{name} = {json.dumps(content, indent=2, ensure_ascii=False)}".encode()


def following(*ids: str) -> bytes:
    link = "https://twitter.com/intent/user?user_id="
    return script(
        "following.part0",
        [{"following": {"accountId": one, "userLink": link + one}} for one in ids],
    )


def like(post_id: str, text: str | None = None) -> dict[str, Any]:
    content = {"tweetId": post_id, "expandedUrl": f"https://twitter.com/i/web/status/{post_id}"}
    return {"like": content if text is None else {**content, "fullText": text}}


def mention(person: tuple[str, str, str], start: int) -> dict[str, Any]:
    number, handle, name = person
    return {
        "name": name,
        "screen_name": handle,
        "indices": [str(start), str(start + len(handle) + 1)],
        "id_str": number,
        "id": number,
    }


def post(
    post_id: str,
    text: str,
    urls: tuple[str, ...] = (),
    mentions: tuple[dict[str, Any], ...] = (),
    created_at: str = "Tue Oct 07 07:00:29 +0000 2025",
    **more: Any,
) -> dict[str, Any]:
    entities = {
        "user_mentions": list(mentions),
        "urls": [
            {"url": f"https://t.co/{n}", "expanded_url": url, "indices": ["0", "23"]}
            for n, url in enumerate(urls)
        ],
    }
    inner = {"id_str": post_id, "id": post_id, "created_at": created_at, "full_text": text}
    return {"tweet": {**inner, "entities": entities, "favorited": False, **more}}


def manifest(counts: dict[str, int], **info: Any) -> bytes:
    user = {"accountId": OWN_ID, "userName": OWN_HANDLE, "displayName": "Example Agency"}
    types: dict[str, Any] = {"tweetsMedia": {"mediaDirectory": "data/tweets_media"}}
    for name, count in counts.items():
        key = name.removesuffix(".js").partition("-part")[0]
        file = {"fileName": f"data/{name}", "globalName": "YTD", "count": str(count)}
        types.setdefault(key, {"files": []})["files"].append(file)
    about = {"generationDate": MADE_AT, "isPartialArchive": False, **info}
    content = {"userInfo": user, "archiveInfo": about, "dataTypes": types}
    return f"window.__THAR_CONFIG = {json.dumps(content)}".encode()


POSTS = [
    post("11", "RT @kauri_party: Vote for trees…", mentions=(mention(KAURI, 3),)),
    post(
        "12",
        "RT @kea_news: Read this https://t.co/0",
        urls=("https://kea.example/story?a=1&b=2",),
        mentions=(mention(KEA, 3),),
        created_at="Wed Jan 01 00:00:00 +0000 2025",
    ),
    post("13", "Worth a look &gt; https://t.co/0", urls=("https://x.com/Kauri_Party/status/77",)),
    post(
        "14", "See https://t.co/0", urls=("https://bit.ly/x", "https://bit.ly/x", "https://b.nz/")
    ),
    post(
        "15", "@kea_news Thank you", in_reply_to_status_id_str="99", in_reply_to_user_id_str="222"
    ),
    post(
        "16",
        "@kea_news See https://t.co/0",
        urls=("https://agency.example/",),
        in_reply_to_screen_name="kea_news",
    ),
]


def good_files() -> dict[str, bytes]:
    return {
        "Your archive.html": b"<html></html>",
        "data/README.txt": b"read me",
        "data/manifest.js": manifest(
            {"following.js": 2, "like.js": 1, "like-part1.js": 1, "tweets.js": 4}
            | {"tweets-part1.js": 2, "account.js": 1}
        ),
        "data/following.js": following(KAURI[0], "333"),
        "data/like.js": script("like.part0", [like("2001", "Fish &amp; chips")]),
        "data/like-part1.js": script("like.part1", [like("2002")]),
        "data/tweets.js": script("tweets.part0", POSTS[:4]),
        "data/tweets-part1.js": script("tweets.part1", POSTS[4:]),
        "data/tweets_media/11-picture.jpg": b"\xff\xd8\xff",
    }


def empty_files() -> dict[str, bytes]:
    empty = dict.fromkeys(("following", "like", "tweets"), b"window.YTD.x.part0 = [ ]")
    return {
        "data/manifest.js": manifest(dict.fromkeys((f"{name}.js" for name in empty), 0)),
        **{f"data/{name}.js": content for name, content in empty.items()},
    }
