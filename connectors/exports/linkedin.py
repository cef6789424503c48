"""The export that a member of LinkedIn downloads, whole or the first part of it.

Whom the member follows, by name; what it reacted to and reposted, by address; its own shares.
A Page of an organisation has no export: what a Page follows or likes no file of LinkedIn says.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from connectors import columns, frames
from connectors.archive import Archive
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach, coverage
from connectors.exports import linkedin_files as files
from connectors.exports.base import ExportFormat
from connectors.exports.linkedin_acts import Acts
from connectors.exports.linkedin_files import Table
from connectors.exports.meta_coverage import limited, several
from connectors.exports.ordering import ORDER
from connectors.exports.reading import (
    FileRead,
    FileSource,
    not_understood,
    read_blocks,
    source_name,
)
from connectors.exports.unread import Unread
from connectors.profiles import parse_profile
from connectors.times import iso_time

_ZIP = re.compile(r"(basic|complete)_linkedindataexport_(\d{2})-(\d{2})-(\d{4})", re.IGNORECASE)
_ALWAYS_THERE = (r"connections\.csv", r"(?:profile|positions|invitations)\.csv")
_NAMES = "LinkedIn gives names alone; a name stands as the id."
_BY_NAME = (
    "LinkedIn gives whom the account follows by name alone: nobody of them can be found in the "
    "register or a list, unless a table under `ids` in the configuration gives their addresses."
)
_NO_AUTHOR = "LinkedIn does not say whose post it was."
_ANY_REACTION = "Every reaction counts as a like; which one it was stands beside it as evidence."
_ON_COMMENTS = "Reactions to comments count too: {:,}."
_PLAIN_SHARES = (
    "Shares without text, link and picture count as reposts: {:,}. Their addresses show of what."
)
_QUOTE = "A share of a post with a text of its own counts as a quote. " + _NO_AUTHOR
_SHORT_LINKS = "Addresses of lnkd.in are LinkedIn's own and do not show where they lead."


@dataclass(frozen=True)
class _Reads:
    """The files that were read, by table."""

    archive: Archive
    by_table: Mapping[Table, Sequence[FileRead]]

    def every(self) -> list[FileRead]:
        return [read for reads in self.by_table.values() for read in reads]


def recognise(archive: Archive) -> bool:
    """Tell a LinkedIn export by its files, whole, unpacked or one of them."""
    if _zips(archive) or any(table.recognised(archive) for table in files.TABLES):
        return True
    return all(archive.find(name) for name in _ALWAYS_THERE)


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read follows, reactions, reposts and shares; a broken file fails its own kinds alone."""
    own = parse_profile(account.handle, "linkedin")
    acts = Acts(account, own.account_id if own else account.handle.casefold())
    reads = _read_all(archive, acts)
    interactions = frames.concat("interactions", [read.interactions for read in reads.every()])
    as_at = _made_at(archive) or account.as_at or account.read_at
    return Collected(
        agency_account=acts.agency_account,
        interactions=interactions,
        accounts=_accounts(interactions, acts, as_at),
        coverage=coverage(account, acts.agency_account, interactions, _reach(reads, acts), as_at),
        inputs=archive.inputs,
        tallies=tuple(read.tally for read in reads.every()),
        notes=(
            *_notes(archive, acts),
            *several(reads.by_table.get(files.ORGANISATIONS, ())),
        ),
    )


def _read_all(archive: Archive, acts: Acts) -> _Reads:
    wanted: Mapping[Table, tuple[columns.Interpret, tuple[str, ...]]] = {
        files.ORGANISATIONS: (acts.organisation, ("follow",)),
        files.PEOPLE: (acts.person, ("follow",)),
        files.REACTIONS: (acts.reaction, ("like",)),
        files.REPOSTS: (acts.repost, ("repost",)),
        files.SHARES: (acts.share, ("repost", "quote", "link", "post")),
    }
    return _Reads(
        archive,
        {
            table: _read(archive, table, interpret, acts.account)
            for table, (interpret, kinds) in wanted.items()
            if any(map(acts.account.wants, kinds))
        },
    )


