"""The JSON export that a Facebook profile or Page downloads, in one zip or in many.

Whom it follows, what it reacted to, and its own posts; several exports of one account may be
given together, and each act counts once.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress

from connectors import columns
from connectors.archive import Archive, Member
from connectors.collected import Collected, OwnAccount
from connectors.coverage import coverage
from connectors.errors import SourceError
from connectors.exports import facebook_files as files
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.facebook_coverage import Reads, reach, several
from connectors.exports.facebook_follows import Follows
from connectors.exports.facebook_owner import (
    made_at,
    names_of_zips,
    owner_of,
    refuse_another,
    refuse_others,
    whose,
)
from connectors.exports.facebook_posts import Posts
from connectors.exports.facebook_reactions import Reactions
from connectors.exports.meta_coverage import lists_beside
from connectors.exports.meta_files import Files
from connectors.exports.meta_json import records
from connectors.exports.named_accounts import accounts_of
from connectors.exports.reading import FileRead, Interpret, read_columns, read_file, read_records
from connectors.profiles import parse_profile

_POST_KINDS = ("repost", "quote", "link", "post")
_HEAD = 4_096


def recognise(archive: Archive) -> bool:
    """Tell a Facebook export by its files, whole, unpacked or one file, in JSON or as pages."""
    return files.json_found(archive) or bool(files.pages_found(archive))


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read follows, reactions and posts; raises SourceError for pages and administrators' exports.

    A broken file fails its own kinds alone.
    """
    owner = owner_of(archive)
    refuse_others(archive, account, owner)
    refuse_another(account, owner)
    own = owner.profile or parse_profile(account.handle, "facebook")
    agency_account = own.account_id if own else account.handle.casefold()
    follows, reactions = Follows(account, agency_account), Reactions(account, agency_account)
    posts = Posts(account, agency_account)
    _learn_names(archive, follows)
    reads = Reads(
        # First, so that the lists know what was unfollowed later.
        unfollowed=_read_unfollowed(archive, follows, account),
        follows=_read_follows(archive, follows, account),
        reactions=_read_reactions(archive, reactions, account),
        posts=_read_posts(archive, posts, account),
    )
    interactions = reads.interactions()
    as_at = made_at(archive) or account.as_at or account.read_at
    profiles = {**posts.profiles, **reactions.profiles, **follows.profiles}
    names = {**reactions.names, **follows.names}
    return Collected(
        agency_account=agency_account,
        interactions=interactions,
        accounts=accounts_of(interactions, profiles, names, as_at),
        coverage=coverage(
            account, agency_account, interactions, reach(archive, reads, interactions), as_at
        ),
        inputs=archive.inputs,
        tallies=tuple(read.tally for read in reads.every()),
        notes=(*whose(archive, account, owner), *several(reads), *lists_beside(archive)),
    )


def _learn_names(archive: Archive, follows: Follows) -> None:
    for kind in files.FOLLOW_LISTS:
        for member in kind.found(archive):
            # A list that breaks here breaks once more when it is read, and is told about there.
            with suppress(SourceError):
                follows.learn(records(archive, member, kind.key))


def _read_unfollowed(archive: Archive, follows: Follows, account: OwnAccount) -> list[FileRead]:
    found = files.UNFOLLOWED.found(archive) if account.wants("follow") else ()
    return _read_all(archive, files.UNFOLLOWED, found, follows.unfollow, account)


def _read_follows(archive: Archive, follows: Follows, account: OwnAccount) -> list[FileRead]:
    if not account.wants("follow"):
        return []
    lists = [(kind, member) for kind in files.FOLLOW_LISTS for member in kind.found(archive)]
    return [read_file(archive, member, kind.key, follows.follow, account) for kind, member in lists]


def _read_reactions(archive: Archive, reactions: Reactions, account: OwnAccount) -> list[FileRead]:
    if not account.wants("like"):
        return []
    # The form with addresses says more, so that it comes first and the other adds what it lacks.
    found = sorted(
        files.REACTIONS.found(archive), key=lambda member: not _has_labels(archive, member)
    )
    return _read_all(archive, files.REACTIONS, found, reactions.react, account, read_columns)


def _read_posts(archive: Archive, posts: Posts, account: OwnAccount) -> list[FileRead]:
    if not any(map(account.wants, _POST_KINDS)):
        return []
    found = files.POSTS.found(archive)
    reads = _read_all(archive, files.POSTS, found, posts.post, account, read_columns)
    return [posts.finished(read) for read in reads]


def _read_all(
    archive: Archive,
    kind: Files,
    found: Sequence[Member],
    interpret: Interpret | columns.Interpret,
    account: OwnAccount,
    read: Callable[..., FileRead] = read_records,
) -> list[FileRead]:
    return [read_file(archive, member, kind.key, interpret, account, read) for member in found]


def _has_labels(archive: Archive, member: Member) -> bool:
    try:
        return b'"label_values"' in archive.head(member, _HEAD)
    except SourceError:
        return False


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the account of profile_information.json, or the name that the names of the zips hold."""
    owner = owner_of(archive)
    handle = owner.profile.handle or owner.profile.account_id if owner.profile else ""
    account_id = owner.profile.account_id if owner.profile else ""
    named = handle or next(iter(names_of_zips(archive)), "")
    return (ExportOwner(named, account_id, owner.name),) if named or owner.name else ()


FORMAT = ExportFormat("facebook", "Facebook export", recognise, read, owners, unread=files.UNREAD)
