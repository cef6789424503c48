"""Whose a URI is, as far as an archive says itself: by its actor, and by the mentions it holds.

A mention gives the URI of an account (``href``) and its address (``name``). So the archive names
accounts whose URI holds a number alone (``/ap/users/1``, since Mastodon 4.5), and those whose
address has another domain than their server (kea@example.org on social.example.org).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from connectors.exports.mastodon_uris import account_of, host_of, is_web
from connectors.profile_form import Profile
from connectors.profiles import parse_profile


@dataclass(frozen=True)
class Known:
    """Accounts by URI and by the address that a URI seems to give; ``host`` is our server.

    ``domain`` is that of our own address, which all accounts of our server share.
    """

    host: str = ""
    domain: str = ""
    by_uri: Mapping[str, Profile] = field(default_factory=dict)
    by_id: Mapping[str, Profile] = field(default_factory=dict)

    def account_of(self, post: object, actor: object = None) -> Profile | None:
        """Give the account of a post from its URI, or from its author's; None where unknown."""
        author = str(post).partition("/statuses/")[0]
        if author in self.by_uri:
            return self.by_uri[author]
        found = account_of(post)
        if found is None and isinstance(actor, str) and actor in self.by_uri:
            return self.by_uri[actor]
        found = found or account_of(post, actor)
        return self._at_home(found) if found else None

    def _at_home(self, profile: Profile) -> Profile:
        if profile.account_id in self.by_id:
            return self.by_id[profile.account_id]
        name, _, host = (profile.handle or profile.account_id).rpartition("@")
        if self.host and self.host != self.domain and host == self.host:
            return parse_profile(f"{name}@{self.domain}", "mastodon") or profile
        return profile


def known_from(mentions: Iterable[tuple[str, str]], own: Profile | None, own_uri: str) -> Known:
    """Learn from our own actor and from mentions, URI and name; of two names the last counts."""
    host, domain = host_of(own_uri), own.account_id.rpartition("@")[2] if own else ""
    by_uri: dict[str, Profile] = {}
    by_id: dict[str, Profile] = {}
    for uri, written in mentions:
        name, _, there = written.removeprefix("@").partition("@")
        home = domain if host_of(uri) == host else host_of(uri)
        profile = parse_profile(f"@{name}@{there or home}", "mastodon")
        if profile is None:
            continue
        by_uri[uri] = profile
        seeming = account_of(uri)
        if seeming and _name(seeming) == _name(profile):
            by_id[seeming.account_id] = profile
    if own and own_uri:
        by_uri[own_uri] = own
    return Known(host, domain, by_uri, by_id)


def mentions_in(activity: object) -> Iterator[tuple[str, str]]:
    """Give the URI and the name of each account that an activity mentions."""
    note = activity.get("object") if isinstance(activity, dict) else None
    tags: Any = note.get("tag") if isinstance(note, dict) else None
    for tag in tags if isinstance(tags, list) else [tags]:
        if not isinstance(tag, dict) or tag.get("type") != "Mention":
            continue
        uri, name = tag.get("href"), tag.get("name")
        if isinstance(uri, str) and is_web(uri) and isinstance(name, str):
            yield uri, name


def _name(profile: Profile) -> str:
    return profile.account_id.partition("@")[0]