def _read(
    archive: Archive, table: Table, interpret: columns.Interpret, account: OwnAccount
) -> list[FileRead]:
    return [
        read_blocks(
            FileSource(member, source_name(archive, member), "row"),
            files.blocks(archive, member, table),
            interpret,
            account,
        )
        for member in table.found(archive)
    ]


def _reach(reads: _Reads, acts: Acts) -> Mapping[str, Reach]:
    shares = _reached(reads, files.SHARES)
    comments = _ON_COMMENTS.format(acts.of_comments) if acts.of_comments else ""
    plain = _PLAIN_SHARES.format(acts.plain_shares) if acts.plain_shares else ""
    return {
        "follow": limited(_reached(reads, files.ORGANISATIONS, files.PEOPLE), _NAMES),
        "like": limited(_reached(reads, files.REACTIONS), _NO_AUTHOR, _ANY_REACTION, comments),
        "repost": limited(_reached(reads, files.REPOSTS, files.SHARES), _NO_AUTHOR, plain),
        "quote": limited(shares, _QUOTE),
        "link": limited(shares, _SHORT_LINKS),
        "post": shares,
    }


def _reached(reads: _Reads, *expected: Table) -> Reach:
    """Judge what the expected files gave; one that is missing makes what was read a part."""
    missing = [table.name for table in expected if not table.found(reads.archive)]
    lacks = f"There is no {' or '.join(missing)} in the export. {ORDER['linkedin']}"
    if len(missing) == len(expected):
        return Reach("unavailable", lacks)
    read = [one for table in expected for one in reads.by_table.get(table, ())]
    troubles = [one.trouble or not_understood(one.tally) for one in read]
    if read and all(one.broken for one in read):
        return Reach("failed", " ".join([*troubles, *([lacks] if missing else [])]))
    return Reach("complete").but(*troubles, lacks if missing else "")


def _accounts(interactions: pd.DataFrame, acts: Acts, as_at: datetime) -> pd.DataFrame:
    ids = interactions["account_id"].dropna().drop_duplicates()
    return frames.make(
        "accounts",
        [
            {
                "platform": "linkedin",
                "account_id": name,
                "name": acts.names[name],
                "status": "unknown",
                "as_at": as_at,
            }
            for name in ids
        ],
    )


def _zips(archive: Archive) -> list[re.Match[str]]:
    """Give what LinkedIn wrote into the names of zips, or of the folders made of them."""
    places = dict.fromkeys(f"{member.part}/{member.name}" for member in archive.members)
    return [match for place in places for match in _ZIP.finditer(place)]


def _made_at(archive: Archive) -> datetime | None:
    days = (iso_time(f"{match[4]}-{match[2]}-{match[3]}") for match in _zips(archive))
    return max(filter(None, days), default=None)


def _notes(archive: Archive, acts: Acts) -> Iterator[str]:
    handle = acts.account.handle
    yield f"The export does not say whose it is; it is read as {handle}'s."
    if acts.agency_account.startswith(("company/", "school/", "showcase/")):
        yield (
            f"LinkedIn exports are those of members: {handle} is named as a Page, which has none. "
            "Check that the member acts for the agency alone; for a Page keep a list by hand."
        )
    kinds = {match[1].casefold() for match in _zips(archive)}
    if kinds == {"basic"}:
        yield f"This is the first, smaller part of an export. {ORDER['linkedin']}"
    if acts.names:
        yield _BY_NAME
    if acts.undated:
        yield f"{acts.undated:,} acts have no date that can be read; their date is left empty."
    if archive.find(r"connections\.csv"):
        yield (
            "Connections.csv is not read: a connection is mutual and no follow, and the file holds "
            "e-mail addresses."
        )


FORMAT = ExportFormat(
    platform="linkedin",
    name="LinkedIn export",
    recognise=recognise,
    read=read,
    unread=(Unread(r"articles/[^/]+\.html?", "with the member's own articles"),),
)
