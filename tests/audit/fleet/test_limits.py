"""The limits against the binomial law in exact fractions, worked out another way."""

from fractions import Fraction
from math import comb

from hypothesis import given
from hypothesis import strategies as st

from audit.fleet.limits import limits_of, place


def at_most(count: int, n: int, share: Fraction) -> Fraction:
    chances = (comb(n, one) * share**one * (1 - share) ** (n - one) for one in range(count + 1))
    return sum(chances, Fraction(0))


@given(n=st.integers(1, 90), seats=st.integers(1, 119))
def test_no_more_than_one_list_in_forty_lies_beyond_either_limit(n: int, seats: int) -> None:
    share = Fraction(seats, 120)
    found = limits_of(n, seats / 120)
    for low, high, rare in (
        (found.low_95, found.high_95, Fraction(1, 40)),
        (found.low_995, found.high_995, Fraction(1, 400)),
    ):
        assert at_most(low - 1, n, share) < rare <= at_most(low, n, share)
        assert 1 - at_most(high, n, share) <= rare < 1 - at_most(high - 1, n, share)


@given(n=st.integers(1, 90), government=st.integers(0, 90), share=st.floats(0.01, 0.99))
def test_picture_and_words_agree(n: int, government: int, share: float) -> None:
    government = min(government, n)
    one = limits_of(n, share)
    where, at = place(government, one), government / n
    assert (where in {"above_95", "above_995"}) == (at > one.edge_high_95)
    assert (where == "above_995") == (at > one.edge_high_995)
    assert (where in {"below_95", "below_995"}) == (at < one.edge_low_95)
    assert (where == "below_995") == (at < one.edge_low_995)


def test_known_limits() -> None:
    one = limits_of(20, 0.5)
    assert (one.low_95, one.high_95, one.low_995, one.high_995) == (6, 14, 4, 16)
    assert (one.edge_low_95, one.edge_high_95) == (5.5 / 20, 14.5 / 20)
