"""What the fake of X knows: accounts, posts, who follows whom and who likes what."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

_EPOCH_MS = 1_288_834_974_657
START = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Account:
    """``state`` is active, protected, suspended or deleted."""

    id: str
    handle: str
    name: str = ""
    state: str = "active"
    description: str = ""
    site: str = ""
    kind: str = "none"
    followers: int = 3


@dataclass(frozen=True)
class Post:
    """``text`` is without links: X writes them as t.co after it. ``note`` is a long post whole.

    ``retweeted``, ``quoted`` and ``replied`` are ids of posts, which may not be there any more.
    ``unwound`` says where a link leads to in the end.
    """

    id: str
    author: str
    text: str
    links: tuple[str, ...] = ()
    note: str = ""
    note_links: tuple[str, ...] = ()
    retweeted: str = ""
    quoted: str = ""
    replied: str = ""
    unwound: str = ""


def post_id(number: int) -> str:
    """Give an id as X makes them, which holds its time: a minute later for each number."""
    return str(_milliseconds(number) << 22 | number % 4096)


def made_at(number: str) -> str:
    """Give the time that an id holds, as X writes times."""
    moment = datetime.fromtimestamp(((int(number) >> 22) + _EPOCH_MS) / 1000, UTC)
    return f"{moment.isoformat(timespec='milliseconds')[:-6]}Z"


def _milliseconds(number: int) -> int:
    return int((START + timedelta(minutes=number)).timestamp() * 1000) - _EPOCH_MS


@dataclass
class World:
    """The state, changed by tests as they like. Likes and follows are newest first."""

    accounts: dict[str, Account] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    follows: dict[str, list[str]] = field(default_factory=dict)
    likes: dict[str, list[str]] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)

    def add(self, *accounts: Account) -> None:
        """Add accounts."""
        self.accounts.update({one.id: one for one in accounts})

    def write(self, *posts: Post) -> None:
        """Add posts."""
        self.posts.update({one.id: one for one in posts})

    def by_handle(self, handle: str) -> Account | None:
        """Find an account, upper and lower case alike."""
        wanted = handle.casefold()
        return next(
            (one for one in self.accounts.values() if one.handle.casefold() == wanted), None
        )

    def timeline(self, author: str) -> list[Post]:
        """Give an account's posts and reposts, newest first."""
        own = [one for one in self.posts.values() if one.author == author]
        kept = [one for one in own if one.id not in self.deleted]
        return sorted(kept, key=lambda one: int(one.id), reverse=True)

    def shown(self, number: str, viewer: str) -> str:
        """Say why a post cannot be shown to somebody: deleted, suspended or protected; or not."""
        post = self.posts.get(number)
        if post is None or number in self.deleted:
            return "deleted"
        author = self.accounts[post.author]
        hidden = author.state != "active" and author.id != viewer
        return author.state if hidden else ""

    def counted(self, account: str) -> dict[str, int]:
        """Count as a profile does: what the lists leave out is in it."""
        own = sum(one.author == account for one in self.posts.values())
        return {
            "followers_count": self.accounts[account].followers,
            "following_count": len(self.follows.get(account, ())),
            "listed_count": 0,
            "like_count": len(self.likes.get(account, ())),
            "tweet_count": own,
        }

    def texts(self, ids: Sequence[str]) -> list[Post]:
        """Give the posts of ids that are there."""
        return [self.posts[one] for one in ids if one in self.posts and one not in self.deleted]
