"""What Meta's three interfaces share: pages, limits, errors, and no token anywhere."""

import json
import logging
import pickle
from pathlib import Path

import pytest

from connectors.errors import AuthError, RetryLater, SourceError
from connectors.live import facebook, instagram, threads
from connectors.live.connector import LiveConnector
from connectors.live.meta_errors import told
from tests.connectors.live import test_facebook, test_instagram, test_threads
from tests.connectors.live.reading import Reader, covered, kept_bytes
from tests.servers.graph.server import Graph, error, graph
from tests.servers.local import Asked, Time, Written
from tests.servers.threads.server import threads as fake_threads

USAGE = {"123": [{"type": "pages", "call_count": 100, "estimated_time_to_regain_access": 7}]}
CASES = [
    (facebook.CONNECTOR, lambda: test_facebook.page(test_facebook.POSTS)),
    (instagram.CONNECTOR, lambda: test_instagram.account(test_instagram.BY_PAGE)),
    (
        threads.CONNECTOR,
        lambda: fake_threads(test_threads.TOKEN, test_threads.POSTS, test_threads.AUTHORS),
    ),
]


def reader(connector: LiveConnector, fake: Graph, address: str, folder: Path) -> Reader:
    return Reader(connector, "kauri.tauira", address, fake.token, folder)


@pytest.mark.parametrize(("connector", "made"), CASES)
def test_the_token_stands_nowhere(connector, made, tmp_path: Path, caplog) -> None:
    fake = made()
    caplog.set_level(logging.DEBUG)
    with graph(fake) as (address, _):
        one = reader(connector, fake, address, tmp_path / "pages")
        collected = one.read()
        fake.instead = lambda *_: error(100, 33)
        with pytest.raises((AuthError, SourceError)) as refused:
            reader(connector, fake, address, tmp_path / "other").read()
    told_of = [
        repr(refused.value),
        str(refused.value.__cause__),
        caplog.text,
        collected.interactions.to_csv(),
        collected.coverage.to_csv(),
        repr(one.asking),
    ]
    assert fake.token not in " ".join(told_of)
    kept = list(kept_bytes(tmp_path))
    assert len(kept) >= 2
    assert all(fake.token.encode() not in one and b"access_token" not in one for one in kept)
    assert fake.token.encode() not in pickle.dumps(collected.interactions)


@pytest.mark.parametrize("code", [4, 17, 32, 613, 80001])
def test_a_limit_is_waited_for_as_long_as_meta_says(code: int, tmp_path: Path) -> None:
    def once(_: Asked, number: int) -> Written | None:
        usage = {"X-Business-Use-Case-Usage": json.dumps(USAGE)}
        return error(code, 0, 403, **usage) if number == 2 else None

    fake = test_facebook.page(test_facebook.POSTS)
    fake.instead = once
    with graph(fake) as (address, _):
        one = reader(facebook.CONNECTOR, fake, address, tmp_path)
        assert covered(one.read(), "post")["status"] == "complete"
    assert one.time.slept == [7 * 60]


def test_a_long_limit_ends_the_list_and_says_when_to_go_on(tmp_path: Path) -> None:
    fake = test_facebook.page(test_facebook.POSTS)
    fake.instead = lambda _, number: error(4, 0, 403) if number == 3 else None
    with graph(fake) as (address, _):
        one = reader(facebook.CONNECTOR, fake, address, tmp_path)
        post = covered(one.read(), "post")
        assert post["status"] == "partial"
        assert "Run again after 2026-11-24 09:15" in post["reason"]
        before = len(fake.calls)
        assert covered(one.read(), "post")["status"] == "complete"
    assert len(fake.calls) - before == 2
    fake.instead = lambda *_: error(4, 0, 403)
    with graph(fake) as (address, _), pytest.raises(RetryLater):
        reader(facebook.CONNECTOR, fake, address, tmp_path / "other").read()


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        (error(190, 460), AuthError, "password was changed"),
        (error(190, 0, 401), AuthError, "not valid"),
        (error(10, 0, 403), AuthError, "permissions"),
        (error(200, 0, 403), AuthError, "permissions"),
        (error(368, 0, 400), SourceError, "blocked"),
        (error(100, 33), SourceError, "nothing there"),
        (error(2635), SourceError, "HTTP 400"),
        (Written(b"<html>", 404), SourceError, "HTTP 404"),
        (error(2), SourceError, "tries"),
        (Written(b"<html>", 200), SourceError, "no whole answer"),
    ],
)
def test_errors_say_what_to_do(
    answer: Written, kind: type[Exception], said: str, tmp_path: Path
) -> None:
    fake = test_instagram.account(test_instagram.BY_PAGE)
    fake.instead = lambda *_: answer
    with graph(fake) as (address, _), pytest.raises(kind, match=said):
        reader(instagram.CONNECTOR, fake, address, tmp_path).read()


def test_a_failure_that_passes_is_tried_again(tmp_path: Path) -> None:
    fake = test_instagram.account(test_instagram.BY_PAGE)
    fake.instead = lambda _, number: error(1, 0, 500) if number in (1, 3) else None
    with graph(fake) as (address, _):
        one = reader(instagram.CONNECTOR, fake, address, tmp_path)
        assert covered(one.read(), "post")["fetched"] == 238


def test_short_and_empty_pages_are_not_the_end(tmp_path: Path) -> None:
    fake = test_instagram.account(test_instagram.BY_PAGE)
    fake.unlisted = frozenset(one["id"] for one in test_instagram.POSTS[50:200])
    with graph(fake) as (address, _):
        post = covered(reader(instagram.CONNECTOR, fake, address, tmp_path).read(), "post")
    assert (post["status"], post["fetched"]) == ("complete", 238 - 150)


def test_a_list_that_goes_in_circles_is_not_whole(tmp_path: Path) -> None:
    fake = test_facebook.page(test_facebook.POSTS)
    whole = fake.answer

    def circling(asked: Asked, number: int) -> Written | None:
        if number != 4:
            return None
        fake.instead = lambda *_: None
        first = Asked(asked.method, asked.path.partition("&after")[0], asked.headers, b"")
        return whole(first)

    fake.instead = circling
    with graph(fake) as (address, _):
        post = covered(reader(facebook.CONNECTOR, fake, address, tmp_path).read(), "post")
    assert post["status"] == "partial"
    assert "was there before" in post["reason"]


@pytest.mark.parametrize("written", ["", "{", "[]", '{"1": 5}', '{"1": [{"type": "x"}]}'])
def test_usage_without_a_time_says_nothing(written: str) -> None:
    for name in ("X-Business-Use-Case-Usage", "X-App-Usage"):
        assert told({name: written}, Time().now) is None


@pytest.mark.parametrize(("percent", "minutes"), [(99, 0), (100, 1), (120, 11), (10**9, 61)])
def test_a_percentage_of_an_hour_says_how_long_to_wait(percent: int, minutes: int) -> None:
    now = Time().now
    until = told({"X-App-Usage": json.dumps({"call_count": percent, "total_time": 5})}, now)
    waited = (until - now).total_seconds() / 60 if until else 0
    assert waited == pytest.approx(minutes, abs=0.01)
