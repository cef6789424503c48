"""How much of each kind a Takeout could give, and in plain words what it could not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from connectors import frames
from connectors.coverage import Reach, figures
from connectors.exports.ordering import ORDER
from connectors.exports.reading import FileRead
from connectors.exports.youtube_activity import NOT_AN_ENTRY, UNKNOWN_WORDS
from connectors.exports.youtube_files import Found
from connectors.exports.youtube_follows import NO_CHANNEL
from connectors.exports.youtube_likes import NOT_A_LIKE
from connectors.exports.youtube_posts import NOT_A_POST

_NOT_UNDERSTOOD = (NO_CHANNEL, NOT_A_LIKE, NOT_AN_ENTRY, NOT_A_POST)
_NO_FOLLOWS = "There is no list of subscriptions in the Takeout; Google sometimes leaves it out."
_UNDATED = "Takeout does not say since when a channel is followed."
_NO_LIKES = "There is neither a list of liked videos nor My Activity among the files given."
_ONLY_A_COUNT = "Takeout gives the number of liked videos ({:,}) and not which they are."
_SOME_LIKES = "My Activity holds a part of the likes, those made while it was on."
_TWO_SOURCES = (
    "The list of liked videos {}; of later likes My Activity holds a part, those made while it was "
    "on."
)
_NO_AUTHORS = "Takeout does not name the channel of {:,} of {:,} liked videos."
_OTHER_WORDS = (
    "{:,} of {:,} entries of My Activity are in words not known here; set the Google Account's "
    "language to English and order My Activity again."
)
_AS_PAGES = "{} is made as a page (HTML) and was not read. {}"
_NO_REPOSTS = "YouTube has no reposts; Takeout does not say what was shared in a community post."
_NO_QUOTES = "YouTube has no quotes."
_NO_VIDEOS = (
    "There is no list of the channel's own videos in the Takeout; order YouTube with video "
    "metadata and comments."
)
_NO_POSTS = "No community posts are in the Takeout."
_NO_COMMENTS = "There are no comments in the Takeout, whose links would count too."


@dataclass(frozen=True)
class Reads:
    """The files of a Takeout that were read, by what they hold; ``count`` stands for likes."""

    activity: Sequence[FileRead]
    follows: Sequence[FileRead]
    likes: Sequence[FileRead]
    videos: Sequence[FileRead]
    posts: Sequence[FileRead]
    comments: Sequence[FileRead]
    count: int | None = None

    @property
    def hold_nothing(self) -> bool:
        """Tell whether no file held any record."""
        return not any(read.tally.records or read.trouble for read in self.every())

    def every(self) -> Iterator[FileRead]:
        """Give all files in the order in which they were read."""
        yield from (*self.activity, *self.follows, *self.likes)
        yield from (*self.videos, *self.posts, *self.comments)

    def interactions(self) -> pd.DataFrame:
        """Give the rows of all files in one frame."""
        return frames.concat("interactions", [read.interactions for read in self.every()])


def reach(found: Found, reads: Reads, interactions: pd.DataFrame) -> Mapping[str, Reach]:
    """Say for each kind how far the Takeout could look."""
    own = [*reads.videos, *reads.posts]
    no_videos = "" if reads.videos else _NO_VIDEOS
    no_comments = "" if reads.comments else _NO_COMMENTS
    published = _lacking(_reached(own, _NO_VIDEOS), no_videos)
    links = _lacking(_reached([*own, *reads.comments], _NO_VIDEOS), no_videos, no_comments)
    return {
        "follow": _follows(reads, interactions),
        "like": _likes(found, reads, interactions),
        "repost": Reach("unavailable", _NO_REPOSTS),
        "quote": Reach("unavailable", _NO_QUOTES),
        "link": links,
        "post": published if reads.posts else _limited(published, _NO_POSTS),
    }


def passed_over(found: Found, reads: Reads) -> Iterator[str]:
    """Say which files were passed over and why, and where lists of several days were joined."""
    histories = found.get("history", ())
    if histories:
        names = ", ".join(member.name for member in histories)
        yield f"What was watched and searched for ({names}) is not read: it endorses nothing."
    playlists = found.get("playlists", ())
    if playlists:
        files = "1 file" if len(playlists) == 1 else f"{len(playlists):,} files"
        verb = "is" if len(playlists) == 1 else "are"
        yield f"{files} of playlists {verb} not read: a playlist is no like."
    for member in (*found.get("activity pages", ()), *found.get("history pages", ())):
        yield _AS_PAGES.format(member.name, ORDER["youtube"])
    if len(reads.follows) > 1:
        yield (
            f"{len(reads.follows)} lists of subscriptions were given and are read together; a "
            "channel that stands in an older list alone may no longer be followed."
        )


def with_count(table: pd.DataFrame, count: int | None) -> pd.DataFrame:
    """Give a coverage frame with the number of likes that Takeout states."""
    return table.assign(stated=table["stated"].mask(table["kind"] == "like", count))


def _follows(reads: Reads, interactions: pd.DataFrame) -> Reach:
    reached = _reached(reads.follows, f"{_NO_FOLLOWS} {ORDER['youtube']}")
    follows = interactions.loc[interactions["kind"] == "follow", "happened_at"]
    return _limited(reached, _UNDATED) if follows.isna().any() else reached


def _likes(found: Found, reads: Reads, interactions: pd.DataFrame) -> Reach:
    pages = [one.name for one in found.get("activity pages", ()) if not reads.activity]
    refused = [_AS_PAGES.format(name, "Choose JSON for My Activity.") for name in pages]
    counted = [] if reads.count is None else [_ONLY_A_COUNT.format(reads.count)]
    lists = [*reads.likes, *reads.activity]
    if not lists:
        why = " ".join([*(counted or [_NO_LIKES]), *(refused or [ORDER["youtube"]])])
        return Reach("unavailable", why)
    reached = _reached(lists, "")
    if not reads.likes:
        reached = reached.but(*counted, _SOME_LIKES)
    elif reads.activity:
        reached = reached.but(_TWO_SOURCES.format(_newest(reads.likes)))
    limits = (*map(_other_words, reads.activity), *refused)
    numbers = figures(interactions, "like")
    unknown = numbers["unattributed"]
    no_authors = _NO_AUTHORS.format(unknown, numbers["fetched"]) if unknown else ""
    return _limited(reached.but(*limits), no_authors)


def _newest(lists: Sequence[FileRead]) -> str:
    newest = figures(frames.concat("interactions", [one.interactions for one in lists]), "like")
    day = newest["latest"]
    return f"ends on {day.day} {day:%B %Y}" if day is not None else "does not say its day"


def _other_words(read: FileRead) -> str:
    unknown = read.tally.reported.get(UNKNOWN_WORDS, 0)
    return _OTHER_WORDS.format(unknown, read.tally.records) if unknown else ""


def _reached(reads: Sequence[FileRead], missing: str) -> Reach:
    """Judge what files gave: all, a part, nothing for they are broken, or there are none."""
    if not reads:
        return Reach("unavailable", missing)
    troubles = [sentence for read in reads for sentence in _troubles(read)]
    if troubles and all(map(_gave_nothing, reads)):
        return Reach("failed", " ".join(troubles))
    return Reach("complete").but(*troubles)


def _troubles(read: FileRead) -> Iterable[str]:
    if read.trouble:
        yield read.trouble
    bad = _bad(read)
    if bad:
        yield f"{bad:,} of {read.tally.records:,} records of {read.tally.source} are {{}}.".format(
            " or ".join(why for why in _NOT_UNDERSTOOD if why in read.tally.reported)
        )


def _bad(read: FileRead) -> int:
    return sum(read.tally.reported.get(reason, 0) for reason in _NOT_UNDERSTOOD)


def _gave_nothing(read: FileRead) -> bool:
    return bool(read.trouble or _bad(read)) and _bad(read) == read.tally.records


def _lacking(reached: Reach, *missing: str) -> Reach:
    """Name the files that are missing, where others of the kind were looked at."""
    return reached if reached.status in ("unavailable", "failed") else reached.but(*missing)


def _limited(reached: Reach, *limits: str) -> Reach:
    """Add what a source never gives, where it was looked at."""
    if reached.status in ("unavailable", "failed"):
        return reached
    return Reach(reached.status, " ".join(filter(None, [reached.reason, *limits])), reached.as_at)
