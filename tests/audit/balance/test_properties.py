"""What must hold of every list and every reference."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.balance import assess
from audit.balance.corridor import weights_at
from audit.balance.index import excess, floor, misplaced, nearest, share_out_of_place
from audit.balance.law import chance_mean, law
from tests.audit.balance.test_law import every_list

WEIGHTS = st.lists(st.integers(1, 60), min_size=2, max_size=7)


@st.composite
def lists(draw, most=12):
    weights = draw(WEIGHTS)
    size = len(weights)
    counts = draw(st.lists(st.integers(0, most), min_size=size, max_size=size).filter(any))
    return tuple(counts), tuple(weights)


def by_party(values):
    return {f"party:{place}": value for place, value in enumerate(values)}


@given(lists(), st.randoms(use_true_random=False))
def test_the_order_of_parties_changes_nothing(case, rng: random.Random):
    counts, weights = case
    order = list(range(len(counts)))
    rng.shuffle(order)
    straight = assess(by_party(counts), by_party(weights))
    mixed = assess(
        {f"party:{i}": counts[i] for i in order}, {f"party:{i}": weights[i] for i in order}
    )
    assert mixed == straight
    renamed = assess(by_party([counts[i] for i in order]), by_party([weights[i] for i in order]))
    same = ("d", "misplaced", "floor", "chance_mean", "c95", "p", "p_corridor", "verdict")
    assert [getattr(renamed, f) for f in same] == [getattr(straight, f) for f in same]
    assert (renamed.gallagher, renamed.effective_parties) == (
        straight.gallagher,
        straight.effective_parties,
    )


@given(st.integers(1, 80), WEIGHTS)
def test_p_never_rises_with_the_excess(n, weights):
    luck = law(n, weights)
    tails = [luck.p_at_least(int(place)) for place in luck.excesses]
    assert tails == sorted(tails, reverse=True)
    assert tails[0] == pytest.approx(1.0)
    assert luck.p_at_least(int(luck.excesses[-1]) + 1) == 0.0


@given(st.integers(1, 80), WEIGHTS)
def test_mass_is_one_and_mean_is_de_moivres(n, weights):
    luck = law(n, weights)
    assert luck.probabilities.sum() == pytest.approx(1.0, abs=1e-12)
    assert luck.mean == pytest.approx(chance_mean(n, weights), abs=1e-11)


@given(lists())
def test_the_corridor_never_makes_p_smaller(case):
    counts, weights = case
    balance = assess(by_party(counts), by_party(weights))
    assert balance.p_corridor >= balance.p > 0
    assert assess(by_party(counts), by_party(weights), corridor=False).p_corridor == balance.p


@given(lists(), st.data())
def test_the_triangle_inequality(case, data):
    first, weights = case
    n = sum(first)
    second = data.draw(st.permutations(first))
    moved = sum(max(0, a - b) for a, b in zip(first, second, strict=True)) / n
    one, other = share_out_of_place(first, weights), share_out_of_place(tuple(second), weights)
    assert abs(one - other) <= moved + 1e-12


@given(lists(), st.integers(1, 40))
def test_accounts_outside_leave_the_share_alone(case, outside):
    counts, weights = case
    plain = assess(by_party(counts), by_party(weights))
    more = assess(by_party(counts) | {"independent": outside}, by_party(weights))
    assert (more.d, more.p, more.verdict, more.n) == (plain.d, plain.p, plain.verdict, plain.n)
    assert more.outside == outside
    assert more.d_including_outside >= outside / (more.n + outside) - 1e-12


@given(lists())
def test_accounts_out_of_place_are_near_their_share(case):
    counts, weights = case
    n = sum(counts)
    apart = abs(misplaced(counts, weights) - n * share_out_of_place(counts, weights))
    assert apart <= n * floor(n, weights) + 1e-9


@given(lists(most=3))
def test_no_nearest_list_needs_fewer_moves(case):
    counts, weights = case[0][:4], case[1][:4]
    n = sum(counts)
    if not n:
        return
    every = list(every_list(n, len(counts)))
    least = min(excess(one, weights) for one in every)
    closest = [one for one in every if excess(one, weights) == least]
    moves = [sum(max(0, x - h) for x, h in zip(counts, one, strict=True)) for one in closest]
    assert misplaced(counts, weights) == min(moves)
    assert nearest(counts, weights) in closest
    assert floor(n, weights) == pytest.approx(least / (n * sum(weights)))
    assert all(misplaced(one, weights) == 0 for one in closest)


@given(WEIGHTS, st.integers(1, 4))
def test_a_list_in_exact_proportion_is_not_out_of_place(weights, times):
    times = min(times, max(1, 120 // sum(weights)))  # a longer list is slow and shows no more
    balance = assess(by_party([times * r for r in weights]), by_party(weights))
    assert (balance.d, balance.misplaced, balance.p) == (0.0, 0, 1.0)


def test_the_corridor_has_exact_weights():
    house = (49, 34, 15, 11, 8, 6)
    assert [sum(weights_at(house, quarters)) for quarters in range(5)] == [123, 984, 492, 984, 6]
    assert weights_at(house, 0) == house
    assert weights_at(house, 4) == (1,) * 6
