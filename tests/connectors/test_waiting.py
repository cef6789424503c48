"""Waiting always ends, never early, and reads whatever a server says of when to come back."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from connectors.errors import RetryLater, SourceError
from connectors.waiting import Passing, Patience, Tries, reset_in, retry_after
from tests.servers.local import Time

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
FAILURES = st.lists(st.one_of(st.none(), st.integers(-100, 10_000)), min_size=1, max_size=60)


@given(st.one_of(st.text(max_size=40), st.from_regex(r"\d{1,40}", fullmatch=True)))
def test_whatever_a_server_writes_is_a_moment_or_nothing(written):
    moment = retry_after({"Retry-After": written}, NOW)
    assert moment is None or moment.tzinfo is not None


@given(st.integers(0, 366 * 86_400))
@settings(max_examples=30)
def test_seconds_and_dates_mean_the_same_moment(seconds):
    moment = NOW + timedelta(seconds=seconds)
    dated = moment.strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert retry_after({"Retry-After": str(seconds)}, NOW) == moment
    assert retry_after({"Retry-After": dated}, NOW) == moment
    assert retry_after({}, NOW) is None


@given(st.one_of(st.text(max_size=40), st.from_regex(r"\d{1,40}", fullmatch=True)))
def test_whatever_a_platform_writes_of_its_limit_is_a_moment_or_nothing(written):
    moment = reset_in("x-rate-limit-reset")({"x-rate-limit-reset": written}, NOW)
    assert moment is None or moment.tzinfo is not None


@given(st.integers(0, 366 * 86_400))
@settings(max_examples=30)
def test_a_limit_ends_by_either_clock(seconds):
    until = NOW + timedelta(seconds=seconds)
    read = reset_in("Reset")
    assert read({"Reset": str(int(until.timestamp()))}, NOW) == until
    assert read({"Reset": until.isoformat()}, NOW) == until
    assert read({"Reset": f"{until:%Y-%m-%dT%H:%M:%S.000000Z}"}, NOW) == until
    assert read({"Reset": until.isoformat(), "Retry-After": "0"}, NOW) == NOW
    assert read({}, NOW) is None


@given(FAILURES, st.floats(0, 1), st.floats(0, 5_000))
def test_waiting_ends_in_time_and_never_comes_back_too_early(failures, jitter, max_wait):
    time = Time()
    patience = Patience(lambda: time.now, time.sleep, max_wait=max_wait, jitter=lambda: jitter)
    tries = Tries(patience)
    unsaid = 0
    for told in failures:
        before = time.now
        until = None if told is None else before + timedelta(seconds=told)
        unsaid += told is None
        ended = after(tries, until)
        if isinstance(ended, RetryLater):
            assert until is not None
            assert ended.until >= max(until, before)
        if ended:
            assert isinstance(ended, RetryLater) or unsaid == patience.tries
            break
        assert until is None or time.now >= until
        assert time.now > before
    assert unsaid <= patience.tries
    assert sum(time.slept) <= max_wait + patience.tries * 256


def after(tries, until):
    try:
        return tries.wait_after(Passing("It fails", until))
    except (RetryLater, SourceError) as error:
        return error


def test_a_server_that_is_always_busy_is_asked_a_few_times_alone():
    time = Time()
    tries = Tries(Patience(lambda: time.now, time.sleep, jitter=lambda: 0.5))
    ends = [after(tries, time.now) for _ in range(12)]
    assert isinstance(ends[-1], RetryLater)
