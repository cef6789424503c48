"""Builds the files of a Facebook export, in the shapes that Facebook writes."""

from typing import Any

from tests.connectors.meta_files import meta_json

AT = 1750000000
ROOT = "your_facebook_activity"
FOLLOWED = "connections/followers/who_you've_followed.json"
PAGES = f"{ROOT}/pages/pages_and_profiles_you_follow.json"
LIKED = f"{ROOT}/pages/pages_you've_liked.json"
UNFOLLOWED = f"{ROOT}/pages/pages_and_profiles_you've_unfollowed.json"
REACTIONS = f"{ROOT}/comments_and_reactions/likes_and_reactions.json"
REACTIONS_1 = f"{ROOT}/comments_and_reactions/likes_and_reactions_1.json"
POSTS = f"{ROOT}/posts/your_posts__check_ins__photos_and_videos_1.json"
OWNER = "personal_information/profile_information/profile_information.json"
KAURI = "https://www.facebook.com/KauriParty"
KAURI_POST = f"{KAURI}/posts/555000111"


def entry(name: str, at: Any = AT, **values: Any) -> dict[str, Any]:
    return {"name": name, "timestamp": at, **values}


def page(name: str, at: Any = AT) -> dict[str, Any]:
    return {"timestamp": at, "data": [{"name": name}], "title": name}


def titled(title: str, at: Any = AT, reaction: str = "LIKE") -> dict[str, Any]:
    data = [{"reaction": {"reaction": reaction, "actor": "Example Agency"}}]
    return {"timestamp": at, "title": title, "data": data}


def labelled(url: str, at: Any = AT, name: str = "", fbid: str = "1", **author: str) -> Any:
    labels: list[Any] = [
        {"label": "Reaction", "value": "Like"},
        {"label": "URL", "value": url, "href": url},
    ]
    if name:
        labels.append({"label": "Name", "value": name})
    if author:
        lines = [{"label": label, "value": value} for label, value in author.items()]
        labels.append({"title": "Author", "dict": [{"dict": lines, "title": ""}]})
    return {"timestamp": at, "media": [], "label_values": labels, "fbid": fbid}


def post(text: str | None = None, at: Any = AT, **values: Any) -> dict[str, Any]:
    data = [*([{"post": text}] if text is not None else []), {"update_timestamp": at}]
    return {"timestamp": at, "data": data, **values}


def card(url: str) -> dict[str, Any]:
    return {"data": [{"external_context": {"url": url, "name": "A story", "source": "news"}}]}


def picture(description: str = "") -> dict[str, Any]:
    media = {"uri": "posts/media/a.jpg", "creation_timestamp": AT, "description": description}
    return {"data": [{"media": media}]}


def owner(
    uri: str = "https://www.facebook.com/example_agency", name: str = "Example Agency"
) -> bytes:
    return meta_json({"profile_v2": {"name": {"full_name": name}, "profile_uri": uri}})


def export(
    follows: Any = (), pages: Any = (), liked: Any = (), reactions: Any = (), posts: Any = ()
) -> dict[str, bytes]:
    return {
        OWNER: owner(),
        FOLLOWED: meta_json({"following_v3": list(follows)}),
        PAGES: meta_json({"pages_followed_v2": list(pages)}),
        LIKED: meta_json({"page_likes_v2": list(liked)}),
        REACTIONS: meta_json(list(reactions)),
        POSTS: meta_json(list(posts)),
    }
