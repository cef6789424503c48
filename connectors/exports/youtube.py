"""What Google Takeout holds of a YouTube channel, in one part or in several, in any language.

Which channels it follows, the likes that Google still gives, and what it published itself. What
was watched, and playlists, are passed over and named.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

from connectors.archive import Archive, Member
from connectors.collected import Collected, OwnAccount
from connectors.coverage import coverage
from connectors.errors import SourceError
from connectors.exports import meta_json
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.named_accounts import accounts_of
from connectors.exports.reading import (
    FileRead,
    FileSource,
    Interpret,
    read_records,
    source_name,
)
from connectors.exports.youtube_activity import Activity
from connectors.exports.youtube_coverage import Reads, passed_over, reach, with_count
from connectors.exports.youtube_files import Found, find_files
from connectors.exports.youtube_follows import Follows, outlines, subscription_rows
from connectors.exports.youtube_likes import Likes, count_in, liked_rows
from connectors.exports.youtube_owner import (
    made_at,
    missing_parts,
    owner_for,
    owners_of,
    refuse_another,
    whose,
)
from connectors.exports.youtube_posts import Posts
from connectors.exports.youtube_table import records
from connectors.profiles import parse_profile

# Pages (HTML) alone make no Takeout that can be read.
_MARKS = {
    *("subscriptions", "likes", "like count", "activity", "history", "playlists"),
    *("channel", "videos", "video texts", "comments", "posts"),
}
# Google wraps no list in an object.
_NO_KEY = r"(?!)"
# How the files of a form are read: their records, and what one of them gives.
_Form = tuple[Callable[[Archive, Member], Iterator[object]], Interpret]


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
    likes, posts = Likes(account, agency_account), Posts(account, agency_account)
    activity = Activity(likes)
    files = _Files(archive, account, found)
    # First, for it names the channels of likes and the days of subscriptions.
    entries = files.read("activity", {"": (_items, activity.entry)})
    follows = Follows(account, agency_account, activity.since)
    _learn_texts(archive, found, posts)
    reads = Reads(
        activity=entries,
        follows=files.read(
            "subscriptions",
            {
                ".csv": (subscription_rows, follows.row),
                ".json": (_items, follows.item),
                "": (outlines, follows.outline),
            },
        ),
        likes=files.read("likes", {".csv": (liked_rows, likes.row), "": (_items, likes.item)}),
        videos=[
            *files.read("videos", {"": (records, posts.video)}),
            *files.read("video texts", {"": (records, posts.text)}),
        ],
        posts=files.read("posts", {"": (records, posts.post)}),
        comments=files.read("comments", {"": (records, posts.comment)}),
        count=_count(archive, found),
    )
    interactions = reads.interactions()
    as_at = made_at(archive) or account.as_at or account.read_at
    told = reach(found, reads, interactions)
    names = {**likes.names, **follows.names}
    profiles = {**likes.profiles, **follows.profiles}
    return Collected(
        agency_account=agency_account,
        interactions=interactions,
        accounts=accounts_of(interactions, profiles, names, as_at),
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


class _Files:
    """The files of a Takeout with the account that they are read for."""

    def __init__(self, archive: Archive, account: OwnAccount, found: Found) -> None:
        self._archive = archive
        self._account = account
        self._found = found

    def read(self, kind: str, forms: Mapping[str, _Form]) -> list[FileRead]:
        """Read the files of a kind, each by the first form that its name ends with."""
        return [self._read(member, forms) for member in self._found.get(kind, ())]

    def _read(self, member: Member, forms: Mapping[str, _Form]) -> FileRead:
        name = member.name.casefold()
        suffix = next(suffix for suffix in forms if name.endswith(suffix))
        found, interpret = forms[suffix]
        noun = "row" if name.endswith(".csv") else "record"
        source = FileSource(member, source_name(self._archive, member), noun)
        return read_records(source, found(self._archive, member), interpret, self._account)


def _items(archive: Archive, member: Member) -> Iterator[object]:
    return meta_json.records(archive, member, _NO_KEY)


def _learn_texts(archive: Archive, found: Found, posts: Posts) -> None:
    for member in found.get("video texts", ()):
        # A file that breaks here breaks once more when it is read, and is told about there.
        with suppress(SourceError):
            posts.learn_texts(records(archive, member))


def _count(archive: Archive, found: Found) -> int | None:
    counts = [count_in(archive, member) for member in found.get("like count", ())]
    return max((count for count in counts if count is not None), default=None)


FORMAT = ExportFormat("youtube", "YouTube Takeout", recognise, read, owners)
