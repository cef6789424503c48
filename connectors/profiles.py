"""Reading what people write for an account: an address, a handle or an id."""

import re
import unicodedata
from urllib.parse import parse_qsl, unquote, urlsplit

from connectors.profile_form import Profile, ascii_host, profile_of
from connectors.profile_paths import PATHS, Address, platform_of

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SCHEME = re.compile(r"https?:/{1,2}", re.IGNORECASE)
_UNMISTAKABLE = {
    "bluesky": re.compile(r"did:(?:plc|web):.+|@?[\w.-]+\.bsky\.social", re.IGNORECASE),
    "youtube": re.compile(r"UC[\w-]{22}", re.ASCII),
    "mastodon": re.compile(r"@[\w.-]+@[^\s@/]+\.[^\s@/]+"),
}
# Sites whose addresses begin with /@name and that are no servers of the fediverse.
_AT_NAME_ELSEWHERE = frozenset({"medium.com", "substack.com", "odysee.com", "rumble.com"})
_LONGEST = 2_000


def clean(text: str) -> str:
    """Give a text in NFC without the characters nobody sees; one space for any run of spaces."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).replace("＠", "@")
    return " ".join(seen.split())


def parse_profile(text: str, platform: str | None = None) -> Profile | None:
    """Read an address, handle or id; ``platform`` says where a bare handle belongs.

    An address belongs to the platform of its host, whatever ``platform`` says. None where the
    text names no account, such as the address of a video, or does not say on which platform.
    """
    written = clean(text).strip("<>\"'“”,;")[:_LONGEST].strip()
    if written.startswith("at://"):
        return profile_of("bluesky", written.removeprefix("at://").split("/")[0])
    address = address_of(written)
    if address is not None:
        return _at_address(address, platform)
    if platform is not None:
        return profile_of(platform, written)
    for known, pattern in _UNMISTAKABLE.items():
        if pattern.fullmatch(written):
            return profile_of(known, written)
    return None


def address_of(written: str) -> Address | None:
    """Split a web address, with or without https:// in front; None where the text is not one."""
    scheme = _SCHEME.match(written)
    rest = written[scheme.end() :] if scheme else written
    host = rest.split("/")[0]
    if not scheme and ("@" in host or ("/" not in rest and platform_of(host.casefold()) is None)):
        return None
    try:
        parts = urlsplit(f"https://{rest}")
        name = ascii_host(parts.hostname or "")
    except ValueError:
        return None
    if name is None:
        return None
    segments = tuple(unquote(segment) for segment in parts.path.split("/") if segment)
    query = dict(parse_qsl(parts.query)) if parts.query else {}
    return Address(name, segments, query, parts.fragment)


def _at_address(address: Address, platform: str | None) -> Profile | None:
    known = platform_of(address.host)
    if known is None:
        guessed = address.first().startswith("@") and address.host not in _AT_NAME_ELSEWHERE
        known = "mastodon" if platform == "mastodon" or (platform is None and guessed) else None
    named = PATHS[known](address) if known else None
    return profile_of(known, named) if known and named else None
