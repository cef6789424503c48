"""Every platform's small account on a server of this machine, and JSON of any form."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from connectors.collected import Collected, OwnAccount
from connectors.live.asking import Asking
from connectors.live.budget import Budget
from connectors.live.connector import Probed
from connectors.live.pages import PageFolder
from connectors.live.registry import LIVE
from connectors.lookup import Access
from tests.connectors.live import (
    mastodon_written,
    test_facebook,
    test_instagram,
    test_linkedin,
    test_threads,
    test_youtube,
)
from tests.connectors.live.reading import READ_AT
from tests.run.own_bluesky import FOLLOW, HANDLE, LIKE, POST, REPOST, Own
from tests.servers.linkedin.server import LinkedIn
from tests.servers.local import Answering, Time, client_of
from tests.servers.x import example
from tests.servers.youtube.server import YouTube

ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**30, -(10**30), 1e300, float("inf")),
    *("", "x", "\ud800", "\x00", "9" * 5000, "-5", "@", "a@b@c", "did:plc:zz"),
    *("http://[", "https://x.com/[", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"),
    *([], {}, [1], [None], [[]], {"a": 1}, 10**13 - 1),
)
NAMES = st.sampled_from(
    [
        *("data", "errors", "meta", "includes", "id", "username", "items", "elements", "paging"),
        *("records", "cursor", "profiles", "posts", "uri", "value", "acct", "domain", "snippet"),
        *("pageInfo", "links", "next", "feed"),
    ]
)
ANYTHING = st.recursive(
    st.sampled_from(ODD) | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=20,
)


def _threads() -> Answering:
    posts = test_threads.POSTS[:9]
    return test_threads.threads(test_threads.TOKEN, posts, test_threads.AUTHORS).answer


# The handle, the credential, and what answers.
PLATFORMS: dict[str, tuple[str, str, Callable[[], Answering]]] = {
    "bluesky": (HANDLE, "", lambda: Own({FOLLOW: 9, LIKE: 9, REPOST: 5, POST: 5}).answer),
    "mastodon": (
        "agency@home.example",
        mastodon_written.TOKEN,
        lambda: (
            mastodon_written.Server(
                own=mastodon_written.us(following_count=1, statuses_count=1)
            ).answer
        ),
    ),
    "x": ("example_agency", example.TOKEN, lambda: example.x_of(example.agency()).answer),
    "youtube": (
        "kauri.tauira",
        test_youtube.TOKEN,
        lambda: YouTube(test_youtube.known(9, 9)).answer,
    ),
    "facebook": (
        "kauri.tauira",
        test_facebook.TOKEN,
        lambda: test_facebook.page(test_facebook.POSTS).answer,
    ),
    "instagram": (
        "kauri.tauira",
        "EAAplanted",
        lambda: test_instagram.account("EAAplanted").answer,
    ),
    "threads": ("kauri.tauira", test_threads.TOKEN, _threads),
    "linkedin": (
        "kauri-tauira",
        test_linkedin.TOKEN,
        lambda: LinkedIn(test_linkedin.TOKEN, test_linkedin.POSTS[:9]).answer,
    ),
}


@dataclass(frozen=True)
class OnServer:
    """A platform's account on a server, with the folder for its pages."""

    platform: str
    address: str
    folder: Path
    last: Path | None = None

    @property
    def account(self) -> OwnAccount:
        return OwnAccount(self.platform, PLATFORMS[self.platform][0], "api", (), (), READ_AT)

    @property
    def asking(self) -> Asking:
        access = Access(
            self.address,
            PLATFORMS[self.platform][1],
            appview=self.address,
            plc=self.address,
            government_use_agreed=True,
        )
        last = PageFolder(self.last) if self.last else None
        return Asking(
            client_of(Time()),
            access,
            PageFolder(self.folder),
            Budget(400),
            last,
            followed=("lost@home.example", "101", "102"),
        )

    def probe(self) -> Probed:
        return LIVE[self.platform].probe(self.account, self.asking)

    def read(self) -> Collected:
        return LIVE[self.platform].read(self.account, self.asking).validated(self.platform)
