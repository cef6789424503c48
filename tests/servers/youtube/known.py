"""What the fake YouTube knows: channels, videos, who is subscribed to what, and likes."""

from dataclasses import dataclass, field


def channel_id(number: int) -> str:
    """Make the id of a channel: UC and 22 letters."""
    return f"UC{number:022d}"


def video_id(number: int) -> str:
    """Make the id of a video: 11 letters."""
    return f"v{number:010d}"


@dataclass(frozen=True)
class Channel:
    """A channel; a ``closed`` one is missing from channels.list while subscriptions list it."""

    id: str
    title: str
    handle: str = ""
    subscribers: int | None = 10
    closed: bool = False


@dataclass(frozen=True)
class Video:
    """A video; ``state`` is public, unlisted, private or deleted."""

    id: str
    channel: str
    title: str
    description: str = ""
    published: str = "2026-08-01T02:03:04Z"
    state: str = "public"


@dataclass(frozen=True)
class Subscription:
    """A subscription; one that is not ``listed`` is counted and left out of its page."""

    channel: str
    since: str = "2025-03-01T00:00:00Z"
    listed: bool = True


@dataclass(frozen=True)
class Liked:
    """A video in the list of liked videos, and when it was put there."""

    video: str
    at: str = "2026-08-15T10:00:00Z"


@dataclass
class Known:
    """The state of the fake; ``owner`` is the channel whose tokens these are.

    Each call costs one of ``quota``. ``keys`` are API keys, which read what is public alone.
    """

    owner: Channel
    channels: list[Channel] = field(default_factory=list)
    videos: list[Video] = field(default_factory=list)
    subscriptions: list[Subscription] = field(default_factory=list)
    liked: list[Liked] = field(default_factory=list)
    subscriptions_public: bool = False
    quota: int = 10_000
    tokens: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    refresh: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def channel(self, wanted: str) -> Channel | None:
        """Find a channel that is open by its id."""
        every = (self.owner, *self.channels)
        return next((one for one in every if one.id == wanted and not one.closed), None)

    def title(self, wanted: str) -> str:
        """Give the title of a channel, open or closed."""
        every = (self.owner, *self.channels)
        return next((one.title for one in every if one.id == wanted), "")

    def video(self, wanted: str) -> Video | None:
        """Find a video by its id, in whatever state."""
        return next((one for one in self.videos if one.id == wanted), None)

    @property
    def uploads(self) -> list[Video]:
        """Give the owner's videos, newest first."""
        ours = [one for one in self.videos if one.channel == self.owner.id]
        return sorted(ours, key=lambda one: one.published, reverse=True)
