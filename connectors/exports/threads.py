"""The Threads part of an Instagram export: ``your_instagram_activity/threads/``.

One zip may serve two accounts of a configuration, one of Instagram and one of Threads; each is
read by its own format.
"""

from collections.abc import Mapping, Sequence

from connectors.archive import Archive
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach
from connectors.exports import threads_files as files
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.instagram_coverage import IN_TEXTS, SHORTER
from connectors.exports.instagram_owner import owners_of
from connectors.exports.instagram_reading import Part, Readers, Reads, collect
from connectors.exports.meta_coverage import limited, reached
from connectors.exports.meta_files import Files, read_files
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
    return collect(archive, account, _THREADS)


def _reads(archive: Archive, account: OwnAccount, readers: Readers) -> Reads:
    follows, liked = readers.follows, [(files.LIKED, readers.likes.like)]
    posts = [(files.POSTS, readers.posts.post)]
    return Reads(
        # First, so that the list of follows knows what was unfollowed later.
        unfollowed=read_files(archive, account, ["follow"], [(files.UNFOLLOWED, follows.unfollow)]),
        follows=read_files(archive, account, ["follow"], [(files.FOLLOWING, follows.follow)]),
        likes=read_files(archive, account, ["like"], liked, read_columns),
        posts=read_files(archive, account, ["post", "link"], posts, read_columns),
    )


def _reach(archive: Archive, reads: Reads) -> Mapping[str, Reach]:
    """Say for each kind how far the export could look."""
    posts = _reached(archive, reads.posts, files.POSTS)
    troubles = (read.trouble for read in reads.unfollowed)
    return {
        "follow": limited(
            _reached(archive, reads.follows, files.FOLLOWING).but(*troubles), SHORTER
        ),
        "like": _reached(archive, reads.likes, files.LIKED),
        "repost": Reach("unavailable", _NO_REPOSTS),
        "quote": Reach("unavailable", _NO_QUOTES),
        "link": limited(posts, IN_TEXTS),
        "post": limited(posts, _NO_PARENT),
    }


def _reached(archive: Archive, reads: Sequence[FileRead], expected: Files) -> Reach:
    return reached(archive, reads, [expected], files.FOLDERS, _PART)


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the account of threads/personal_information.json, or of the name of the zip."""
    return owners_of(archive, "threads", files.OWNER)


_THREADS = Part("a Threads export", files.OWNER, files.pages_found, _reads, _reach)
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
