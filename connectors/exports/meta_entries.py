"""Whom and what a record of Instagram or Threads names, in each form that Meta has written.

``string_list_data``: {title, string_list_data: [{href, value, timestamp}]}; for follows without
``value`` since autumn 2025. ``string_map_data``: {title, string_map_data: {label: {href, value,
timestamp}}} with labels in the owner's language. ``label_values`` (2026): see meta_labels.py.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from connectors.exports.meta_json import epoch, objects, text_in
from connectors.exports.meta_labels import Labels, Lines, labels_of
from connectors.profile_form import Profile, profile_of
from connectors.profile_paths import platform_of
from connectors.profiles import address_of, clean, parse_profile

# Nearly all addresses are of these forms, and taking each apart would take most of the time.
_OF_NOBODY = re.compile(r"https://www\.instagram\.com/(?:p|reels?|tv)/[\w-]+/?\Z", re.ASCII)
_OF_AUTHOR = re.compile(r"https://www\.threads\.(?:net|com)/@([\w.]+)/post/", re.ASCII)


class Entry(NamedTuple):
    """One account or post: when, its address, and what else the record says, or empty texts."""

    at: datetime | None
    address: str
    value: str
    title: str
    name: str = ""
    text: str = ""


class Person(NamedTuple):
    """Who is named: the username and the name shown, or empty texts."""

    username: str
    name: str


NOBODY = Person("", "")


def entries_of(
    record: dict[str, Any], person_of: Callable[[Labels], Person]
) -> tuple[Entry, ...] | None:
    """Read a record; None where it has none of the known forms.

    ``person_of`` says who is meant where a record has labels: ``author_in`` or ``listed_in``.
    """
    labels = labels_of(record)
    if labels is not None:
        return (labelled(labels, epoch(record.get("timestamp")), person_of),)
    title = text_in(record, "title")
    if "string_list_data" in record:
        listed = tuple([_string(item, title) for item in objects(record["string_list_data"])])
        return listed or ((Entry(None, "", "", title),) if title else ())
    if isinstance(record.get("string_map_data"), dict):
        return (_mapped(record["string_map_data"], title),)
    return None


def labelled(labels: Labels, at: datetime | None, person_of: Callable[[Labels], Person]) -> Entry:
    """Read labels: who is meant, the address, and the caption of the post."""
    username, name = person_of(labels)
    own = labels.own
    text = own.value("caption") or next((line.value for line in _plain(own) if line.value), "")
    return Entry(at, own.address(), "", username, name, text)


def author_in(labels: Labels) -> Person:
    """Tell whose post it is: the group Owner, or in another language the last that fits."""
    named = labels.group("owner", "author")
    groups = [named] if named else reversed(labels.groups)
    people = (_person(group) for group in groups)
    return next((person for person in people if person.username), NOBODY)


def listed_in(labels: Labels) -> Person:
    """Tell which account a line of a list of accounts is about."""
    return _person(labels.own)


def labels_inside(record: dict[str, Any]) -> Labels | None:
    """Give the labels of a post that stands whole inside a record, such as what was reposted."""
    for group in objects(record.get("label_values")):
        for inner in objects(group.get("dict")):
            lines = objects(inner.get("dict"))
            if any("dict" in line for line in lines):
                return labels_of({"label_values": lines})
    return None


def account_of(entry: Entry, platform: str) -> Profile | None:
    """Tell the account of a line of a list of accounts by its value, its address or its title."""
    return _named(entry.value, platform) or author_of(entry, platform)


def author_of(entry: Entry, platform: str) -> Profile | None:
    """Tell whose post an entry is about; beside a like the value is an emoji and names nobody."""
    return _at(entry.address, platform) or _named(entry.title, platform)


def _person(lines: Lines) -> Person:
    """Tell who is meant; without labels that are known, Meta writes the username last."""
    username, name = lines.value("username"), lines.value("name")
    plain = _plain(lines)
    if username or len({line.label for line in plain}) < 2:
        return Person(username, name)
    return Person(plain[-1].value, name or plain[-2].value)


def _plain(lines: Lines) -> list[Any]:
    """Give the lines that hold no address; the label URL is the same in every language."""
    return [line for line in lines.lines if line.label.casefold() != "url" and not line.href]


def _string(item: dict[str, Any], title: str) -> Entry:
    return Entry(epoch(item.get("timestamp")), text_in(item, "href"), text_in(item, "value"), title)


def _mapped(values: Mapping[str, Any], title: str) -> Entry:
    """Tell by their shape which value is the address, the time and the account."""
    items = [item for item in values.values() if isinstance(item, dict)]
    times = (epoch(item.get("timestamp")) for item in items)
    plain = (text_in(item, "value") for item in items if not text_in(item, "href"))
    return Entry(
        at=next(filter(None, times), None),
        address=next(filter(None, (text_in(item, "href") for item in items)), ""),
        value="",
        title=title or next(filter(None, plain), ""),
    )


def _at(address: str, platform: str) -> Profile | None:
    """Tell the account that an address leads to; that of a post on Instagram names none."""
    if not address or _OF_NOBODY.match(address):
        return None
    author = _OF_AUTHOR.match(address) if platform == "threads" else None
    return _named(author[1], platform) if author else _account_at(address, platform)


@lru_cache(maxsize=50_000)
def _account_at(address: str, platform: str) -> Profile | None:
    found = parse_profile(address, platform)
    # The lists of Threads write addresses of accounts without the @ that all others have.
    if found is None and platform == "threads":
        parts = address_of(address)
        named = parts.segments[0] if parts and len(parts.segments) == 1 else ""
        found = (
            profile_of(platform, f"@{named}")
            if parts and platform_of(parts.host) == platform
            else None
        )
    return found if found and found.platform == platform else None


@lru_cache(maxsize=50_000)
def _named(written: str, platform: str) -> Profile | None:
    return profile_of(platform, f"@{clean(written).removeprefix('@')}") if written else None
