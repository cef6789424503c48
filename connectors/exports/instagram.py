"""The JSON export of an Instagram account, in one zip or in many.

Whom it follows, which posts and stories it liked, what it posted and, since 2026, reposted.
Several exports of one account may be given together, and each act counts once.
"""

from connectors.archive import Archive
from connectors.collected import Collected, OwnAccount
from connectors.coverage import coverage
from connectors.exports import instagram_files as files
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.instagram_coverage import Reads, reach
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
from connectors.exports.meta_coverage import lists_beside, several
from connectors.exports.meta_files import read_files
from connectors.exports.named_accounts import accounts_of
from connectors.exports.ordering import ORDER
from connectors.exports.reading import read_columns


def recognise(archive: Archive) -> bool:
    """Tell an Instagram export by its files, in JSON or as pages; Threads alone is none."""
    return files.json_found(archive) or bool(files.pages_found(archive))


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read follows, likes, posts and reposts; raises SourceError for pages (HTML).

    A broken file fails its own kinds alone.
    """
    pages = files.pages_found(archive)
    refuse_pages(archive, "an Instagram export", pages)
    owner = owner_of(archive, "instagram", files.OWNER, own_profile(account))
    refuse_another(account, owner)
    agency_account = id_of(owner, account)
    follows, likes = Follows(account, agency_account), Likes(account, agency_account)
    reads = _reads(archive, account, follows, likes, Posts(account, agency_account))
    interactions = reads.interactions()
    as_at = made_at(archive) or account.as_at or account.read_at
    return Collected(
        agency_account=agency_account,
        interactions=interactions,
        accounts=accounts_of(
            interactions,
            {**likes.profiles, **follows.profiles},
            {**likes.names, **follows.names},
            as_at,
        ),
        coverage=coverage(account, agency_account, interactions, reach(archive, reads), as_at),
        inputs=archive.inputs,
        tallies=tuple(read.tally for read in reads.every()),
        notes=(
            *whose(account, owner, pages),
            *several(reads.follows),
            *lists_beside(archive),
        ),
    )


def _reads(
    archive: Archive, account: OwnAccount, follows: Follows, likes: Likes, posts: Posts
) -> Reads:
    own = [(kind, posts.post) for kind in files.OWN_POSTS]
    liked = [(files.LIKED, likes.like), (files.STORIES_LIKED, likes.story)]
    return Reads(
        # First, so that the list of follows knows what was unfollowed later.
        read_files(archive, account, ["follow"], [(files.UNFOLLOWED, follows.unfollow)]),
        read_files(archive, account, ["follow"], [(files.FOLLOWING, follows.follow)]),
        read_files(archive, account, ["like"], liked, read_columns),
        read_files(
            archive, account, ["like"], [(files.COMMENTS_LIKED, likes.comment)], read_columns
        ),
        read_files(archive, account, ["post", "link"], own, read_columns),
        read_files(archive, account, ["repost"], [(files.REPOSTS, likes.repost)], read_columns),
    )


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the account of personal_information.json, or of the name of the zip."""
    return owners_of(archive, "instagram", files.OWNER)


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
