"""The export of a TikTok account, as JSON or as text: follows, likes, reposts and own videos.

Its lists of what was watched, searched, kept or sent to somebody are private and never read.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from connectors import columns, frames
from connectors.archive import Archive, Member
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach, coverage, figures
from connectors.errors import SourceError
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.instagram_owner import id_of, refuse_another, whose
from connectors.exports.meta_coverage import limited, several
from connectors.exports.named_accounts import accounts_of
from connectors.exports.ordering import ORDER
from connectors.exports.reading import (
    FileRead,
    FileSource,
    not_understood,
    read_blocks,
    source_name,
)
from connectors.exports.tiktok_acts import Acts
from connectors.exports.tiktok_fields import fields_of
from connectors.exports.tiktok_json import JsonLists, read_lists
from connectors.exports.tiktok_text import TEXT_LISTS, in_other_language, is_tiktok, text_records
from connectors.profile_form import Profile, profile_of

_JSON = r"user_data(?:_tiktok)?(?: ?\(\d+\))?\.json"
_MARKS = re.compile(
    rb'"(?:ItemFavoriteList|FavoriteVideoList|FansList|RepostList|ShareHistoryList|ProfileMap|'
    rb'IsFastLane|ActivitySummaryMap|Likes and Favorites|Profile And Settings)"\s*:'
)
_HEAD = 4_096
_MADE = re.compile(r"tiktok_data_(\d{10})(?!\d)", re.IGNORECASE)
_NAMES = {
    "follow": "list “Following”",
    "like": "“Like List”",
    "repost": "list “Reposts”",
    "post": "list “Posts”",
}
_ACTS_OF = {
    "follow": ("follow",),
    "like": ("like",),
    "repost": ("repost",),
    "post": ("post", "link"),
}
_NO_AUTHOR = "TikTok does not say whose video it was."
_NO_FOLLOWS = (
    "TikTok has given empty lists to accounts that follow others: compare with the number on the "
    "profile."
)
_NO_REPOSTS = "TikTok leaves reposts out of some exports, so that none may have been given here."
_NO_QUOTES = "TikTok does not mark duets and stitches with others' videos in its exports."
_IN_TITLES = "Links are those in the titles of videos; the export gives no other."
_NO_ADDRESS = "The export gives the title of a video, not its address."


@dataclass(frozen=True)
class _Read:
    """One list that was read, and the kind of act it holds."""

    kind: str
    file: FileRead


@dataclass(frozen=True)
class _Reads:
    """All lists that were read, and where a file broke before all of them could be found."""

    lists: tuple[_Read, ...]
    troubles: tuple[str, ...]

    def of(self, kind: str) -> list[FileRead]:
        return [one.file for one in self.lists if one.kind == kind]


def recognise(archive: Archive) -> bool:
    """Tell a TikTok export by its files, in JSON or as text; a file alone by how it begins."""
    return bool(_json_files(archive)) or is_tiktok(archive)


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read follows, likes, reposts and videos; raises SourceError for text in another language."""
    files = {member: read_lists(archive, member) for member in _json_files(archive)}
    _refuse_other_language(archive)
    owner = next(iter(_owners(files.values())), None)
    refuse_another(account, owner)
    acts = Acts(account, id_of(owner, account))
    reads = _read_all(archive, files, acts)
    interactions = frames.concat("interactions", [one.file.interactions for one in reads.lists])
    as_at = _made_at(archive) or account.as_at or account.read_at
    reach = _reach(reads, figures(interactions, "follow")["fetched"])
    return Collected(
        agency_account=acts.agency_account,
        interactions=interactions,
        accounts=accounts_of(interactions, acts.profiles, {}, as_at),
        coverage=coverage(account, acts.agency_account, interactions, reach, as_at),
        inputs=archive.inputs,
        tallies=tuple(one.file.tally for one in reads.lists),
        notes=(*whose(account, owner, ()), *several(reads.of("follow"))),
    )


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the account whose username stands in the JSON, if it does."""
    lists = [read_lists(archive, member) for member in _json_files(archive)]
    return tuple(ExportOwner(one.handle or "") for one in _owners(lists))


def _json_files(archive: Archive) -> tuple[Member, ...]:
    named = archive.find(_JSON)
    if named or len(archive.members) > 1:
        return named
    return tuple(one for one in archive.find(r"[^/]+\.json") if _begins(archive, one))


def _begins(archive: Archive, member: Member) -> bool:
    try:
        return bool(_MARKS.search(archive.head(member, _HEAD)))
    except SourceError:
        return False


def _refuse_other_language(archive: Archive) -> None:
    other = in_other_language(archive)
    if other:
        raise SourceError(
            f"{other[0].label} is of a TikTok export made as text, in a language that is not known "
            f"here. {ORDER['tiktok']}"
        )


def _owners(lists: Iterable[JsonLists]) -> list[Profile]:
    written = (profile_of("tiktok", f"@{one.owner}") for one in lists)
    return list(dict.fromkeys(filter(None, written)))


def _read_all(archive: Archive, files: Mapping[Member, JsonLists], acts: Acts) -> _Reads:
    wanted = [kind for kind, acts_of in _ACTS_OF.items() if any(map(acts.account.wants, acts_of))]
    lists = [
        (kind, FileSource(member, f"{source_name(archive, member)}, {_NAMES[kind]}"), iter(records))
        for member, found in files.items()
        for kind, records in found.records.items()
    ]
    texts = [
        (
            one.kind,
            FileSource(member, source_name(archive, member)),
            fields_of(text_records(archive, member)),
        )
        for one in TEXT_LISTS
        for member in one.found(archive)
    ]
    readers: Mapping[str, columns.Interpret] = {
        "follow": acts.follow,
        "like": acts.like,
        "repost": acts.repost,
        "post": acts.post,
    }
    return _Reads(
        tuple(
            _Read(kind, read_blocks(source, found, readers[kind], acts.account))
            for kind, source, found in (*lists, *texts)
            if kind in wanted
        ),
        tuple(found.trouble for found in files.values() if found.trouble),
    )


def _reach(reads: _Reads, follows: int) -> Mapping[str, Reach]:
    posts = _reached(reads, "post")
    reposts = limited(_reached(reads, "repost"), _NO_AUTHOR)
    return {
        "follow": limited(_reached(reads, "follow"), "" if follows else _NO_FOLLOWS),
        "like": limited(_reached(reads, "like"), _NO_AUTHOR),
        "repost": reposts.but(_NO_REPOSTS) if reposts.status == "unavailable" else reposts,
        "quote": Reach("unavailable", _NO_QUOTES),
        "link": limited(posts, _IN_TITLES),
        "post": limited(posts, _NO_ADDRESS),
    }


def _reached(reads: _Reads, kind: str) -> Reach:
    """Judge what the lists of a kind gave; a file that broke may have held more of them."""
    files = reads.of(kind)
    if not files and not reads.troubles:
        return Reach("unavailable", f"There is no {_NAMES[kind]} in the export. {ORDER['tiktok']}")
    troubles = [one.trouble or not_understood(one.tally) for one in files]
    if all(one.broken for one in files):
        return Reach("failed", " ".join(filter(None, [*troubles, *reads.troubles])))
    return Reach("complete").but(*troubles, *reads.troubles)


def _made_at(archive: Archive) -> datetime | None:
    """Read the newest time that TikTok wrote into the names of zips or folders, in UTC."""
    places = dict.fromkeys(f"{member.part}/{member.name}" for member in archive.members)
    seconds = [int(match[1]) for place in places for match in _MADE.finditer(place)]
    return datetime.fromtimestamp(max(seconds), UTC) if seconds else None


FORMAT = ExportFormat(
    platform="tiktok", name="TikTok export", recognise=recognise, read=read, owners=owners
)
