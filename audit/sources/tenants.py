"""Whose page a link leads to, on a host where many writers publish.

The writer is an account of a platform (``youtube:@name``) or a tenant of another service
(``substack:name``): a host that many share says nothing about one of them.
"""

import re
from functools import cache

from audit.sources.hosts import Place, without_prefix
from connectors.profile_paths import platform_of
from connectors.profiles import parse_profile

Key = tuple[str, str]
# Services whose writers have a host of their own below that of the service.
_BELOW = {
    "substack.com": "substack",
    "wordpress.com": "wordpress",
    "tumblr.com": "tumblr",
    "medium.com": "medium",
    "github.io": "github",
    "wixsite.com": "wixsite",
    "weebly.com": "weebly",
}
_OWN_HOSTS = frozenset({"open", "www", "api", "help", "support", "about", "blog"})
_BLOGSPOT = re.compile(r"([a-z0-9-]+)\.blogspot\.[a-z.]{2,6}")
# Services whose writers have a path, with the service's name and what the path begins with.
_PATHS = (
    ("medium.com", "medium", re.compile(r"@([^/]+)")),
    ("substack.com", "substack", re.compile(r"@([^/]+)")),
    ("open.substack.com", "substack", re.compile(r"pub/([^/]+)")),
    ("tumblr.com", "tumblr", re.compile(r"(?:blog/(?:view/)?)?([a-z0-9-]+)")),
    ("t.me", "telegram", re.compile(r"(?:s/)?([a-z0-9_]{4,})")),
    ("rumble.com", "rumble", re.compile(r"(?:c|user)/([^/]+)")),
    ("bitchute.com", "bitchute", re.compile(r"channel/([^/]+)")),
    ("odysee.com", "odysee", re.compile(r"@([^/:]+)")),
    ("brighteon.com", "brighteon", re.compile(r"channels?/([^/]+)")),
    ("gettr.com", "gettr", re.compile(r"user/([^/]+)")),
    ("truthsocial.com", "truthsocial", re.compile(r"@([^/]+)")),
    ("reddit.com", "reddit", re.compile(r"((?:r|u|user)/[^/]+)")),
    ("linktr.ee", "linktree", re.compile(r"([^/]+)")),
    ("vk.com", "vk", re.compile(r"([^/]+)")),
    ("sites.google.com", "google-sites", re.compile(r"(?:view|site)/([^/]+)")),
)
_SERVICES = _BELOW | {host: name for host, name, _ in _PATHS}


def service_of(host: str) -> str:
    """Name the platform or the service that a host many share is of; empty where none is known."""
    bare = without_prefix(host)
    blog = "blogspot" if bare.startswith("blogspot.") else ""
    return platform_of(bare) or blog or _SERVICES.get(bare, "")


def writers(url: str, place: Place) -> tuple[Key, ...]:
    """Give the kinds and keys under which lists may name the writer of a link, best first."""
    host = without_prefix(place.host)
    if platform_of(host) is not None:
        return _accounts(url)
    return tuple(("tenant", key) for key in (_below(host), *_by_path(host, place)) if key)


def _accounts(url: str) -> tuple[Key, ...]:
    profile = parse_profile(url)
    if profile is None:
        return ()
    ids = [profile.account_id.casefold()]
    if profile.handle:
        ids.append("@" + profile.handle.casefold())
    return tuple(("account", f"{profile.platform}:{one}") for one in dict.fromkeys(ids))


@cache
def _below(host: str) -> str:
    blog = _BLOGSPOT.fullmatch(host)
    if blog:
        return f"blogspot:{blog[1]}"
    name, _, service = host.partition(".")
    return f"{_BELOW[service]}:{name}" if service in _BELOW and name not in _OWN_HOSTS else ""


def _by_path(host: str, place: Place) -> list[str]:
    path = "/".join(place.segments)
    found = ((name, pattern.match(path)) for at, name, pattern in _PATHS if at == host)
    return [f"{name}:{match[1]}" for name, match in found if match]
