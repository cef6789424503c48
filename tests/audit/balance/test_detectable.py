"""What a list of n could have shown: the government share noticed four times in five."""

import math

import pytest

from audit.balance import detectable
from audit.balance.detectable import _critical
from audit.balance.index import excess
from audit.balance.law import law_when_drawn
from tests.audit.balance.house import GOVERNING, PARTIES, SEATS
from tests.audit.balance.test_law import every_list

# n: high and low at p of .05, high and low at .005; by exact law. Published figures were drawn
# and differ by one point at 8, 15, 20, 50 and 60 (see the test by full enumeration).
NOTICED = {
    6: (None, 4, None, None),
    8: (None, 6, None, None),
    10: (98, 9, None, 2),
    12: (97, 14, None, 3),
    15: (94, 17, 99, 6),
    20: (88, 21, 96, 13),
    24: (86, 22, 93, 15),
    30: (83, 26, 89, 20),
    40: (80, 30, 86, 24),
    50: (78, 32, 83, 27),
    60: (76, 34, 81, 29),
    80: (74, 37, 78, 33),
    120: (70, 40, 74, 36),
}
PUBLISHED = {
    6: (None, 4, None, None),
    8: (None, 5, None, None),
    10: (98, 9, None, 2),
    12: (97, 14, None, 3),
    15: (93, 17, 99, 6),
    20: (88, 22, 96, 13),
    24: (86, 22, 93, 15),
    30: (83, 26, 89, 20),
    40: (80, 30, 86, 24),
    50: (78, 33, 83, 27),
    60: (76, 34, 81, 30),
    80: (74, 37, 78, 33),
    120: (70, 40, 74, 36),
}
WEIGHTS = tuple(SEATS.values())


def shares(government):
    return [
        SEATS[party] / 68 * government
        if party in GOVERNING
        else SEATS[party] / 55 * (1 - government)
        for party in PARTIES
    ]


@pytest.mark.parametrize(("n", "expected"), NOTICED.items())
def test_the_share_that_is_noticed_four_times_in_five(n, expected):
    usual = detectable(n, SEATS, GOVERNING)
    strong = detectable(n, SEATS, GOVERNING, alpha=0.005)
    seen = (usual.high, usual.low, strong.high, strong.low)
    assert seen == expected
    for exact, published in zip(seen, PUBLISHED[n], strict=True):
        assert (exact is None) == (published is None)
        assert exact is None or abs(exact - published) <= 1


@pytest.mark.parametrize(("n", "government"), [(8, 0.06), (8, 0.05), (15, 0.93), (15, 0.94)])
def test_the_power_is_that_of_full_enumeration(n, government):
    drawn = shares(government)
    critical = _critical(n, WEIGHTS, 0.05)
    flagged = (x for x in every_list(n, 6) if excess(x, WEIGHTS) >= critical)
    power = math.fsum(
        math.factorial(n)
        * math.prod(q**k / math.factorial(k) for q, k in zip(drawn, x, strict=True))
        for x in flagged
    )
    assert law_when_drawn(n, WEIGHTS, drawn).p_at_least(critical) == pytest.approx(power)
    assert (power >= 0.8) == (government in {0.06, 0.05, 0.94})


def test_two_sides_and_somebody_are_needed():
    assert detectable(24, SEATS, ()) is None
    assert detectable(24, SEATS, SEATS) is None
    assert detectable(0, SEATS, GOVERNING) is None
