"""Whose Instagram or Threads export this is, when it was made, and what cannot be read of it."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from connectors.archive import Archive, Member
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports.another import refuse
from connectors.exports.base import ExportOwner
from connectors.exports.meta_files import Files
from connectors.exports.meta_json import objects, records, text_in
from connectors.exports.ordering import ORDER
from connectors.profile_form import Profile, profile_of
from connectors.times import iso_time

_NAMED = re.compile(r"instagram-([\w.]+?)-(\d{4}-\d{2}-\d{2})(?:-|\.|/|\Z)", re.ASCII | re.I)


def owner_of(
    archive: Archive, platform: str, files: Files, ours: Profile | None = None
) -> Profile | None:
    """Tell whose export it is by its own file, or else by the name that Instagram gave it.

    The labels of the file are in the owner's language: where one of its values is our handle it
    is ours, and in English alone it says which other account it is.
    """
    for record in _records(archive, files):
        said = _said(record.get("string_map_data"))
        told = _profile(platform, said.get("username", ""))
        if told is not None:
            return told
        named = filter(None, (_profile(platform, text) for text in said.values()))
        if ours is not None and ours.account_id in {one.account_id for one in named}:
            return ours
    written = (_profile(platform, name) for name, _ in _names(archive))
    return next(filter(None, written), None)


def owners_of(archive: Archive, platform: str, files: Files) -> tuple[ExportOwner, ...]:
    """Give the account that an export says it belongs to, if it does."""
    owner = owner_of(archive, platform, files)
    return (ExportOwner(owner.handle or "", owner.account_id),) if owner else ()


def own_profile(account: OwnAccount) -> Profile | None:
    """Give our account as the configuration names it."""
    return _profile(account.platform, account.handle)


def id_of(owner: Profile | None, account: OwnAccount) -> str:
    """Give the stable id of our account: by the export, or else by the configuration."""
    own = owner or own_profile(account)
    return own.account_id if own else f"@{account.handle.casefold()}"


def made_at(archive: Archive) -> datetime | None:
    """Read the newest day that Instagram wrote into the names of its zips or folders, in UTC."""
    return max(filter(None, (iso_time(day) for _, day in _names(archive))), default=None)


def refuse_pages(archive: Archive, called: str, pages: Sequence[Member]) -> None:
    """Raise SourceError, with what to order, for an export made as pages alone."""
    if pages and not archive.find(r"[^/]+\.json"):
        raise SourceError(f"{pages[0].part} is {called} made as pages (HTML). {ORDER['instagram']}")


def refuse_another(account: OwnAccount, owner: Profile | None) -> None:
    """Raise SourceError where the export says that it belongs to another than our account."""
    ours = own_profile(account)
    if owner is not None and (ours is None or owner.account_id != ours.account_id):
        refuse(account, owner.handle or owner.account_id)


def whose(account: OwnAccount, owner: Profile | None, pages: Sequence[Member]) -> Iterator[str]:
    """Say where the owner is not said, and that pages are not read."""
    if owner is None:
        yield f"The export does not say whose it is; it is read as {account.handle}'s."
    if pages:
        shown = f"Pages (HTML: {len(pages):,}), such as {pages[0].name}, are not read."
        yield f"{shown} {ORDER['instagram']}"


def _names(archive: Archive) -> list[tuple[str, str]]:
    """Give username and day from the names of zips and folders, each once, in order."""
    places = dict.fromkeys(
        f"{member.part}/{member.name.rpartition('/')[0]}/" for member in archive.members
    )
    found = (match.groups() for place in places for match in _NAMED.finditer(place))
    return sorted({(name, day) for name, day in found})


def _profile(platform: str, handle: str) -> Profile | None:
    return profile_of(platform, f"@{handle}")


def _said(values: object) -> dict[str, str]:
    """Give what the file says under each label, in small letters."""
    items = values.items() if isinstance(values, dict) else ()
    return {
        label.casefold(): text_in(item, "value") for label, item in items if isinstance(item, dict)
    }


def _records(archive: Archive, files: Files) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for member in files.found(archive):
        try:
            found += objects(list(records(archive, member, files.key)))
        except SourceError:
            continue
    return found
