"""Lists that a careless formula would divide by nothing for, or praise."""

import pytest

from audit.balance import assess, check_distinct, party_lines, scaled
from audit.balance.index import misplaced
from connectors.errors import ConfigError
from tests.audit.balance.house import BALANCED, LATER_SEATS, ONE_SIDED, SEATS, listed


def test_nobody_has_no_share_and_no_p():
    balance = assess({}, LATER_SEATS)
    assert (balance.n, balance.verdict) == (0, "none")
    assert (balance.d, balance.p, balance.misplaced, balance.c95) == (None, None, None, None)
    assert balance.give_or_take is None
    assert balance.luck_accounts is None
    assert balance.d_including_outside is None


@pytest.mark.parametrize(
    ("counts", "d"), [((1, 0, 0, 0, 0, 0), 0.600000), ((1, 1, 0, 0, 0, 0), 0.316667)]
)
def test_one_or_two_accounts_are_as_near_as_they_can_be_and_too_few(counts, d):
    balance = assess(listed(counts), LATER_SEATS)
    assert (balance.d, balance.floor) == pytest.approx((d, d), abs=6e-7)
    assert (balance.misplaced, balance.verdict) == (0, "too_few")


def test_a_small_p_means_nothing_below_the_minimum():
    balance = assess(listed((5, 0, 0, 0, 0, 0)), SEATS)
    assert balance.d == pytest.approx(0.601626, abs=6e-7)
    assert balance.p == pytest.approx(0.044993, abs=6e-7)
    assert balance.verdict == "too_few"


def test_the_minimum_can_be_raised_and_is_kept():
    balance = assess(listed((7, 0, 0, 2, 1, 0)), SEATS, minimum=11)
    assert (balance.verdict, balance.minimum) == ("too_few", 11)
    at_the_boundary = assess(listed((7, 0, 0, 2, 1, 0)), SEATS)
    assert (at_the_boundary.n, at_the_boundary.verdict) == (10, "uneven")
    assert at_the_boundary.p == pytest.approx(0.027389, abs=6e-7)


def test_a_followed_party_without_seats_stands_outside():
    counts = listed(BALANCED) | {"party:harakeke": 3}
    balance = assess(counts, SEATS | {"party:harakeke": 0})
    assert (balance.n, balance.outside, balance.verdict) == (24, 3, "no_sign")
    assert balance.d == pytest.approx(0.036585, abs=6e-7)
    assert balance.d_including_outside == pytest.approx(0.111111, abs=6e-7)
    assert assess(counts, SEATS) == balance


def test_everybody_outside_is_nobody_inside():
    balance = assess({"party:harakeke": 3}, SEATS)
    assert (balance.n, balance.outside, balance.verdict) == (0, 3, "none")
    assert (balance.d, balance.d_including_outside) == (None, 1.0)


def test_parties_that_are_not_in_the_list_have_a_chance_of_that():
    lines = {line.party: line for line in party_lines(listed(ONE_SIDED), SEATS)}
    totara, nikau = lines["party:totara"], lines["party:nikau"]
    assert (totara.expected, totara.chance_none) == pytest.approx((2.9268, 0.0441), abs=6e-5)
    assert (nikau.expected, nikau.chance_none) == pytest.approx((1.1707, 0.3011), abs=6e-5)


def test_one_party_alone_cannot_be_uneven():
    balance = assess({"party:kauri": 5}, {"party:kauri": 10})
    assert (balance.d, balance.p, balance.verdict) == (0.0, 1.0, "not_assessable")
    assert (balance.chance_mean, balance.c95, balance.misplaced) == (0.0, 0.0, 0)
    assert assess({"party:kauri": 40}, {"party:kauri": 10}).verdict == "not_assessable"


@pytest.mark.parametrize("reference", [{"party:kauri": 0, "party:rimu": 0}, {}])
def test_a_reference_of_nothing_is_refused(reference):
    with pytest.raises(ConfigError, match="reference is empty"):
        assess({"party:kauri": 1}, reference)


def test_a_weight_below_zero_is_refused_by_name():
    with pytest.raises(ConfigError, match="party:rimu a weight below 0"):
        assess({"party:kauri": 1}, {"party:kauri": 3, "party:rimu": -1})


def test_a_count_below_zero_is_refused():
    with pytest.raises(ValueError, match="party:kauri"):
        assess({"party:kauri": -1}, SEATS)


def test_more_people_than_the_register_knows_are_counted_twice():
    with pytest.raises(ConfigError, match="counts 130 people but the register knows 123"):
        assess(listed((56, 34, 15, 11, 8, 6)), SEATS, whole_register=True)
    with pytest.raises(ConfigError, match="counted twice"):
        check_distinct(130, 123)
    check_distinct(123, 123)


def test_the_whole_register_is_in_perfect_proportion():
    balance = assess(SEATS, SEATS, whole_register=True)
    assert (balance.d, balance.p, balance.c95) == pytest.approx((0.0, 1.0, 0.0))


def test_a_nearest_list_of_ten_has_p_of_exactly_one():
    balance = assess(listed((4, 3, 1, 1, 1, 0)), SEATS)
    assert balance.p == 1.0


@pytest.mark.parametrize("counts", [(1, 1, 0, 0), (0, 1, 0, 1), (0, 0, 1, 1)])
def test_a_tie_of_the_reference_goes_to_the_list(counts):
    assert misplaced(counts, (1, 1, 1, 1)) == 0


def test_a_list_beyond_a_tie_is_measured_to_its_own_nearest():
    assert misplaced((2, 0, 0, 0), (1, 1, 1, 1)) == 1
    assert misplaced((0, 0, 0, 2), (1, 1, 1, 1)) == 1


def test_votes_become_a_thousand_weights():
    weights = scaled({"party:kauri": 1_085_851, "party:rimu": 767_540, "party:miro": 246_473})
    assert weights == {"party:kauri": 517, "party:rimu": 366, "party:miro": 117}
    assert assess({"party:kauri": 12, "party:rimu": 8, "party:miro": 4}, weights).n == 24


def test_scaling_takes_fractions_and_keeps_order():
    assert scaled({"b": 1, "a": 1, "c": 1}) == {"b": 333, "a": 334, "c": 333}
    assert scaled({"a": 0.5, "b": 0.25, "c": 0.25}, total=10) == {"a": 5, "b": 3, "c": 2}


@pytest.mark.parametrize("votes", [{}, {"a": 0}, {"a": 5, "b": -1}])
def test_votes_of_nothing_are_refused(votes):
    with pytest.raises(ConfigError, match="votes to share out"):
        scaled(votes)
