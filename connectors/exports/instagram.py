"""The JSON export of an Instagram account, in one zip or in many.

Whom it follows, which posts and stories it liked, what it posted and, since 2026, reposted.
Several exports of one account may be given together, and each act counts once.
"""

from dataclasses import replace

from connectors.archive import Archive
from connectors.collected import Collected, OwnAccount
from connectors.exports import instagram_files as files
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.instagram_coverage import reach
from connectors.exports.instagram_owner import owners_of
from connectors.exports.instagram_reading import Part, Readers, Reads, collect
from connectors.exports.meta_coverage import lists_beside
from connectors.exports.meta_files import read_files
from connectors.exports.ordering import ORDER
from connectors.exports.reading import read_columns


def recognise(archive: Archive) -> bool:
    """Tell an Instagram export by its files, in JSON or as pages; Threads alone is none."""
    return files.json_found(archive) or bool(files.pages_found(archive))


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read follows, likes, posts and reposts; raises SourceError for pages (HTML).

    A broken file fails its own kinds alone.
    """
    collected = collect(archive, account, _PART)
    return replace(collected, notes=(*collected.notes, *lists_beside(archive)))


def _reads(archive: Archive, account: OwnAccount, readers: Readers) -> Reads:
    follows, likes = readers.follows, readers.likes
    own = [(kind, readers.posts.post) for kind in files.OWN_POSTS]
    liked = [(files.LIKED, likes.like), (files.STORIES_LIKED, likes.story)]
    comments = [(files.COMMENTS_LIKED, likes.comment)]
    return Reads(
        # First, so that the list of follows knows what was unfollowed later.
        unfollowed=read_files(archive, account, ["follow"], [(files.UNFOLLOWED, follows.unfollow)]),
        follows=read_files(archive, account, ["follow"], [(files.FOLLOWING, follows.follow)]),
        likes=read_files(archive, account, ["like"], liked, read_columns),
        comments=read_files(archive, account, ["like"], comments, read_columns),
        posts=read_files(archive, account, ["post", "link"], own, read_columns),
        reposts=read_files(
            archive, account, ["repost"], [(files.REPOSTS, likes.repost)], read_columns
        ),
    )


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the account of personal_information.json, or of the name of the zip."""
    return owners_of(archive, "instagram", files.OWNER)


_PART = Part("an Instagram export", files.OWNER, files.pages_found, _reads, reach)
FORMAT = ExportFormat(
    platform="instagram",
    name="Instagram export",
    recognise=recognise,
    read=read,
    owners=owners,
    missing_from={
        "threads": f"it holds Threads alone and nothing of Instagram. {ORDER['instagram']}"
    },
)
