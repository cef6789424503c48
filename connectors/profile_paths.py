"""Which account an address on a platform leads to, as the id or handle that stands in it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Address:
    """The parts of an address: lower-case host, path segments decoded, query and fragment."""

    host: str
    segments: tuple[str, ...]
    query: Mapping[str, str]
    fragment: str = ""

    def first(self) -> str:
        """Give the first path segment, or an empty text."""
        return self.segments[0] if self.segments else ""

    def after(self, *words: str) -> str | None:
        """Give the segment that follows one of the words at the front, if there is one."""
        leads = len(self.segments) > 1 and self.first().casefold() in words
        return self.segments[1] if leads else None


# First segments that are the platform's own and name no account.
_RESERVED: Mapping[str, re.Pattern[str]] = {
    "x": re.compile(
        r"i|home|search|hashtag|intent|share|explore|settings|messages|notifications|login|signup|"
        r"tos|privacy|compose|jobs|about|download"
    ),
    "facebook": re.compile(
        r"events|groups|hashtag|watch|photos?(\.php)?|share|sharer(\.php)?|login(\.php)?|reels?|"
        r"marketplace|stories|help|policies|gaming|plugins|dialog|public|search|(home|l)\.php|"
        r"pages|people|p|pg|posts|videos|business|ads"
    ),
    "instagram": re.compile(r"p|reels?|tv|explore|accounts|direct|stories|_u|about"),
}
_TRAILING_ID = re.compile(r".+-(\d{9,20})", re.ASCII)
_NUMBER = re.compile(r"\d+", re.ASCII)


def _x(address: Address) -> str | None:
    if address.fragment.startswith("!/"):
        return f"@{address.fragment[2:].split('/')[0].removeprefix('@')}"
    if address.first().casefold() == "intent":
        named = address.query.get("screen_name")
        return address.query.get("user_id") or (f"@{named}" if named else None)
    if address.segments[:2] == ("i", "user") and len(address.segments) == 3:
        return address.segments[2]
    return _named("x", address.first())


def _youtube(address: Address) -> str | None:
    channel = address.after("channel")
    old = address.after("c", "user")
    if channel:
        return channel
    if old:
        return f"{address.first().casefold()}/{old}"
    if address.first().startswith("@"):
        return address.first()
    return None


def _facebook(address: Address) -> str | None:
    first, last = address.first().casefold(), address.segments[-1] if address.segments else ""
    if first in ("profile.php", "permalink.php", "story.php"):
        number = address.query.get("id", "")
        return number if _NUMBER.fullmatch(number) else None
    if first in ("pages", "people", "p") and len(address.segments) > 1:
        trailing = _TRAILING_ID.fullmatch(last)
        return trailing[1] if trailing else (last if _NUMBER.fullmatch(last) else None)
    name = address.after("pg") or address.first()
    trailing = _TRAILING_ID.fullmatch(name)
    return trailing[1] if trailing else _plain("facebook", name)


def _instagram(address: Address) -> str | None:
    return _named("instagram", address.after("_u", "stories") or address.first())


def _at_name(address: Address) -> str | None:
    return address.first() if address.first().startswith("@") else None


def _linkedin(address: Address) -> str | None:
    name = address.after("company", "school", "showcase", "in")
    return f"{address.first().casefold()}/{name}" if name else None


def _bluesky(address: Address) -> str | None:
    return address.after("profile")


def mastodon_path(address: Address) -> str | None:
    """Give name@host where a path of a server of the fediverse holds the account's name.

    ``/@name``, ``/users/name``, ``/p/name/1`` (Pixelfed), ``/accounts/name`` and
    ``/video-channels/name`` (PeerTube). Others, such as ``/ap/users/1`` or ``/notes/1``, hold none.
    """
    segments = address.segments[1:] if address.first() == "web" else address.segments
    if not segments:
        return None
    if segments[0].startswith("@"):
        name = segments[0][1:]
        return name if "@" in name else f"{name}@{address.host}"
    if segments[0] in ("users", "accounts", "video-channels") and len(segments) > 1:
        return f"{segments[1]}@{address.host}"
    if segments[0] == "p" and len(segments) == 3 and _NUMBER.fullmatch(segments[2]):
        return f"{segments[1]}@{address.host}"
    return None


def _named(platform: str, name: str) -> str | None:
    # The @ keeps a handle of digits alone from being taken for an id.
    plain = _plain(platform, name.removeprefix("@"))
    return f"@{plain}" if plain else None


def _plain(platform: str, name: str) -> str | None:
    return name if name and not _RESERVED[platform].fullmatch(name.casefold()) else None


HOSTS: Mapping[str, str] = {
    "x.com": "x",
    "twitter.com": "x",
    "youtube.com": "youtube",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "instagram.com": "instagram",
    "instagr.am": "instagram",
    "threads.net": "threads",
    "threads.com": "threads",
    "tiktok.com": "tiktok",
    "linkedin.com": "linkedin",
    "bsky.app": "bluesky",
}
PATHS: Mapping[str, Callable[[Address], str | None]] = {
    "x": _x,
    "youtube": _youtube,
    "facebook": _facebook,
    "instagram": _instagram,
    "threads": _at_name,
    "tiktok": _at_name,
    "linkedin": _linkedin,
    "bluesky": _bluesky,
    "mastodon": mastodon_path,
}


def platform_of(host: str) -> str | None:
    """Tell whose host this is: facebook.com, m.facebook.com and mi-nz.facebook.com are one's."""
    labels = host.split(".")
    return HOSTS.get(".".join(labels[-2:])) if len(labels) <= 3 else None
