"""Whose Facebook export this is and when it was made, and those that are not the agency's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from connectors.archive import Archive, Member
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports.another import refuse
from connectors.exports.facebook_files import (
    ADMINISTERED,
    OWNER,
    is_page_export,
    json_found,
    pages_found,
)
from connectors.exports.meta_files import Files
from connectors.exports.meta_json import objects, records, text_in
from connectors.exports.ordering import ORDER, ORDER_AS_PAGE
from connectors.profile_form import Profile
from connectors.profiles import parse_profile
from connectors.times import iso_time

_ZIP = re.compile(r"facebook-(.+?)-(\d{4}-\d{2}-\d{2})(?:-|\.|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Owner:
    """Who the export says it belongs to: the account where it gives an address, and the name."""

    profile: Profile | None = None
    name: str = ""


def owner_of(archive: Archive) -> Owner:
    """Read profile_information.json; without it the export does not say whose it is."""
    for record in _records(archive, OWNER):
        names = record.get("name")
        name = text_in(names, "full_name") if isinstance(names, dict) else text_in(record, "name")
        written = text_in(record, "profile_uri") or text_in(record, "username")
        profile = parse_profile(written, "facebook") if written else None
        return Owner(profile if profile and profile.platform == "facebook" else None, name)
    return Owner()


def made_at(archive: Archive) -> datetime | None:
    """Read the newest day that Facebook wrote into the names of the zips, in UTC."""
    days = (iso_time(match[2]) for match in _zips(archive))
    return max(filter(None, days), default=None)


def refuse_others(archive: Archive, account: OwnAccount, owner: Owner) -> None:
    """Raise SourceError, with what to order, for pages and for the export of an administrator."""
    first = archive.members[0].part
    if not json_found(archive):
        raise SourceError(f"{first} is a Facebook export made as pages (HTML). {ORDER['facebook']}")
    pages = [text_in(page, "name") for page in _records(archive, ADMINISTERED)]
    own = parse_profile(account.handle, "facebook")
    is_ours = owner.profile is not None and own is not None and _same(owner.profile, own)
    if pages and not is_ours and not is_page_export(archive):
        named = ", ".join(filter(None, pages[:3])) or "a Page"
        raise SourceError(
            f"{first} is the export of a person who looks after {named}, and holds that person's "
            f"follows and likes, not the Page's. {ORDER_AS_PAGE}"
        )


def refuse_another(account: OwnAccount, owner: Owner) -> None:
    """Raise SourceError where the export gives another address and name than the configuration.

    Of an address and a number nobody can tell here whether they are one account's.
    """
    own, theirs = parse_profile(account.handle, "facebook"), owner.profile
    if theirs is None or _plain(owner.name) == _plain(account.handle):
        return
    if own is None or ((own.handle is None) == (theirs.handle is None) and not _same(theirs, own)):
        refuse(account, theirs.handle or theirs.account_id, owner.name, ORDER_AS_PAGE)


def whose(archive: Archive, account: OwnAccount, owner: Owner) -> Iterator[str]:
    """Say where the owner is another than the configuration names, or is not said."""
    own = parse_profile(account.handle, "facebook")
    if owner.profile is None:
        called = sorted({owner.name, *names_of_zips(archive)} - {""})
        if _plain(account.handle) not in map(_plain, called):
            named = f" It is named for {' and '.join(called)}." if called else ""
            yield f"The export does not say whose it is; it is read as {account.handle}'s.{named}"
    elif own is None or not _same(owner.profile, own):
        yield (
            f"The export belongs to {owner.profile.account_id} ({owner.name or 'no name given'}); "
            f"whether that is {account.handle} it does not say. If it is not: {ORDER_AS_PAGE}"
        )
    html = pages_found(archive)
    if html:
        yield (
            f"Pages (HTML: {len(html):,}), such as {html[0].name}, are not read. "
            f"{ORDER['facebook']}"
        )


def names_of_zips(archive: Archive) -> list[str]:
    """Give the names of accounts that Facebook wrote into the names of the zips."""
    return sorted({match[1] for match in _zips(archive)})


def _zips(archive: Archive) -> list[re.Match[str]]:
    """Give the name and the day that Facebook wrote into the names of the zips."""
    names = {member.part.rpartition("/")[2] for member in archive.members}
    return [match for name in sorted(names) if (match := _ZIP.match(name))]


def _plain(name: str) -> str:
    """Give a name as the names of the zips have it, without marks between words."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _same(one: Profile, other: Profile) -> bool:
    return one.account_id == other.account_id


def _records(archive: Archive, files: Files) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for member in files.found(archive):
        found += _readable(archive, member, files.key)
    return found


def _readable(archive: Archive, member: Member, key: str) -> list[dict[str, Any]]:
    try:
        return objects(list(records(archive, member, key)))
    except SourceError:
        return []
