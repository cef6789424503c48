"""The one page loop: where it stops, what it fetches, and how it meets the last run's list."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.errors import AuthError, QuotaSpent, SourceError
from connectors.http import Client
from connectors.live.budget import Budget
from connectors.live.walk import Listing, Told, walk
from tests.connectors.live.lists import Served, asking_in, keys_of

FEW = st.integers(1, 7)


def scripted(pages: dict[str, Told]) -> Listing:
    return Listing("likes", lambda _, cursor: pages[cursor], keys=lambda body: body)


@given(st.lists(st.integers(0, 99).map(str), unique=True), FEW)
def test_a_list_is_read_whole_in_the_fewest_pages(keys: list[str], size: int) -> None:
    served = Served(keys, size)
    with tempfile.TemporaryDirectory() as name:
        walked = walk(served.listing(), asking_in(Path(name)))
    assert keys_of(walked) == keys
    assert walked.stopped is None
    assert len(served.asked) == max(1, -(-len(keys) // size))


def test_a_short_or_empty_page_is_not_the_end(tmp_path: Path) -> None:
    pages = {
        "": Told(["a"], "1"),
        "1": Told([], "2"),
        "2": Told([], "3"),
        "3": Told(["b"], "4"),
        "4": Told([], "5"),
        "5": Told(["c", "d"]),
    }
    walked = walk(scripted(pages), asking_in(tmp_path))
    assert (keys_of(walked), walked.stopped) == (["a", "b", "c", "d"], None)


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ({"": Told(["a"], "1"), "1": Told(["b"], "1")}, "a page that was there before"),
        ({"": Told(["a"], "1"), "1": Told(["b"], "2"), "2": Told([], "1")}, "there before"),
        ({"": Told(["a"], "1")} | {str(n): Told([], str(n + 1)) for n in range(1, 9)}, "3 empty"),
    ],
)
def test_a_list_without_end_is_left_and_says_so(
    tmp_path: Path, pages: dict[str, Told], said: str
) -> None:
    asking = asking_in(tmp_path)
    walked = walk(scripted(pages), asking)
    assert isinstance(walked.stopped, SourceError)
    assert said in str(walked.stopped)
    assert keys_of(walked)[0] == "a"
    assert len(walked.pages) <= 4
    assert asking.stops == []  # going on would not help
    again = walk(scripted({}), asking_in(tmp_path))
    assert (again.pages, str(again.stopped)) == (walked.pages, str(walked.stopped))


@given(st.integers(0, 30), FEW, st.lists(st.integers(1, 4), max_size=9))
def test_a_walk_stopped_and_resumed_is_as_one_without_stops(
    length: int, size: int, ceilings: list[int]
) -> None:
    keys = [str(number) for number in range(length)]
    served = Served(keys, size)
    with tempfile.TemporaryDirectory() as name:
        for ceiling in ceilings:
            asking = asking_in(Path(name), budget=Budget(requests=ceiling))
            stopped = walk(served.listing(), asking).stopped
            assert stopped is None or isinstance(stopped, QuotaSpent)
            assert asking.stops == ([stopped] if stopped else [])
        walked = walk(served.listing(), asking_in(Path(name)))
    assert keys_of(walked) == keys
    assert len(served.asked) == len(set(served.asked)) == len(walked.pages)


def test_a_request_that_fails_costs_no_money_and_what_came_before_is_kept(tmp_path: Path) -> None:
    def fetch(_: Client, cursor: str) -> Told:
        if cursor:
            raise AuthError("Get a new credential.")
        return Told(["a"], "1", usd=0.25)

    budget = Budget()
    listing = Listing("likes", fetch, keys=lambda body: body, usd=0.5)
    walked = walk(listing, asking_in(tmp_path, budget=budget))
    assert isinstance(walked.stopped, AuthError)
    assert (keys_of(walked), budget.requests, budget.usd) == (["a"], 2, 0.25)


def test_evidence_names_the_page_and_the_place(tmp_path: Path) -> None:
    walked = walk(Served(["a", "b", "c"]).listing(), asking_in(tmp_path / "1"))
    assert [said for _, said in walked.items(lambda body: body)] == [
        "likes, page 1, item 1",
        "likes, page 1, item 2",
        "likes, page 2, item 1",
    ]
    served = Served(["d", "a", "b", "c"], size=4)
    again = walk(served.listing(grows=True), asking_in(tmp_path / "2", tmp_path / "1"))
    assert next(again.items(lambda body: body)) == ("d", "likes, page 1, item 1")


@st.composite
def histories(draw: st.DrawFn) -> list[list[str]]:
    """Give a list as four runs meet it: acts are added, removed, and at most two done again."""
    now = [str(number) for number in range(draw(st.integers(0, 30)))]
    versions, number, gone = [now], 100, list[str]()
    for _ in range(3):
        now, again = list(now), 2
        for step in draw(st.lists(st.sampled_from("nnnrra"), max_size=14)):
            if step == "n":
                now.insert(0, str(number := number + 1))
            elif step == "r" and now:
                gone.append(now.pop(draw(st.integers(0, len(now) - 1))))
            elif step == "a" and again and (now or gone):
                again -= 1
                key = draw(st.sampled_from([*now, *gone]))
                for where in (now, gone):
                    if key in where:
                        where.remove(key)
                now.insert(0, key)
        versions.append(now)
    return versions


@given(histories(), FEW, st.sampled_from([1, 2, 1000]))
def test_a_list_that_grows_is_as_read_in_full_but_for_what_was_removed(
    versions: list[list[str]], size: int, at_a_time: int
) -> None:
    with tempfile.TemporaryDirectory() as name:
        last, ever = None, set[str]()
        for number, keys in enumerate(versions):
            served = Served(keys, size)
            folder = Path(name) / str(number)
            listing, walked = served.listing(grows=True), None
            while walked is None or walked.stopped:
                budget = Budget(requests=at_a_time)
                walked = walk(listing, asking_in(folder, last, budget))
            found = keys_of(walked)
            assert [key for key in found if key in keys] == keys
            assert len(found) == len(set(found))
            assert set(found) - set(keys) <= ever
            assert len(served.asked) <= max(1, -(-len(keys) // size))
            last, ever = folder, ever | set(keys)


def test_what_is_known_to_be_removed_is_not_there_any_more(tmp_path: Path) -> None:
    old = [str(number) for number in range(100)]
    walk(Served(old, 10).listing(grows=True), asking_in(tmp_path / "1"))
    new = ["new", *(key for key in old if key not in {"2", "5", "60"})]
    served = Served(new, 10)
    asking = asking_in(tmp_path / "2", tmp_path / "1")
    walked = walk(served.listing(grows=True), asking)
    assert keys_of(walked) == ["new", *(key for key in old if key not in {"2", "5"})]
    assert len(served.asked) == 1
    third = Served(["newer", *new], 4)
    again = walk(third.listing(grows=True), asking_in(tmp_path / "3", tmp_path / "2"))
    assert keys_of(again) == ["newer", *keys_of(walked)]


@given(st.randoms(use_true_random=False))
def test_many_old_acts_done_again_are_not_taken_for_their_place(rolls: random.Random) -> None:
    old = [str(number) for number in range(200)]
    again = sorted(rolls.sample(old[30:], 10), key=int)
    new = [f"new {number}" for number in range(30)]
    rest = [key for key in old if key not in again]
    keys = [*new[:10], *again, *new[10:], *rest]
    with tempfile.TemporaryDirectory() as name:
        first, second = Path(name) / "1", Path(name) / "2"
        walk(Served(old, 10).listing(grows=True), asking_in(first))
        served = Served(keys, 10)
        walked = walk(served.listing(grows=True), asking_in(second, first))
    assert keys_of(walked) == keys
    assert len(served.asked) <= 7


@pytest.mark.parametrize("again", [["0"], ["1", "0"], ["2", "1", "0"], ["0", "5"]])
def test_the_newest_done_again_at_the_end_of_a_page_are_no_place(
    tmp_path: Path, again: list[str]
) -> None:
    old = [str(number) for number in range(30)]
    rest = [key for key in old if key not in again]
    keys = ["new 1", "new 2", *again, *(f"new {number}" for number in range(3, 9)), *rest]
    walk(Served(old, 10).listing(grows=True), asking_in(tmp_path / "1"))
    served = Served(keys, 2 + len(again))
    walked = walk(served.listing(grows=True), asking_in(tmp_path / "2", tmp_path / "1"))
    assert keys_of(walked) == keys


def test_a_list_that_was_not_whole_is_no_ground_and_follows_are_read_anew(tmp_path: Path) -> None:
    keys = [str(number) for number in range(20)]
    walk(Served(keys).listing(), asking_in(tmp_path / "1", budget=Budget(requests=5)))
    served = Served(keys)
    walk(served.listing(grows=True), asking_in(tmp_path / "2", tmp_path / "1"))
    assert len(served.asked) == 10
    follows = Served(keys)
    walk(follows.listing(), asking_in(tmp_path / "3", tmp_path / "2"))
    assert len(follows.asked) == 10
