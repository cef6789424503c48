"""The files of a Takeout, each read by what it holds and the form that it is in."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

from connectors import columns
from connectors.archive import Archive, Member
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports.reading import (
    FileRead,
    FileSource,
    Interpret,
    read_blocks,
    read_records,
    source_name,
)
from connectors.exports.youtube_activity import Activity
from connectors.exports.youtube_coverage import Reads
from connectors.exports.youtube_files import Found
from connectors.exports.youtube_follows import Follows, outlines, subscription_rows
from connectors.exports.youtube_json import items
from connectors.exports.youtube_likes import Likes, count_in, liked_rows
from connectors.exports.youtube_posts import Posts
from connectors.exports.youtube_table import records, tables
from connectors.profile_form import Profile

# How a file of one form is read.
_Form = Callable[[Archive, Member, FileSource, OwnAccount], FileRead]
_Records = Callable[[Archive, Member], Iterable[Any]]


class Takeout:
    """The files of a Takeout with the account that they are read for."""

    def __init__(
        self, archive: Archive, account: OwnAccount, agency_account: str, found: Found
    ) -> None:
        self._archive, self._account, self._found = archive, account, found
        self._likes = Likes(account, agency_account)
        self._posts = Posts(account, agency_account)
        self._activity = Activity(self._likes)
        self._follows = Follows(account, agency_account, self._activity.since)

    @property
    def profiles(self) -> Mapping[str, Profile]:
        """Give the channels that were named, by id."""
        return {**self._likes.profiles, **self._follows.profiles}

    @property
    def names(self) -> Mapping[str, str]:
        """Give the titles of channels, by id."""
        return {**self._likes.names, **self._follows.names}

    def read(self) -> Reads:
        """Read every file; one that breaks does not stop the others."""
        likes, posts = self._likes, self._posts
        # First, for it names the channels of likes and the days of subscriptions.
        activity = self._files("activity", {"": _in_blocks(_blocks, self._activity.entries)})
        self._learn_texts()
        return Reads(
            activity=activity,
            follows=self._files("subscriptions", self._of_subscriptions()),
            likes=self._files(
                "likes",
                {".csv": _one_by_one(liked_rows, likes.row), "": _one_by_one(items, likes.item)},
            ),
            videos=[
                *self._files("videos", {"": _in_blocks(tables, posts.videos)}),
                *self._files("video texts", {"": _one_by_one(records, posts.text)}),
            ],
            posts=self._files("posts", {"": _one_by_one(records, posts.post)}),
            comments=self._files("comments", {"": _one_by_one(records, posts.comment)}),
            count=self._count(),
        )

    def _of_subscriptions(self) -> Mapping[str, _Form]:
        return {
            ".csv": _one_by_one(subscription_rows, self._follows.row),
            ".json": _one_by_one(items, self._follows.item),
            "": _one_by_one(outlines, self._follows.outline),
        }

    def _files(self, kind: str, forms: Mapping[str, _Form]) -> list[FileRead]:
        """Read the files of a kind, each by the first form that its name ends with."""
        return [self._file(member, forms) for member in self._found.get(kind, ())]

    def _file(self, member: Member, forms: Mapping[str, _Form]) -> FileRead:
        name = member.name.casefold()
        form = next(form for suffix, form in forms.items() if name.endswith(suffix))
        noun = "row" if name.endswith(".csv") else "record"
        source = FileSource(member, source_name(self._archive, member), noun)
        return form(self._archive, member, source, self._account)

    def _learn_texts(self) -> None:
        for member in self._found.get("video texts", ()):
            # A file that breaks here breaks once more when it is read, and is told about there.
            with suppress(SourceError):
                self._posts.learn_texts(records(self._archive, member))

    def _count(self) -> int | None:
        counts = [count_in(self._archive, member) for member in self._found.get("like count", ())]
        return max((count for count in counts if count is not None), default=None)


def _one_by_one(found: _Records, interpret: Interpret) -> _Form:
    return lambda archive, member, source, account: read_records(
        source, iter(found(archive, member)), interpret, account
    )


def _in_blocks(found: _Records, interpret: columns.Interpret) -> _Form:
    return lambda archive, member, source, account: read_blocks(
        source, found(archive, member), interpret, account
    )


def _blocks(archive: Archive, member: Member) -> Iterable[list[Any]]:
    return columns.in_blocks(items(archive, member))
