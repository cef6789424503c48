"""Accounts behind the URIs of the fediverse, as far as a URI holds the account's name."""

import re
from functools import lru_cache

from connectors.profile_form import Profile
from connectors.profile_paths import mastodon_path
from connectors.profiles import address_of, parse_profile

# The most usual form of a post's URI; what stands before /statuses/ names the account.
_POST = re.compile(r"(https?://[^/?#]+/users/[^/?#]+)/statuses/")
# Mastodon numbers its posts; GoToSocial and others name theirs by letters and have other pages.
_NUMBERED = re.compile(r"(https?://[^/?#]+)/users/([^/?#]+)/statuses/([0-9]+)")
_NOTE = re.compile(r"https?://[^/?#]*/notes/")
# As many as an account may like or boost posts of; so many take a few megabytes.
_REMEMBERED = 2**15


def account_of(post: object, actor: object = None) -> Profile | None:
    """Give the account of a post from its URI, or from its author's; None where neither says.

    Misskey writes authors as ``/users/<code>``: beside a post under ``/notes/`` that is no name.
    """
    if is_web(post):
        found = _named(str(post))
        if found is not None or _NOTE.match(str(post)):
            return found
    return _named(str(actor)) if is_web(actor) else None


def is_web(uri: object) -> bool:
    """Tell whether a value is the text of a web address."""
    return isinstance(uri, str) and uri.startswith(("https://", "http://"))


def page_of(post: str) -> str:
    """Give the address where people read a post of Mastodon's, ``/@name/1``; others as they are.

    The address that servers exchange, ``/users/name/statuses/1``, sends a browser there.
    """
    return _NUMBERED.sub(r"\1/@\2/\3", post) if _NUMBERED.fullmatch(post) else post


def same_post(address: str, uri: object) -> bool:
    """Tell whether an address leads to a post: ``/@name/1`` and ``/users/name/statuses/1`` do."""
    if not is_web(uri):
        return False
    one, other = address_of(address), address_of(str(uri))
    if one is None or other is None or not other.segments:
        return False
    return one.host == other.host and one.segments[-1:] == other.segments[-1:]


def host_of(uri: object) -> str:
    """Give the host of a web address, or an empty text."""
    address = address_of(uri) if isinstance(uri, str) and is_web(uri) else None
    return address.host if address else ""


def profile_at(page: object) -> Profile | None:
    """Give the account that has a page, which Pixelfed writes ``https://server/name``."""
    found = account_of(page)
    address = address_of(str(page)) if is_web(page) else None
    if found or address is None or len(address.segments) != 1:
        return found
    return parse_profile(f"@{address.first()}@{address.host}", "mastodon")


def _named(uri: str) -> Profile | None:
    post = _POST.match(uri)
    return _at(post[1] if post else uri)


@lru_cache(maxsize=_REMEMBERED)
def _at(uri: str) -> Profile | None:
    address = address_of(uri)
    named = mastodon_path(address) if address else None
    return parse_profile(named, "mastodon") if named else None
