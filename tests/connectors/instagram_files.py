"""Builds the files of an Instagram export and of Threads inside, in the shapes Meta writes."""

from typing import Any

from tests.connectors.meta_files import meta_json

AT = 1750000000
LISTS = "connections/followers_and_following"
ROOT = "your_instagram_activity"
FOLLOWING = f"{LISTS}/following.json"
UNFOLLOWED = f"{LISTS}/recently_unfollowed_profiles.json"
LIKED = f"{ROOT}/likes/liked_posts.json"
COMMENTS = f"{ROOT}/likes/liked_comments.json"
STORY_LIKES = f"{ROOT}/story_interactions/story_likes.json"
POSTS = f"{ROOT}/media/posts_1.json"
REELS = f"{ROOT}/media/reels.json"
STORIES = f"{ROOT}/media/stories.json"
REPOSTS = f"{ROOT}/media/reposts.json"
OWNER = "personal_information/personal_information/personal_information.json"
THREADS = f"{ROOT}/threads"
THREADS_FOLLOWING = f"{THREADS}/following.json"
THREADS_LIKED = f"{THREADS}/liked_threads.json"
THREADS_POSTS = f"{THREADS}/threads_and_replies.json"
THREADS_OWNER = f"{THREADS}/personal_information.json"
KAURI_POST = "https://www.instagram.com/p/DAbCdEfGhIj/"
THUMB = "👍"


def listed(title: str = "", at: Any = AT, **values: Any) -> dict[str, Any]:
    return {"title": title, "string_list_data": [{**values, "timestamp": at}]}


def old_follow(name: str, at: Any = AT) -> dict[str, Any]:
    address = f"https://www.instagram.com/{name}"
    return {"media_list_data": [], **listed("", at, href=address, value=name)}


def new_follow(name: str, at: Any = AT) -> dict[str, Any]:
    return listed(name, at, href=f"https://www.instagram.com/_u/{name}")


def old_like(author: str, address: str = KAURI_POST, at: Any = AT) -> dict[str, Any]:
    return listed(author, at, href=address, value=THUMB)


def owner_group(
    name: str, username: str, labels: tuple[str, str, str] = ("Owner", "Name", "Username")
) -> dict[str, Any]:
    lines = [
        {"label": "URL", "value": "https://kauri.example", "href": "https://kauri.example"},
        {"label": labels[1], "value": name},
        {"label": labels[2], "value": username},
    ]
    return {"dict": [{"dict": lines, "title": ""}], "title": labels[0]}


def hashtags(*names: str, label: str = "Name", title: str = "Hashtags") -> dict[str, Any]:
    inner = [{"dict": [{"label": label, "value": name}], "title": ""} for name in names]
    return {"dict": inner, "title": title}


def new_like(
    *groups: dict[str, Any], caption: str = "", address: str = KAURI_POST, at: Any = AT
) -> dict[str, Any]:
    return {
        "timestamp": at,
        "media": [],
        "label_values": post_lines(*groups, caption=caption, address=address),
        "fbid": "17",
    }


def post_lines(
    *groups: dict[str, Any], caption: str = "", address: str = KAURI_POST
) -> list[dict[str, Any]]:
    return [
        {"label": "URL", "value": address, "href": address},
        {"label": "Caption", "value": caption},
        {"label": "Title", "value": ""},
        *groups,
    ]


def repost(*groups: dict[str, Any], at: Any = AT, caption: str = "") -> dict[str, Any]:
    media = {
        "dict": [{"dict": post_lines(*groups, caption=caption), "title": ""}],
        "title": "Media",
    }
    expiry = {"label": "Expiry time", "timestamp_value": 4_900_000_000}
    return {"timestamp": at, "label_values": [{"label": "Text", "value": ""}, expiry, media]}


def post(text: str = "", at: Any = AT, uri: str = "media/posts/a.jpg") -> dict[str, Any]:
    return {"media": [{"uri": uri, "creation_timestamp": at, "title": text}]}


def carousel(text: str, at: Any = AT) -> dict[str, Any]:
    media = [post("", at - 1, f"media/posts/{n}.jpg")["media"][0] for n in range(2)]
    return {"media": media, "title": text, "creation_timestamp": at}


def story(text: str = "", at: Any = AT, uri: str = "media/stories/a.jpg") -> dict[str, Any]:
    return {"uri": uri, "creation_timestamp": at, "title": text}


def owner(key: str = "profile_user", **values: str) -> bytes:
    said = {label: {"href": "", "value": value, "timestamp": 0} for label, value in values.items()}
    return meta_json({key: [{"media_map_data": {}, "string_map_data": said}]})


def thread(text: str, at: Any = AT, *, reply: bool = False) -> dict[str, Any]:
    told = {"reply_control": "everyone", "is_reply": reply}
    return {"media": [{"uri": "", "creation_timestamp": at, "title": text, "text_app_post": told}]}


def export(
    follows: Any = (),
    likes: Any = (),
    stories_liked: Any = (),
    posts: Any = (),
    reels: Any = (),
    stories: Any = (),
) -> dict[str, bytes]:
    return {
        OWNER: owner(Username="example_agency", Name="Example Agency"),
        FOLLOWING: meta_json({"relationships_following": list(follows)}),
        LIKED: meta_json({"likes_media_likes": list(likes)}),
        STORY_LIKES: meta_json({"story_activities_story_likes": list(stories_liked)}),
        POSTS: meta_json(list(posts)),
        REELS: meta_json({"ig_reels_media": list(reels)}),
        STORIES: meta_json({"ig_stories": list(stories)}),
    }


def threads_export(follows: Any = (), likes: Any = (), posts: Any = ()) -> dict[str, bytes]:
    key = "text_post_app_text_post_app"
    return {
        THREADS_OWNER: owner(f"{key}_profile", Username="example_agency"),
        THREADS_FOLLOWING: meta_json({f"{key}_following": list(follows)}),
        THREADS_LIKED: meta_json({"text_post_app_media_likes": list(likes)}),
        THREADS_POSTS: meta_json({"text_post_app_text_posts": list(posts)}),
    }
