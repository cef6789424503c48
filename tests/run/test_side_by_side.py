"""Different servers side by side, one server one thing after the other, words in one thread."""

import threading
import time

import pytest

from audit.run.side_by_side import Job, Stopping, side_by_side
from connectors.errors import QuotaSpent


def nothing() -> None:
    """Stop nothing."""


def test_hosts_are_asked_at_once_one_host_in_turn_and_results_keep_their_order() -> None:
    together = threading.Barrier(2, timeout=20)
    at_work: dict[str, int] = {"a": 0, "b": 0}
    most = dict(at_work)
    said: list[tuple[str, threading.Thread]] = []

    def job(host: str, number: int) -> Job[int]:
        def work(say) -> int:
            at_work[host] += 1
            most[host] = max(most[host], at_work[host])
            say(f"{number} begins")
            if number < 2:
                together.wait()  # the first of each host wait for each other
            time.sleep(0.01)
            at_work[host] -= 1
            return number

        return Job(host, work)

    jobs = [job("a", 0), job("b", 1), job("a", 2), job("b", 3), job("a", 4)]
    results = side_by_side(
        jobs, lambda words: said.append((words, threading.current_thread())), nothing
    )
    assert results == [0, 1, 2, 3, 4]
    assert most == {"a": 1, "b": 1}
    assert sorted(words for words, _ in said) == [f"{number} begins" for number in range(5)]
    assert {thread for _, thread in said} == {threading.current_thread()}


def test_when_it_is_broken_off_those_that_wait_are_let_go() -> None:
    stopping = Stopping(time.sleep)
    ended = threading.Event()

    def work(say) -> None:
        try:
            stopping.waiting("@ours", say)(3600)
        except QuotaSpent:
            ended.set()

    def interrupted(words: str) -> None:
        assert words == "@ours: waiting 3,600 seconds before asking again"
        raise KeyboardInterrupt

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        side_by_side([Job("a", work)], interrupted, stopping.stop)
    assert ended.is_set()
    assert time.monotonic() - begun < 30


def test_a_fault_of_ours_comes_through() -> None:
    def work(_: object) -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        side_by_side([Job("a", work), Job("b", lambda _: 1)], lambda _: None, nothing)


def test_nothing_to_do_is_nothing_done() -> None:
    assert side_by_side([], lambda _: None, nothing) == []
