"""How much of each kind a Facebook export could give, and in plain words what it could not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from connectors import frames
from connectors.archive import Archive
from connectors.coverage import Reach, figures
from connectors.exports import facebook_files as files
from connectors.exports import meta_coverage
from connectors.exports.meta_coverage import limited, reached
from connectors.exports.meta_files import said_empty
from connectors.exports.reading import FileRead
from connectors.frames import READ

_PARTS = {
    "follow": "“Followers” (under Connections) and “Pages”",
    "like": "“Comments and reactions”",
    "post": "“Posts”",
}
_LIKED = "A Page that the account likes counts as followed, unless it was unfollowed later."
_NAMES_ALONE = (
    "Facebook gives {:,} of {:,} by name alone, without an address; nothing is matched by a name."
)
_ANY_REACTION = "Every reaction counts as a like; which one it was stands beside it as evidence."
_NO_TARGET = (
    "Facebook tells a share only by a sentence in the language of the account, so that some may "
    "be missed, and hardly ever says whose post it was."
)
_QUOTE = "A link to a post of another account counts as a quote."


@dataclass(frozen=True)
class Reads:
    """The files of an export that were read, by what they hold."""

    unfollowed: Sequence[FileRead]
    follows: Sequence[FileRead]
    reactions: Sequence[FileRead]
    posts: Sequence[FileRead]

    def every(self) -> Iterator[FileRead]:
        """Give all files in the order in which they were read."""
        yield from (*self.unfollowed, *self.follows, *self.reactions, *self.posts)

    def interactions(self) -> pd.DataFrame:
        """Give the rows of all files in one frame."""
        return frames.concat("interactions", [read.interactions for read in self.every()])


def reach(archive: Archive, reads: Reads, interactions: pd.DataFrame) -> Mapping[str, Reach]:
    """Say for each kind how far the export could look."""
    own = reached(archive, reads.posts, [files.POSTS], files.POST_FOLDERS, _PARTS["post"])
    looked = own.status in READ
    return {
        "follow": _follows(archive, reads, interactions),
        "like": limited(
            reached(
                archive, reads.reactions, [files.REACTIONS], files.REACTION_FOLDERS, _PARTS["like"]
            ),
            _ANY_REACTION,
        ),
        "repost": own.but(_NO_TARGET) if looked else own,
        "quote": limited(own, _QUOTE),
        "link": own,
        "post": own,
    }


def several(reads: Reads) -> Iterable[str]:
    """Say where follow lists of more than one export were read together."""
    lists = ("who_you", "following")
    return meta_coverage.several(
        [
            read
            for read in reads.follows
            if read.member.name.rpartition("/")[2].casefold().startswith(lists)
        ]
    )


def _follows(archive: Archive, reads: Reads, interactions: pd.DataFrame) -> Reach:
    own = reached(
        archive, reads.follows, files.FOLLOW_LISTS, files.FOLLOW_FOLDERS, _PARTS["follow"]
    ).but(*(read.trouble for read in reads.unfollowed))
    if not reads.follows or own.status == "failed":
        return own
    missing = [kind.name for kind in files.FOLLOW_LISTS if not kind.found(archive)]
    if files.FOLLOWED.name in missing and not said_empty(archive, files.FOLLOW_FOLDERS):
        missing.remove(files.FOLLOWED.name)
        own = own.but(f"There is no {files.FOLLOWED.name} in the export.")
    counts = figures(interactions, "follow")
    by_name = counts["unattributed"]
    return limited(
        own,
        _LIKED if files.PAGES_LIKED.found(archive) else "",
        _NAMES_ALONE.format(by_name, counts["fetched"]) if by_name else "",
        f"Not in the export: {', '.join(missing)}." if missing else "",
    )
