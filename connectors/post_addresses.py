"""Addresses that lead to one post, as people copy them into a list."""

import re
from collections.abc import Mapping

from connectors.profile_paths import Address, platform_of
from connectors.profiles import address_of

# The path of a post, without its first slash; the group, where there is one, is the post's id.
_PATHS: Mapping[str, re.Pattern[str]] = {
    "x": re.compile(r"(?:i/web|i|\w{1,20})/status(?:es)?/(?P<id>\d+)(?:/.*)?", re.ASCII | re.I),
    "bluesky": re.compile(r"profile/[^/]+/post/[^/]+"),
    "mastodon": re.compile(
        r"(?:(?:web/)?@[^/]+|users/[^/]+/statuses|p/[^/]+|web/statuses|ap/users/\d+/statuses)/\d+|"
        r"(?:notes|notice|objects|videos/watch|w)/[\w-]+",
        re.ASCII,
    ),
    "facebook": re.compile(
        r"[^/]+/(?:posts|videos|photos|permalink)/.+|groups/[^/]+/(?:posts|permalink)/.+|"
        r"(?:reel|share/[prv])/.+|(?:permalink|story|photo)\.php|photo|watch",
        re.I,
    ),
    "instagram": re.compile(r"(?:[\w.]+/)?(?:p|reels?|tv)/[\w-]+", re.ASCII),
    "threads": re.compile(r"(?:@[\w.]+/post|t)/[\w-]+", re.ASCII),
    "tiktok": re.compile(r"@[^/]+/(?:video|photo)/\d+"),
    "youtube": re.compile(r"watch|(?:shorts|live|post)/[\w-]+", re.ASCII),
    "linkedin": re.compile(r"(?:posts|feed/update|pulse)/.+", re.I),
}
# Paths at which the query, not the path, names the post.
_BARE = re.compile(r"(?:permalink|story|photo)\.php|photo|watch", re.IGNORECASE)
_NAMING = frozenset({"v", "fbid", "story_fbid"})


def leads_to_post(text: str, platform: str) -> bool:
    """Tell whether a text is the address of one post on this platform."""
    address = _on(text, platform)
    path = "/".join(address.segments) if address else ""
    if address is None or not _PATHS[platform].fullmatch(path):
        return False
    return not _BARE.fullmatch(path) or bool(_NAMING & set(address.query))


def post_id_of(text: str, platform: str) -> str | None:
    """Give the id that the platform's own export gives this post, where its address shows it.

    On X that is the number of the status, on Mastodon the address itself; elsewhere None.
    """
    address = _on(text, platform) if leads_to_post(text, platform) else None
    if address is None or platform == "mastodon":
        return text if address else None
    match = _PATHS[platform].fullmatch("/".join(address.segments))
    return match.groupdict().get("id") if match else None


def _on(text: str, platform: str) -> Address | None:
    address = address_of(text)
    if address is None:
        return None
    # A server of the fediverse may have any host that is nobody else's.
    known = platform_of(address.host) or "mastodon"
    return address if known == platform else None
