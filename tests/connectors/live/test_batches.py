"""Questions about many keys at a time: each key asked about once, over stops and over runs."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from connectors.errors import QuotaSpent
from connectors.http import Client
from connectors.live.batches import Batches, ask_in_batches
from connectors.live.budget import Budget
from connectors.live.walk import Told
from tests.connectors.live.lists import asking_in

KEYS = st.lists(st.integers(0, 40).map(str))


class Known:
    """What is asked, batch by batch."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def fetch(self, _: Client, keys: Sequence[str]) -> Told:
        self.asked.append(tuple(keys))
        return Told({key: f"name of {key}" for key in keys})


def joined(bodies: Sequence[Any]) -> dict[str, str]:
    return {key: name for body in bodies for key, name in body.items()}


@given(KEYS, st.integers(1, 7), st.lists(st.integers(1, 3), max_size=4))
def test_each_key_is_asked_about_once_however_often_it_stops(
    keys: list[str], size: int, ceilings: list[int]
) -> None:
    known = Known()
    batches = Batches("profiles", size, known.fetch)
    with tempfile.TemporaryDirectory() as name:
        for ceiling in ceilings:
            asking = asking_in(Path(name), budget=Budget(requests=ceiling))
            stopped = ask_in_batches(batches, keys, asking).stopped
            assert asking.stops == ([stopped] if stopped else [])
            assert stopped is None or isinstance(stopped, QuotaSpent)
        answered = ask_in_batches(batches, keys, asking_in(Path(name)))
        assert ask_in_batches(batches, keys, asking_in(Path(name))) == answered
    once = list(dict.fromkeys(keys))
    assert [key for batch in known.asked for key in batch] == once
    assert len(known.asked) == -(-len(once) // size)
    assert joined(answered.bodies) == {key: f"name of {key}" for key in once}


@given(KEYS, KEYS)
def test_an_answer_that_lasts_is_not_asked_for_by_the_next_run(
    old: list[str], new: list[str]
) -> None:
    first, second = Known(), Known()
    with tempfile.TemporaryDirectory() as name:
        before, now = Path(name) / "1", Path(name) / "2"
        ask_in_batches(Batches("authors", 3, first.fetch, lasts=True), old, asking_in(before))
        lasting = Batches("authors", 3, second.fetch, lasts=True)
        answered = ask_in_batches(lasting, new, asking_in(now, before))
        assert ask_in_batches(lasting, new, asking_in(now, before)) == answered
        anew = Known()
        ask_in_batches(Batches("profiles", 3, anew.fetch), new, asking_in(now, before))
    assert {key for batch in second.asked for key in batch} == set(new) - set(old)
    assert set(new) <= set(joined(answered.bodies))
    assert {key for batch in anew.asked for key in batch} == set(new)
