"""The law of luck: published figures, full enumeration, and what must hold of any law."""

import itertools
import math

import numpy as np
import pytest

from audit.balance import assess
from audit.balance.index import excess
from audit.balance.law import DRAWS, chance_mean, law
from tests.audit.balance.house import LATER_SEATS, PARTIES, SEATS, listed

WEIGHTS = tuple(SEATS.values())


def every_list(n, parties):
    for bars in itertools.combinations(range(n + parties - 1), parties - 1):
        edges = (-1, *bars, n + parties - 1)
        yield tuple(b - a - 1 for a, b in itertools.pairwise(edges))


def enumerated(n, weights, ways):
    chances = {}
    for counts in every_list(n, len(weights)):
        place = excess(counts, weights)
        chances[place] = chances.get(place, 0.0) + ways(counts)
    return chances


def multinomial(n, weights):
    def ways(counts):
        arrangements = math.factorial(n) // math.prod(math.factorial(x) for x in counts)
        return arrangements * math.prod(
            (r / sum(weights)) ** x for r, x in zip(weights, counts, strict=True)
        )

    return ways


@pytest.mark.parametrize("weights", [WEIGHTS, (1, 1, 1, 1), (33, 65, 10, 10, 2), (7, 3)])
@pytest.mark.parametrize("n", [1, 4, 9])
def test_the_law_is_that_of_full_enumeration(n, weights):
    luck = law(n, weights)
    expected = enumerated(n, weights, multinomial(n, weights))
    assert list(luck.excesses) == sorted(expected)
    assert list(luck.probabilities) == pytest.approx([expected[t] for t in sorted(expected)])


def test_each_account_once_is_that_of_full_enumeration():
    weights = (4, 3, 2)
    luck = law(5, weights, whole_register=True)
    possible = enumerated(
        5,
        weights,
        lambda counts: (
            math.prod(math.comb(r, x) for r, x in zip(weights, counts, strict=True))
            / math.comb(9, 5)
        ),
    )
    expected = {place: chance for place, chance in possible.items() if chance}
    assert list(luck.excesses) == sorted(expected)
    assert list(luck.probabilities) == pytest.approx([expected[t] for t in sorted(expected)])


@pytest.mark.parametrize(("n", "c95"), [(20, 0.270), (60, 0.121)])
def test_a_finite_register_leaves_less_to_luck(n, c95):
    balance = assess({"party:kauri": n // 2, "party:rimu": n // 2}, SEATS, whole_register=True)
    assert balance.c95 == pytest.approx(c95, abs=0.0006)


@pytest.mark.parametrize("n", [1, 24, 300])
def test_mass_is_one_and_mean_is_de_moivres(n):
    luck = law(n, WEIGHTS)
    assert luck.probabilities.sum() == pytest.approx(1.0, abs=1e-12)
    assert luck.mean == pytest.approx(chance_mean(n, WEIGHTS), abs=1e-11)


@pytest.mark.parametrize(
    ("n", "weights", "by_hand"),
    [(1, (1, 1), 0.5), (5, (1, 1), 0.1875), (10, (1, 1), 0.123046875)],
)
def test_closed_mean_of_two_equal_parties(n, weights, by_hand):
    assert chance_mean(n, weights) == pytest.approx(by_hand)


def test_above_300_accounts_lists_are_drawn_with_a_fixed_seed():
    counts = listed((160, 100, 50, 30, 25, 20))
    balance = assess(counts, SEATS)
    again = assess(dict(reversed(counts.items())), dict(reversed(SEATS.items())))
    assert balance.n == 385
    assert (balance.p, balance.p_corridor, balance.c95) == (again.p, again.p_corridor, again.c95)
    exact_mean = chance_mean(385, WEIGHTS)
    assert balance.chance_mean == pytest.approx(exact_mean)
    drawn = law(385, WEIGHTS)
    assert (drawn.excesses @ drawn.probabilities) / (385 * 123) == pytest.approx(
        exact_mean, rel=0.01
    )


def test_a_drawn_p_is_never_zero():
    assert assess({"party:nikau": 400}, SEATS).p == pytest.approx(1 / (DRAWS + 1))


def test_many_parties_are_still_measured():
    reference = {f"party:{i}": 20 - i for i in range(20)}
    luck = law(60, tuple(reference.values()))
    assert luck.draws == DRAWS
    assert luck.mean == pytest.approx(chance_mean(60, tuple(reference.values())))


def test_quantiles_are_attainable_and_cover_their_level():
    luck = law(24, tuple(LATER_SEATS.values()))
    below = np.cumsum(luck.probabilities)
    for level in (0.05, 0.5, 0.95, 0.995):
        place = round(luck.quantile(level) * 24 * luck.total)
        assert place in luck.excesses
        assert below[list(luck.excesses).index(place)] >= level


def test_a_list_of_one_party_against_the_later_house():
    balance = assess({PARTIES[5]: 1}, LATER_SEATS)
    assert balance.p == pytest.approx(4 / 120)
