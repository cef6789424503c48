"""The law of luck: published figures, full enumeration, and what must hold of any law."""

import itertools
import math

import numpy as np
import pytest

from audit.balance import assess
from audit.balance.index import excess, floor
from audit.balance.law import DRAWS, chance_mean, law
from tests.audit.balance.house import LATER_SEATS, PARTIES, SEATS, listed

# n: floor, mean, median, 90th, 95th, 99.5th and 99.9th percentile of D, against 49-34-15-11-8-6.
BY_LUCK = {
    1: (0.60162602, 0.73540882, 0.72357724, 0.93495935, 0.93495935, 0.95121951, 0.95121951),
    2: (0.32520325, 0.55808180, 0.60162602, 0.78861789, 0.84552846, 0.93495935, 0.95121951),
    3: (0.26829268, 0.46482077, 0.47967480, 0.63414634, 0.72357724, 0.86178862, 0.91056911),
    5: (0.19024390, 0.37103321, 0.35284553, 0.53658537, 0.58861789, 0.68617886, 0.78861789),
    7: (0.11382114, 0.31102404, 0.30429733, 0.45412311, 0.49128920, 0.60162602, 0.67015099),
    10: (0.07073171, 0.25684081, 0.24715447, 0.37479675, 0.41300813, 0.52032520, 0.57479675),
    15: (0.03252033, 0.20633129, 0.20325203, 0.30243902, 0.33983740, 0.42113821, 0.47479675),
    24: (0.03658537, 0.16441221, 0.15853659, 0.24186992, 0.26829268, 0.34451220, 0.38617886),
    30: (0.02520325, 0.14706464, 0.14308943, 0.21869919, 0.24146341, 0.30325203, 0.34308943),
    41: (0.01626016, 0.12513823, 0.12195122, 0.18699187, 0.20325203, 0.26016260, 0.29268293),
    58: (0.00686852, 0.10513013, 0.10260723, 0.15629380, 0.17353518, 0.22259602, 0.24642557),
    60: (0.01138211, 0.10358184, 0.09918699, 0.15325203, 0.16991870, 0.21829268, 0.24552846),
    80: (0.00589431, 0.08960966, 0.08719512, 0.13465447, 0.14908537, 0.18780488, 0.21229675),
    100: (0.00699187, 0.08025614, 0.07715447, 0.11910569, 0.13284553, 0.16861789, 0.18983740),
    123: (0.00000000, 0.07192751, 0.07317073, 0.10569106, 0.12195122, 0.15447154, 0.17073171),
}
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


@pytest.mark.parametrize(("n", "expected"), BY_LUCK.items())
def test_what_luck_gives(n, expected):
    luck = law(n, WEIGHTS)
    quantiles = [luck.quantile(level) for level in (0.5, 0.9, 0.95, 0.995, 0.999)]
    assert (floor(n, WEIGHTS), luck.mean, *quantiles) == pytest.approx(expected, abs=6e-9)


@pytest.mark.parametrize("n", BY_LUCK)
def test_assess_gives_the_same(n):
    balance = assess({"party:rimu": n}, SEATS)
    seen = (balance.floor, balance.chance_mean, balance.c95, balance.c995)
    expected = BY_LUCK[n]
    assert seen == pytest.approx((*expected[:2], *expected[4:6]), abs=6e-9)


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
