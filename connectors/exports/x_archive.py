"""The X (Twitter) archive that the owner of an account downloads, 2018 to today.

Files (2026): data/manifest.js, data/following.js, data/like.js, data/tweets.js and their numbered
parts; note-tweet.js with posts of more than 280 characters and community-tweet.js with those in
communities, where there are any; before March 2020 without data/; before 2023 tweet.js for
tweets.js.
"""

from collections.abc import Sequence
from datetime import datetime
from operator import itemgetter

import pandas as pd

from connectors import frames
from connectors.archive import Archive, Member
from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import x_profile
from connectors.exports.another import refuse
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.unread import Unread
from connectors.exports.x_analytics_rows import tables
from connectors.exports.x_coverage import coverage, one_of_several
from connectors.exports.x_manifest import About, Owner, Source, about, sources
from connectors.exports.x_posts import Posts
from connectors.exports.x_reading import FileRead, read_files, set_aside
from connectors.exports.x_values import stand_in

_OURS = (
    r"(?:manifest|account|(?:following|like|tweets?|note-tweet|community-tweet)(?:-part\d+)?)\.js"
)
_MARKS = (b"window.YTD.", b"window.__THAR_CONFIG")
_GRAILBIRD = r"(?:data/js/tweets/\d{4}_\d{2}\.js|tweets\.csv)"
_PAGE_ALONE = r"Your archive\.html"
_NOT_READ = {
    "twitter-circle-tweet": "posts for a circle alone",
    "deleted-tweets": "deleted posts",
}
_EMPTY_FILE = 64


def recognise(archive: Archive) -> bool:
    """Tell an X archive, whole or a single file of it, and its two forms that cannot be read."""
    if any(_is_script(archive, member) for member in archive.find(_OURS)):
        return True
    return bool(archive.find(_GRAILBIRD) or archive.find(_PAGE_ALONE))


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read follows, likes and own posts; raises SourceError where nothing at all can be read."""
    _refuse_unreadable(archive)
    says = about(archive)
    _refuse_another(says.owner, account)
    posts = Posts(_agency_account(says.owner, account), _named(says.owner, account))
    reads = _reads(archive, says, posts, account)
    interactions = frames.concat(
        "interactions", [file.interactions for files in reads.values() for file in files]
    )
    interactions = interactions.assign(account_id=posts.people.resolved(interactions["account_id"]))
    interactions = posts.people.told(interactions)
    as_at = _as_at(says, account)
    return Collected(
        agency_account=posts.agency_account,
        interactions=interactions,
        accounts=posts.people.accounts(_others(interactions, posts.agency_account), as_at),
        coverage=coverage(account, interactions, reads, posts, says, as_at),
        inputs=archive.inputs,
        tallies=tuple(file.tally for files in reads.values() for file in files if file.tally),
        notes=_notes(archive, says, posts, account),
        about=x_profile.about(archive),
    )


def _reads(
    archive: Archive, says: About, posts: Posts, account: OwnAccount
) -> dict[str, tuple[FileRead, ...]]:
    reads: dict[str, tuple[FileRead, ...]] = {"following.js": (), "like.js": ()}
    if account.wants("follow"):
        now, before = _newest(sources(archive, says, "following"))
        reads["following.js"] = read_files(archive, now, posts.follow, account)
        reads["older following.js"] = read_files(archive, before, set_aside, account)
    if account.wants("like"):
        reads["like.js"] = read_files(archive, sources(archive, says, "like"), posts.like, account)
    # Posts are read whatever is asked for: their mentions say which handle has which number.
    # Long posts come first, to be tied to the posts that they belong to as those are read.
    long_posts = _with_records(sources(archive, says, "note-tweet"))
    notes = read_files(archive, long_posts, posts.notes.note, account)
    reads["tweets.js"] = read_files(archive, sources(archive, says, "tweets?"), posts.post, account)
    community = _with_records(sources(archive, says, "community-tweet"))
    reads["community-tweet.js"] = read_files(archive, community, posts.post, account)
    reads["note-tweet.js"] = posts.notes.settled(notes, account)
    return reads


def _with_records(listed: Sequence[Source]) -> list[Source]:
    """Leave out files that are not there and of which the manifest counts nothing."""
    return [source for source in listed if source.member or source.stated]


def _newest(listed: Sequence[Source]) -> tuple[list[Source], list[Source]]:
    """Part follow lists into the newest archive's and the others': a list holds for its day."""
    dated = [
        (source.manifest.made_at, source.manifest)
        for source in listed
        if source.member and source.manifest and source.manifest.made_at
    ]
    if not dated:
        return list(listed), []
    _, newest = max(dated, key=itemgetter(0))
    now = [source for source in listed if source.manifest is newest]
    return now, [source for source in listed if source not in now]


def _is_script(archive: Archive, member: Member) -> bool:
    try:
        return archive.head(member).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_MARKS)
    except SourceError:
        return True  # damaged, but named as ours: reading says so, and goes on with the others


def _refuse_unreadable(archive: Archive) -> None:
    if any(_is_script(archive, member) for member in archive.find(_OURS)):
        return
    name = archive.members[0].part
    if archive.find(_GRAILBIRD):
        raise SourceError(
            f"{name} is a Twitter archive from before 2019, in a form that is no longer read. "
            "Order a new archive in the settings of X and give that."
        )
    raise SourceError(
        f"{name} holds the page “Your archive.html” without the folder data beside it. "
        "Give the whole archive as X sent it."
    )


def _refuse_another(owner: Owner, account: OwnAccount) -> None:
    ours = {"", account.handle.casefold()}
    if not ours & {(owner.handle or "").casefold(), owner.account_id}:
        refuse(account, owner.handle or "")


def _agency_account(owner: Owner, account: OwnAccount) -> str:
    return owner.account_id or stand_in(owner.handle or account.handle)


def _named(owner: Owner, account: OwnAccount) -> Owner:
    return Owner(owner.account_id, owner.handle or account.handle)


def _as_at(says: About, account: OwnAccount) -> datetime:
    made = says.newest.made_at if says.newest else None
    return made or account.as_at or account.read_at


def _others(interactions: pd.DataFrame, own: str) -> "pd.Series[str]":
    ids = interactions["account_id"].dropna().drop_duplicates()
    return ids[ids != own]


def _notes(archive: Archive, says: About, posts: Posts, account: OwnAccount) -> tuple[str, ...]:
    notes = list(says.notes)
    if says.owner == Owner():
        notes.append(f"The archive does not say whose it is; it is read as @{account.handle}'s.")
    if any(manifest.partial for manifest in says.manifests) and not one_of_several(says):
        notes.append("The archive came in several parts; whether all are here it does not say.")
    if posts.undated:
        notes.append(
            f"{posts.undated:,} posts have no date that can be right; their date is left empty."
        )
    notes += [
        f"{member.name} is a table of X Analytics and is not read: the archive holds its posts."
        for member in tables(archive)
    ]
    notes += [
        f"{member.name} holds {words}, which are not read."
        for stem, words in _NOT_READ.items()
        for member in archive.find(rf"{stem}(?:-part\d+)?\.js")
        if member.size > _EMPTY_FILE
    ]
    return tuple(notes)


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the account that manifest.js or account.js names."""
    _refuse_unreadable(archive)
    said = about(archive).owner
    return (ExportOwner(said.handle or "", said.account_id or ""),) if said != Owner() else ()


FORMAT = ExportFormat(
    "x",
    "X archive",
    recognise,
    read,
    owners,
    unread=(Unread(r"article(?:-part\d+)?\.js", "with the account's articles"),),
)
