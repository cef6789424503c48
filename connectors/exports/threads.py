"""The Threads part of an Instagram export: ``your_instagram_activity/threads/``.

One zip may serve two accounts of a configuration, one of Instagram and one of Threads; each is
read by its own format.
"""

from collections.abc import Mapping

from connectors import frames
from connectors.archive import Archive
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach, coverage
from connectors.exports import threads_files as files
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.instagram_coverage import IN_TEXTS, SHORTER
from connectors.exports.instagram_follows import Follows
from connectors.exports.instagram_likes import Likes
from connectors.exports.instagram_owner import (
    id_of,
    made_at,
    own_profile,
    owner_of,
    owners_of,
    refuse_another,
    refuse_pages,
    whose,
)
from connectors.exports.instagram_posts import Posts
from connectors.exports.meta_coverage import limited, reached, several
from connectors.exports.meta_files import Files, read_files
from connectors.exports.named_accounts import accounts_of
from connectors.exports.reading import FileRead, read_columns

_PART = "“Threads” (under Your Instagram activity)"
_NO_REPOSTS = (
    "Threads leaves reposts out of its exports, so that this does not mean that nothing was "
    "reposted."
)
_NO_QUOTES = (
    "Threads does not mark quotes in its exports: a quoting post is read as a post of its own."
)
_NO_PARENT = "Replies are left out: Threads does not say to whom."


def recognise(archive: Archive) -> bool:
    """Tell the Threads part of an Instagram export by its files, in JSON or as pages."""
    return files.json_found(archive) or bool(files.pages_found(archive))


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read follows, likes and own threads; raises SourceError for pages (HTML).

    A broken file fails its own kinds alone.
    """
    pages = files.pages_found(archive)
    refuse_pages(archive, "a Threads export", pages)
    owner = owner_of(archive, "threads", files.OWNER, own_profile(account))
    refuse_another(account, owner)
    agency_account = id_of(owner, account)
    follows, likes = Follows(account, agency_account), Likes(account, agency_account)
    posts = Posts(account, agency_account)
    # First, so that the list of follows knows what was unfollowed later.
    unfollowed = read_files(archive, account, ["follow"], [(files.UNFOLLOWED, follows.unfollow)])
    followed = read_files(archive, account, ["follow"], [(files.FOLLOWING, follows.follow)])
    liked = read_files(archive, account, ["like"], [(files.LIKED, likes.like)], read_columns)
    posted = read_files(
        archive, account, ["post", "link"], [(files.POSTS, posts.post)], read_columns
    )
    every = [*unfollowed, *followed, *liked, *posted]
    interactions = frames.concat("interactions", [read.interactions for read in every])
    reach = _reach(archive, unfollowed, followed, liked, posted)
    as_at = made_at(archive) or account.as_at or account.read_at
    return Collected(
        agency_account=agency_account,
        interactions=interactions,
        accounts=accounts_of(
            interactions, {**likes.profiles, **follows.profiles}, follows.names, as_at
        ),
        coverage=coverage(account, agency_account, interactions, reach, as_at),
        inputs=archive.inputs,
        tallies=tuple(read.tally for read in every),
        notes=(*whose(account, owner, pages), *several(followed)),
    )


def _reach(
    archive: Archive,
    unfollowed: list[FileRead],
    followed: list[FileRead],
    liked: list[FileRead],
    posted: list[FileRead],
) -> Mapping[str, Reach]:
    """Say for each kind how far the export could look."""
    posts = _reached(archive, posted, files.POSTS)
    return {
        "follow": limited(
            _reached(archive, followed, files.FOLLOWING).but(
                *(read.trouble for read in unfollowed)
            ),
            SHORTER,
        ),
        "like": _reached(archive, liked, files.LIKED),
        "repost": Reach("unavailable", _NO_REPOSTS),
        "quote": Reach("unavailable", _NO_QUOTES),
        "link": limited(posts, IN_TEXTS),
        "post": limited(posts, _NO_PARENT),
    }


def _reached(archive: Archive, reads: list[FileRead], expected: Files) -> Reach:
    return reached(archive, reads, [expected], files.FOLDERS, _PART)


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the account of threads/personal_information.json, or of the name of the zip."""
    return owners_of(archive, "threads", files.OWNER)


FORMAT = ExportFormat(
    platform="threads",
    name="Threads export",
    recognise=recognise,
    read=read,
    owners=owners,
    missing_from={
        "instagram": (
            "it is an Instagram export without the folder threads. Order it again and tick "
            f"{_PART} too, with the format JSON and the date range All time."
        )
    },
)
