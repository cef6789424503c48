"""How much of each kind an Instagram export could give, and in plain words what it could not."""

from collections.abc import Iterator, Mapping, Sequence

from connectors.archive import Archive
from connectors.coverage import Reach
from connectors.exports import instagram_files as files
from connectors.exports.instagram_likes import OF_A_COMMENT
from connectors.exports.instagram_reading import Reads
from connectors.exports.meta_coverage import limited, reached
from connectors.exports.meta_files import Files, said_empty
from connectors.exports.reading import FileRead

SHORTER = "Where it was ordered for less than All time, older ones are missing."
IN_TEXTS = "Links are those in the texts; the export gives no other."
_FOLLOWS = "“Followers and following” (under Connections)"
_LIKES = "“Likes” and “Story interactions”"
_POSTS = "“Media”"
_NO_REPOSTS = (
    "There is no reposts.json in the export. Instagram leaves it out of most, so that this does "
    "not mean that nothing was reposted."
)
_SOME_REPOSTS = "Instagram does not say whether reposts.json holds every repost."
_INTERACTIONS = (
    "note_and_repost_interactions.json is not read: it has no times and does not say who reposted."
)
_DRAFTS = "other_content.json is not read: it mixes reels with drafts that were never posted."
_NO_QUOTES = "Instagram has no quotes."


def reach(archive: Archive, reads: Reads) -> Mapping[str, Reach]:
    """Say for each kind how far the export could look."""
    posts = _posts(archive, reads)
    return {
        "follow": limited(
            reached(archive, reads.follows, [files.FOLLOWING], files.FOLLOW_FOLDERS, _FOLLOWS).but(
                *_troubles(reads.unfollowed)
            ),
            SHORTER,
        ),
        "like": _likes(archive, reads),
        "repost": _reposts(archive, reads),
        "quote": Reach("unavailable", _NO_QUOTES),
        "link": limited(posts, IN_TEXTS),
        "post": posts,
    }


def _likes(archive: Archive, reads: Reads) -> Reach:
    expected = [files.LIKED, files.STORIES_LIKED]
    own = reached(archive, reads.likes, expected, files.LIKE_FOLDERS, _LIKES)
    comments = sum(read.tally.reported.get(OF_A_COMMENT, 0) for read in reads.comments)
    return limited(
        _but_without(archive, own, files.LIKED, files.LIKE_FOLDERS).but(*_troubles(reads.comments)),
        _missing(archive, [files.STORIES_LIKED]),
        f"Likes of comments ({comments:,}) are not counted." if comments else "",
    )


def _posts(archive: Archive, reads: Reads) -> Reach:
    own = reached(archive, reads.posts, files.OWN_POSTS, files.POST_FOLDERS, _POSTS)
    return limited(
        _but_without(archive, own, files.POSTS, files.POST_FOLDERS),
        _missing(archive, [files.REELS, files.STORIES]),
        _DRAFTS if archive.find(r"(?:media|content)/other_content\.json") else "",
    )


def _reposts(archive: Archive, reads: Reads) -> Reach:
    beside = _INTERACTIONS if archive.find(r"note_and_repost_interactions\.json") else ""
    if not files.REPOSTS.found(archive):
        return Reach("unavailable", " ".join(filter(None, [_NO_REPOSTS, beside])))
    own = reached(archive, reads.reposts, [files.REPOSTS], files.POST_FOLDERS, _POSTS)
    return own if own.status == "failed" else own.but(_SOME_REPOSTS, beside)


def _but_without(archive: Archive, reach: Reach, main: Files, folders: str) -> Reach:
    """Make a kind partial where its main file is missing and lesser ones are there."""
    if reach.status == "unavailable" or main.found(archive) or said_empty(archive, folders):
        return reach
    return reach.but(f"There is no {main.name} in the export.")


def _missing(archive: Archive, expected: Sequence[Files]) -> str:
    names = ", ".join(one.name for one in expected if not one.found(archive))
    return f"Not in the export: {names}." if names else ""


def _troubles(reads: Sequence[FileRead]) -> Iterator[str]:
    return (read.trouble for read in reads if read.trouble)
