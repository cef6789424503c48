"""Whose Takeout it is, when it was made, and what to say where it is another channel's.

A Takeout names its channel by id and title, hardly ever by handle. A brand account's channel has
a Takeout of its own; that of the person who looks after it holds nothing of it.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from connectors.archive import Archive, Member
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports.another import refuse
from connectors.exports.ordering import ORDER
from connectors.exports.youtube_files import Found
from connectors.exports.youtube_posts import TITLE, Cells
from connectors.exports.youtube_table import records, rows
from connectors.exports.youtube_values import CHANNEL, channel_in
from connectors.profiles import parse_profile

_MADE = re.compile(r"takeout-(\d{8}T\d{6})Z", re.IGNORECASE)
_PART = re.compile(r"(takeout-\d{8}T\d{6}Z(?:-\d+)?)-(\d{3})\b", re.IGNORECASE)
_VANITY = re.compile(r"vanity|personalizat|mnemónica|reklaminio")


@dataclass(frozen=True)
class Owner:
    """A channel by its id, with the title and the names in addresses that the Takeout gives."""

    channel: str
    names: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Give the name shown, if the Takeout holds it."""
        return self.names[0] if self.names else ""


def owners_of(archive: Archive, found: Found) -> tuple[Owner, ...]:
    """Give the channels that the Takeout says are its own, from the files that name them."""
    titles: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    for cells in _channel_rows(archive, found):
        channel = channel_in(*cells.values())
        if channel:
            titles.setdefault(channel, []).extend(_under(TITLE, cells))
            others.setdefault(channel, []).extend(_under(_VANITY, cells))
    if not titles:
        titles = {channel: [] for channel in _named_elsewhere(archive, found)}
    return tuple(Owner(one, (*titles[one], *others.get(one, ()))) for one in titles)


def owner_for(owners: Iterable[Owner], account: OwnAccount) -> Owner | None:
    """Choose the channel that the configuration names, or else the first."""
    own = parse_profile(account.handle, "youtube")
    every = list(owners)
    ours = (one for one in every if own is not None and one.channel == own.account_id)
    return next(ours, every[0] if every else None)


def made_at(archive: Archive) -> datetime | None:
    """Read the newest time that Google wrote into the names of the parts, in UTC."""
    matches = (_MADE.search(name) for name in {member.part for member in archive.members})
    times = sorted(match[1] for match in matches if match)
    try:
        return datetime.strptime(times[-1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) if times else None
    except ValueError:
        return None


def missing_parts(archive: Archive) -> Iterator[str]:
    """Say which parts of a Takeout were not given, as far as the numbers of the others tell."""
    given: dict[str, set[int]] = {}
    for name in {member.part.rpartition("/")[2] for member in archive.members}:
        match = _PART.match(name)
        if match:
            given.setdefault(match[1], set()).add(int(match[2]))
    for takeout, numbers in sorted(given.items()):
        missing = sorted(set(range(1, max(numbers))) - numbers)
        if missing:
            named = ", ".join(f"{takeout}-{number:03d}" for number in missing)
            yield f"Parts of the Takeout are missing ({named}): give all of its parts together."


def refuse_another(owner: Owner | None, account: OwnAccount) -> None:
    """Raise SourceError where our channel is known by its id, and the Takeout is of another."""
    own = parse_profile(account.handle, "youtube")
    if owner and own and CHANNEL.fullmatch(own.account_id) and own.account_id != owner.channel:
        refuse(account, owner.channel, owner.title)


def whose(owner: Owner | None, account: OwnAccount, empty: bool) -> Iterator[str]:
    """Say where the Takeout may be another channel's, does not say whose it is, or is empty."""
    own = parse_profile(account.handle, "youtube")
    is_known = owner is not None and own is not None and own.account_id == owner.channel
    if owner is None:
        yield f"The Takeout does not say whose it is; it is read as that of {account.label}."
    elif not is_known and _plain(account.handle) not in map(_plain, owner.names):
        yield (
            f"The Takeout belongs to the channel {_named(owner)}; it does not give handles, so "
            f"check that it is that of {account.label}. If it is not: {ORDER['youtube']}"
        )
    if empty:
        yield (
            "Nothing that the channel follows, likes or published is in this Takeout, as in that "
            f"of a personal login beside a brand account. {ORDER['youtube']}"
        )


def _channel_rows(archive: Archive, found: Found) -> Iterator[Cells]:
    for member in found.get("channel", ()):
        with suppress(SourceError):
            yield from records(archive, member)


def _named_elsewhere(archive: Archive, found: Found) -> Iterator[str]:
    """Give the channel that the videos, the comments or the old list of likes name first."""
    tables = [member for kind in ("videos", "comments", "likes") for member in found.get(kind, ())]
    for member in tables:
        with suppress(SourceError):
            cells = (cell.strip() for row in _rows(archive, member) for cell in row)
            channel = next(filter(CHANNEL.fullmatch, cells), None)
            if channel:
                yield channel
                return


def _rows(archive: Archive, member: Member) -> Iterator[list[str]]:
    return islice(rows(archive, member) if member.name.casefold().endswith(".csv") else (), 3)


def _under(names: re.Pattern[str], cells: Cells) -> Iterator[str]:
    return (cell.strip() for name, cell in cells.items() if names.search(name) and cell.strip())


def _named(owner: Owner) -> str:
    return f"{owner.title} ({owner.channel})" if owner.title else owner.channel


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
