"""Works on different servers side by side, and on one server at one thing after the other."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event
from typing import Generic, TypeVar

from connectors.errors import QuotaSpent

Result = TypeVar("Result")
Notify = Callable[[str], None]
_AT_ONCE = 8
_LOOK_UP = 1.0  # seconds after which one that waits sees that it is to stop
_WORTH_SAYING = 5.0


class Stopping:
    """Lets those that wait for a server stop waiting when a person stops the run."""

    def __init__(self, sleep: Callable[[float], object]) -> None:
        self._sleep = sleep
        self._stopped = Event()

    def stop(self) -> None:
        """Let every wait end."""
        self._stopped.set()

    def waiting(self, label: str, notify: Notify) -> Callable[[float], None]:
        """Give a way to wait some seconds that says so; it raises QuotaSpent once stopped."""

        def wait(seconds: float) -> None:
            if seconds >= _WORTH_SAYING:
                notify(f"{label}: waiting {seconds:,.0f} seconds before asking again")
            left = seconds
            while left > 0 and not self._stopped.is_set():
                self._sleep(min(left, _LOOK_UP))
                left -= _LOOK_UP
            if self._stopped.is_set():
                raise QuotaSpent("The run was stopped. Run again to go on from here.")

        return wait


@dataclass(frozen=True)
class Job(Generic[Result]):
    """Something to do at a server; ``work`` is given what says, from any thread, what it does."""

    host: str
    work: Callable[[Notify], Result]


def side_by_side(
    jobs: Sequence[Job[Result]], notify: Notify, stop: Callable[[], None]
) -> list[Result]:
    """Do all jobs and give their results in the order of the jobs.

    ``notify`` is called in this thread alone. ``stop`` is called where the wait is broken off, as
    by Ctrl-C: it lets the jobs end soon.
    """
    hosts: dict[str, list[int]] = {}
    for place, job in enumerate(jobs):
        hosts.setdefault(job.host, []).append(place)
    said: SimpleQueue[str | None] = SimpleQueue()

    def at_one_host(places: Sequence[int]) -> list[tuple[int, Result]]:
        try:
            return [(place, jobs[place].work(said.put)) for place in places]
        finally:
            said.put(None)

    with _pool(stop) as pool:
        begun = [pool.submit(at_one_host, places) for places in hosts.values()]
        for _ in begun:
            for sentence in _up_to_none(said):
                notify(sentence)
        done = dict(pair for future in begun for pair in future.result())
    return [done[place] for place in range(len(jobs))]


def _up_to_none(said: "SimpleQueue[str | None]") -> Iterator[str]:
    while True:
        try:
            sentence = said.get(timeout=_LOOK_UP)  # without an end Windows hears no Ctrl-C
        except Empty:
            continue
        if sentence is None:
            return
        yield sentence


@contextmanager
def _pool(stop: Callable[[], None]) -> Iterator[ThreadPoolExecutor]:
    pool = ThreadPoolExecutor(_AT_ONCE)
    done = False
    try:
        yield pool
        done = True
    finally:
        if not done:
            stop()
        pool.shutdown(cancel_futures=True)
