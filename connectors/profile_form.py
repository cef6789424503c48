"""What names an account on each platform: its stable id, its handle and its address."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    """One account; an ``account_id`` that begins with @ is its handle, the id not being known.

    ``handle`` is as written, without a leading @, and None where only the id is known.
    """

    platform: str
    account_id: str
    handle: str | None
    url: str


@dataclass(frozen=True)
class _Form:
    """How a platform writes ids and handles; ``has_ids`` tells whether a handle is a stand-in."""

    handle: re.Pattern[str]
    address: str
    stand_in: str = "@{}"
    account_id: re.Pattern[str] | None = None
    id_address: str = ""


# LinkedIn and the old YouTube addresses need their first segment to be told apart.
_FORMS: Mapping[str, _Form] = {
    "x": _Form(
        re.compile(r"\w{1,20}", re.ASCII),
        "https://x.com/{}",
        account_id=re.compile(r"[1-9]\d{4,19}", re.ASCII),
        id_address="https://x.com/i/user/{}",
    ),
    "bluesky": _Form(
        re.compile(r"(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]", re.I | re.A),
        "https://bsky.app/profile/{}",
        account_id=re.compile(r"did:(?:plc|web):[\w.:%-]*\w", re.ASCII),
        id_address="https://bsky.app/profile/{}",
    ),
    "youtube": _Form(
        re.compile(r"[\w.·-]{3,30}"),
        "https://www.youtube.com/@{}",
        account_id=re.compile(r"UC[\w-]{22}", re.ASCII),
        id_address="https://www.youtube.com/channel/{}",
    ),
    "facebook": _Form(
        re.compile(r"[\w.-]*[^\W\d_][\w.-]*"),
        "https://www.facebook.com/{}",
        stand_in="{}",
        account_id=re.compile(r"[1-9]\d{4,19}", re.ASCII),
        id_address="https://www.facebook.com/{}",
    ),
    "instagram": _Form(re.compile(r"[\w.]{1,30}", re.A), "https://www.instagram.com/{}/"),
    "threads": _Form(re.compile(r"[\w.]{1,30}", re.A), "https://www.threads.com/@{}"),
    "tiktok": _Form(re.compile(r"[\w.]{1,30}"), "https://www.tiktok.com/@{}"),
    "linkedin": _Form(
        re.compile(r"(?:company|school|showcase|in)/[^\s/@?#]{1,100}"),
        "https://www.linkedin.com/{}/",
        stand_in="{}",
    ),
}
_OLD_YOUTUBE = re.compile(r"(?:c|user)/[^\s/@?#]{1,100}")
_MASTODON = re.compile(r"@?([\w.-]*\w)@([^\s/@?#:]+(?::\d{1,5})?)")
_HOST = re.compile(
    r"(?:[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?\.)+[a-z][a-z\d-]{0,61}[a-z\d](?::\d+)?"
)


def profile_of(platform: str, written: str) -> Profile | None:
    """Read an id or a handle of a platform, with or without a leading @; None if it is neither."""
    if platform == "mastodon":
        return _mastodon(written)
    form, name = _FORMS[platform], written.removeprefix("@")
    if form.account_id and form.account_id.fullmatch(written):
        return Profile(platform, written, None, form.id_address.format(written))
    if platform == "youtube" and _OLD_YOUTUBE.fullmatch(name):
        return Profile(platform, _folded(name), name, f"https://www.youtube.com/{name}")
    if platform == "linkedin" and "/" not in name:
        name = f"company/{name}"
    if not form.handle.fullmatch(name):
        return None
    return Profile(platform, form.stand_in.format(_folded(name)), name, form.address.format(name))


def ascii_host(host: str) -> str | None:
    """Give a host in lower case with A-labels, or None if it cannot be one."""
    name = host.rstrip(".").casefold()
    try:
        # Python's own encoding is slow, and leaves what is ASCII as it is.
        name = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return name if _HOST.fullmatch(name) else None


def _mastodon(written: str) -> Profile | None:
    match = _MASTODON.fullmatch(written)
    host = ascii_host(match[2]) if match else None
    if match is None or host is None:
        return None
    account_id = f"{_folded(match[1])}@{host}"
    return Profile("mastodon", account_id, f"{match[1]}@{match[2]}", f"https://{host}/@{match[1]}")


def _folded(name: str) -> str:
    # Lower case may come apart into letter and accent; an id is the same however it was typed.
    return unicodedata.normalize("NFC", name.casefold())
