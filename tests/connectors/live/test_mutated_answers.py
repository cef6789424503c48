"""Whatever stands where in an answer, an account gives valid frames or an error of the program."""

import copy
import dataclasses
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connectors.errors import FollowAuditError
from connectors.live.registry import LIVE
from connectors.live.unforeseen import UNKNOWN
from connectors.lookup.answers import count
from tests.connectors.live.every_platform import ANYTHING, ODD, PLATFORMS, OnServer
from tests.servers.local import Answering, Asked, Written, serving

STATUSES = (200, 200, 200, 200, 201, 302, 400, 401, 402, 403, 404, 410, 429, 500, 503)


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


def replaced(answer: Answering, rolls: random.Random, bodies: Sequence[Any]) -> Answering:
    """Answer some requests by any JSON at all, with any status that an answer may have."""
    share = rolls.choice([0.2, 0.5, 1])

    def answering(asked: Asked) -> Written:
        written = answer(asked)
        if rolls.random() > share:
            return written
        body = json.dumps(rolls.choice(bodies)).encode()
        return dataclasses.replace(written, body=body, status=rolls.choice(STATUSES))

    return answering


def read_whole(platform: str, answering: Answering) -> None:
    """Probe and read an account; whatever is answered, it gives valid frames or our errors.

    The readers look at each part: none of this is to them of a form that nobody foresaw.
    """
    with serving(answering) as (address, _), TemporaryDirectory() as folder:
        said = []
        try:
            OnServer(platform, address, Path(folder) / "probe").probe()
        except FollowAuditError as error:
            said.append(str(error))
        try:
            read = OnServer(platform, address, Path(folder) / "pages").read()
            read.accounts.to_parquet(Path(folder) / "accounts.parquet")
            said.extend(read.coverage["reason"].dropna())
        except FollowAuditError as error:
            said.append(str(error))
    assert all(said)
    assert not [one for one in said if UNKNOWN in one]


@pytest.mark.slow
@pytest.mark.parametrize("platform", sorted(LIVE))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 1 << 30))
def test_an_answer_of_any_shape_gives_frames_or_an_error_that_says_so(
    platform: str, seed: int
) -> None:
    rolls = random.Random(seed)  # noqa: S311 - no secret
    read_whole(platform, mutated(PLATFORMS[platform][2](), rolls))


@pytest.mark.slow
@pytest.mark.parametrize("platform", sorted(LIVE))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 1 << 30), bodies=st.lists(ANYTHING, min_size=1, max_size=4))
def test_any_json_at_any_endpoint_gives_frames_or_an_error_that_says_so(
    platform: str, seed: int, bodies: list[Any]
) -> None:
    rolls = random.Random(seed)  # noqa: S311 - no secret
    read_whole(platform, replaced(PLATFORMS[platform][2](), rolls, bodies))


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
