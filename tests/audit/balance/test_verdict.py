"""The verdict rule and the smallest list it can say anything about."""

import pytest

from audit.balance import assess, smallest_assessable
from audit.balance.verdict import judge
from tests.audit.balance.house import GOVERNING, LATER_SEATS, SEATS, listed
from tests.audit.balance.test_law import every_list


@pytest.mark.parametrize(
    ("p", "d", "verdict"),
    [
        (0.005, 0.20, "strongly_uneven"),
        (0.0051, 0.20, "uneven"),
        (0.005, 0.199, "uneven"),
        (0.05, 0.10, "uneven"),
        (0.051, 0.10, "no_sign"),
        (0.05, 0.0999, "no_sign"),
        (0.0001, 0.05, "no_sign"),
        (1.0, 0.9, "no_sign"),
    ],
)
def test_luck_and_size_both_decide(p, d, verdict):
    assert judge(p, d) == verdict


@pytest.mark.parametrize(
    ("reference", "governing", "smallest"),
    [
        (SEATS, GOVERNING, 9),
        (LATER_SEATS, GOVERNING, 9),
        ({"a": 65, "b": 33, "c": 10, "d": 10, "e": 2}, ("a", "c"), 10),
        ({"a": 65, "b": 33, "c": 10, "d": 10, "e": 2}, ("a",), 7),
    ],
)
def test_the_smallest_list_that_shows_a_list_of_government_alone(reference, governing, smallest):
    assert smallest_assessable(reference, governing, minimum=1) == smallest
    assert smallest_assessable(reference, governing) == 10
    assert smallest_assessable(reference, governing, minimum=12) == 12


def test_at_that_size_every_such_list_shows_and_one_fewer_not():
    def largest_p(n):
        possible = ((x[0], 0, 0, x[1], x[2], 0) for x in every_list(n, 3))
        return max(assess(listed(counts), SEATS, corridor=False).p for counts in possible)

    assert largest_p(9) <= 0.05 < largest_p(8)


@pytest.mark.parametrize("governing", [(), ("party:other",), tuple(SEATS)])
def test_without_two_sides_the_minimum_holds(governing):
    assert smallest_assessable(SEATS, governing) == 10
