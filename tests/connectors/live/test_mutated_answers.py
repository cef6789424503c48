"""Whatever stands where in an answer, an account gives valid frames or an error of the program."""

import copy
import dataclasses
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connectors.collected import OwnAccount
from connectors.errors import FollowAuditError
from connectors.live.asking import Asking
from connectors.live.budget import Budget
from connectors.live.pages import PageFolder
from connectors.live.registry import LIVE
from connectors.lookup import Access
from connectors.lookup.answers import count
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
from tests.servers.local import Answering, Asked, Time, Written, client_of, serving
from tests.servers.x import example
from tests.servers.youtube.server import YouTube

ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**30, -(10**30), 1e300, float("inf")),
    *("", "x", "\ud800", "\x00", "9" * 5000, "-5", "@", "a@b@c", "did:plc:zz"),
    *("http://[", "https://x.com/[", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"),
    *([], {}, [1], [None], [[]], {"a": 1}, 10**13 - 1),
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


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give each place in a value: what holds it, and its key or number there."""
    inside = (
        list(value.items())
        if isinstance(value, dict)
        else list(enumerate(value))
        if isinstance(value, list)
        else []
    )
    for key, one in inside:
        yield value, key
        yield from places(one)


def mutated(answer: Answering, rolls: random.Random) -> Answering:
    """Put something odd into some places of some answers, or leave out what stands there."""
    share = rolls.choice([0.1, 0.3, 1])

    def answering(asked: Asked) -> Written:
        written = answer(asked)
        if written.status != 200 or rolls.random() > share:
            return written
        body = json.loads(written.body)
        for _ in range(rolls.randint(1, 4)):
            holder, key = rolls.choice(list(places(body)) or [({}, "")])
            if isinstance(holder, dict) and rolls.random() < 0.2:
                holder.pop(key, None)
            else:
                holder[key] = copy.deepcopy(rolls.choice(ODD))
        return dataclasses.replace(written, body=json.dumps(body).encode())

    return answering


@pytest.mark.slow
@pytest.mark.parametrize("platform", sorted(LIVE))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 1 << 30))
def test_an_answer_of_any_shape_gives_frames_or_an_error_that_says_so(
    platform: str, seed: int
) -> None:
    handle, token, answer = PLATFORMS[platform]
    account = OwnAccount(platform, handle, "api", (), (), READ_AT)
    rolls = random.Random(seed)  # noqa: S311 - no secret
    with serving(mutated(answer(), rolls)) as (address, _), TemporaryDirectory() as folder:
        access = Access(address, token, appview=address, plc=address, government_use_agreed=True)
        client, budget = client_of(Time()), Budget(400)
        try:
            LIVE[platform].probe(
                account, Asking(client, access, PageFolder(Path(folder) / "probe"), budget)
            )
            read = LIVE[platform].read(
                account, Asking(client, access, PageFolder(Path(folder) / "pages"), budget)
            )
            read.validated(platform).accounts.to_parquet(Path(folder) / "accounts.parquet")
        except FollowAuditError as error:
            assert str(error)  # noqa: PT017 - either is right


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (7, 7),
        ("7", 7),
        (0, 0),
        (-1, None),
        (True, None),
        (7.0, None),
        (10**30, None),
        ("9" * 5000, None),
        ("٧", None),
        ("", None),
        (None, None),
    ],
)
def test_a_count_is_a_plain_number(written: object, number: int | None) -> None:
    assert count(written) == number
