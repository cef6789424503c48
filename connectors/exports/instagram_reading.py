"""How an export of Instagram is read, and that of Threads inside it: the same course for both."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from connectors import frames
from connectors.archive import Archive, Member
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach, coverage
from connectors.exports.instagram_follows import Follows
from connectors.exports.instagram_likes import Likes
from connectors.exports.instagram_owner import (
    id_of,
    made_at,
    own_profile,
    owner_of,
    refuse_another,
    refuse_pages,
    whose,
)
from connectors.exports.instagram_posts import Posts
from connectors.exports.meta_coverage import several
from connectors.exports.meta_files import Files
from connectors.exports.named_accounts import accounts_of
from connectors.exports.reading import FileRead


@dataclass(frozen=True)
class Readers:
    """What reads the records of one account, file after file."""

    follows: Follows
    likes: Likes
    posts: Posts


@dataclass(frozen=True)
class Reads:
    """The files of an export that were read, by what they hold."""

    unfollowed: Sequence[FileRead]
    follows: Sequence[FileRead]
    likes: Sequence[FileRead]
    posts: Sequence[FileRead]
    comments: Sequence[FileRead] = ()
    reposts: Sequence[FileRead] = ()

    def every(self) -> Iterator[FileRead]:
        """Give all files in the order in which they are counted."""
        yield from (*self.unfollowed, *self.follows, *self.likes, *self.comments)
        yield from (*self.posts, *self.reposts)

    def interactions(self) -> pd.DataFrame:
        """Give the rows of all files in one frame."""
        return frames.concat("interactions", [read.interactions for read in self.every()])


@dataclass(frozen=True)
class Part:
    """What one platform's part of an export is called, which files it has, and how far it looks."""

    called: str
    owner: Files
    pages: Callable[[Archive], tuple[Member, ...]]
    read: Callable[[Archive, OwnAccount, Readers], Reads]
    reach: Callable[[Archive, Reads], Mapping[str, Reach]]


def collect(archive: Archive, account: OwnAccount, part: Part) -> Collected:
    """Read the part; raises SourceError for pages (HTML) and for the export of another account."""
    pages = part.pages(archive)
    refuse_pages(archive, part.called, pages)
    owner = owner_of(archive, account.platform, part.owner, own_profile(account))
    refuse_another(account, owner)
    own = id_of(owner, account)
    follows, likes = Follows(account, own), Likes(account, own)
    reads = part.read(archive, account, Readers(follows, likes, Posts(account, own)))
    interactions = reads.interactions()
    as_at = made_at(archive) or account.as_at or account.read_at
    profiles, names = {**likes.profiles, **follows.profiles}, {**likes.names, **follows.names}
    return Collected(
        agency_account=own,
        interactions=interactions,
        accounts=accounts_of(interactions, profiles, names, as_at),
        coverage=coverage(account, own, interactions, part.reach(archive, reads), as_at),
        inputs=archive.inputs,
        tallies=tuple(read.tally for read in reads.every()),
        notes=(*whose(account, owner, pages), *several(reads.follows)),
    )
