"""What Google Takeout holds of a YouTube channel, in one part or in several, in any language.

Which channels it follows, the likes that Google still gives, and what it published itself. What
was watched, and playlists, are passed over and named.
"""

from connectors.archive import Archive
from connectors.collected import Collected, OwnAccount
from connectors.coverage import coverage
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.named_accounts import accounts_of
from connectors.exports.youtube_coverage import passed_over, reach, with_count
from connectors.exports.youtube_files import find_files
from connectors.exports.youtube_owner import (
    made_at,
    missing_parts,
    owner_for,
    owners_of,
    refuse_another,
    whose,
)
from connectors.exports.youtube_reading import Takeout
from connectors.profiles import parse_profile

# Pages (HTML) alone make no Takeout that can be read.
_MARKS = {
    *("subscriptions", "likes", "like count", "activity", "history", "playlists"),
    *("channel", "videos", "video texts", "comments", "posts"),
}


def recognise(archive: Archive) -> bool:
    """Tell a Takeout with YouTube in it, whole, unpacked, one of its parts or one inner file."""
    return bool(_MARKS & set(find_files(archive)))


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the channels that the Takeout is of, by id and title; it hardly ever gives handles."""
    known = owners_of(archive, find_files(archive))
    return tuple(ExportOwner(one.channel, one.channel, one.title) for one in known)


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read subscriptions, likes, videos, posts and comments; a broken file fails its own kinds."""
    found = find_files(archive)
    owner = owner_for(owners_of(archive, found), account)
    refuse_another(owner, account)
    own = parse_profile(owner.channel if owner else account.handle, "youtube")
    agency_account = own.account_id if own else account.handle.casefold()
    takeout = Takeout(archive, account, agency_account, found)
    reads = takeout.read()
    interactions = reads.interactions()
    as_at = made_at(archive) or account.as_at or account.read_at
    told = reach(found, reads, interactions)
    return Collected(
        agency_account=agency_account,
        interactions=interactions,
        accounts=accounts_of(interactions, takeout.profiles, takeout.names, as_at),
        coverage=with_count(
            coverage(account, agency_account, interactions, told, as_at), reads.count
        ),
        inputs=archive.inputs,
        tallies=tuple(one.tally for one in reads.every()),
        notes=(
            *whose(owner, account, reads.hold_nothing),
            *missing_parts(archive),
            *passed_over(found, reads),
        ),
    )


FORMAT = ExportFormat("youtube", "YouTube Takeout", recognise, read, owners)
