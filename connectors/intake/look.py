"""The one door of the intake: from paths to accounts with what their files hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pandas as pd

from connectors import frames
from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports.base import ExportOwner
from connectors.exports.ordering import ORDER
from connectors.exports.registry import read_export
from connectors.frames import READ
from connectors.handles import at_handle
from connectors.intake.groups import Group, groups
from connectors.intake.hits import Hit, hits
from connectors.intake.lists import NOBODY
from connectors.intake.model import Found, Intake, Unrecognised
from connectors.intake.places import stem_of
from connectors.lists import read_list
from connectors.profiles import parse_profile

Notify = Callable[[str], None]
_READERS = {"export": read_export, "list": read_list}


def look(
    paths: Sequence[Path], handles: Mapping[str, str], read_at: datetime, notify: Notify
) -> Intake:
    """Look at every path and read what is found; ``handles`` maps a platform to our handle there.

    Never raises SourceError: what cannot be read says why. ``read_at`` is the time, in UTC.
    """
    found: list[Hit] = []
    others: list[Unrecognised] = []
    for path in dict.fromkeys(paths):
        notify(f"Looking at {path.name or path}")
        some, unknown = hits(path, read_at)
        found += [hit for hit in some if hit not in found]
        others += [one for one in unknown if one not in others]
    made = groups(sorted(found, key=lambda hit: hit.path), handles)
    parts = [one.path for one in others if _is_part(one, found)]
    return Intake(
        tuple(one for group in made for one in _read_all(group, parts, handles, read_at, notify)),
        tuple(one for one in others if one.path not in parts),
    )


def _is_part(one: Unrecognised, found: Sequence[Hit]) -> bool:
    """Tell whether a file without anything to read is a part of an export that was recognised."""
    stem = stem_of(one.path)
    return one.opened and bool(stem) and any(hit.stem == stem for hit in found)


def _read_all(
    group: Group,
    parts: Sequence[Path],
    handles: Mapping[str, str],
    read_at: datetime,
    notify: Notify,
) -> tuple[Found, ...]:
    """Read a group; a poor substitute stands by itself where what is whole has no own posts."""
    found = _read(group, parts, handles, read_at, notify)
    if len(group.parted) == 1 or _has_posts(found):
        return (found,)
    return tuple(_read(one, parts, handles, read_at, notify) for one in group.parted)


def _has_posts(found: Found) -> bool:
    posts = found.coverage.loc[found.coverage["kind"] == "post", "status"]
    return bool(posts.isin(READ).any())


def _read(
    group: Group,
    parts: Sequence[Path],
    handles: Mapping[str, str],
    read_at: datetime,
    notify: Notify,
) -> Found:
    first, owner = group.hits[0], group.owner
    handle = _handle(first.platform, owner, handles.get(first.platform, ""))
    stems = {hit.stem for hit in group.hits if hit.stem}
    paths = tuple(dict.fromkeys(hit.path for hit in group.hits))
    paths += tuple(path for path in parts if stem_of(path) in stems)
    said = {hit.path for hit in group.hits if hit.owner != ExportOwner()}
    account = OwnAccount(first.platform, handle or NOBODY, first.method, paths, (), read_at)
    notify(f"Reading {', '.join(path.name for path in paths)}")
    found = Found(
        first.platform,
        first.form,
        first.method,
        paths,
        replace(owner, handle=handle),
        frames.empty("coverage"),
        said=bool(owner.handle) and owner.handle == handle,
        joined=tuple(path for path in paths if path not in said) if said else (),
        order=ORDER[first.platform] if first.method == "export" else "",
    )
    try:
        collected = _READERS[first.method](account)
    except SourceError as error:
        return replace(found, trouble=str(error))
    return replace(
        found,
        coverage=collected.coverage,
        made_at=_made_at(collected, read_at),
        tallies=collected.tallies,
        notes=(
            *_another(first.platform, handle, handles.get(first.platform, "")),
            *(note for note in collected.notes if NOBODY not in note),
        ),
    )


def _handle(platform: str, owner: ExportOwner, given: str) -> str:
    """Give the handle that the files name, or the one given where they name none but an id."""
    profile = parse_profile(owner.handle, platform)
    return owner.handle if profile and profile.handle else given or owner.handle


def _another(platform: str, handle: str, given: str) -> Iterator[str]:
    """Say where the files name another account than a person gave for the platform."""
    named = handle.casefold()
    if handle and given and given.casefold() not in (named, named.partition("@")[0]):
        ours = at_handle(platform, given)
        yield (
            f"It is not of {ours}, which you gave. If it is nobody of yours, leave it out and "
            f"order that of {ours}."
        )


def _made_at(collected: Collected, read_at: datetime) -> datetime | None:
    """Give the time of making: what an export does not say is the time of reading."""
    said = collected.coverage["as_at"].dropna()
    said = said[said != pd.Timestamp(read_at)]
    made: datetime | None = said.max().to_pydatetime() if len(said) else None
    return made
