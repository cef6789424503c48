"""A quarter whose acts fall under two Houses."""

import pytest

from audit.balance import assess, assess_dated
from tests.audit.balance.house import (
    BALANCED,
    LATER_SEATS,
    NAMES,
    ONE_SIDED,
    PARTIES,
    SEATS,
    listed,
)

NEW_HOUSE = dict(zip(PARTIES, (33, 65, 10, 10, 2, 2), strict=True))


def test_one_house_in_parts_is_one_list():
    first, second = listed((9, 2, 0, 1, 1, 0)), listed((7, 1, 0, 2, 1, 0))
    assert assess_dated([(first, SEATS), (second, dict(SEATS))]) == assess(listed(ONE_SIDED), SEATS)


def test_a_list_that_fits_each_house_of_its_day_is_not_uneven():
    old, new = listed((16, 11, 5, 4, 3, 2)), listed((11, 21, 3, 3, 1, 1))
    dated = assess_dated([(old, SEATS), (new, NEW_HOUSE)])
    both = {party: old[party] + new[party] for party in PARTIES}
    assert dated.n == 81
    assert dated.counts == both
    assert dated.d < 0.02
    assert dated.p > 0.99
    assert dated.verdict == "no_sign"
    assert assess(both, SEATS).d > 0.10


def test_the_expected_mix_is_the_mean_over_people():
    dated = assess_dated([(listed((30, 0, 0, 0, 0, 0)), SEATS), ({PARTIES[1]: 10}, NEW_HOUSE)])
    expected = {p: (30 * SEATS[p] / 123 + 10 * NEW_HOUSE[p] / 122) / 40 for p in PARTIES}
    whole = sum(dated.weights.values())
    assert {p: dated.weights[p] / whole for p in PARTIES} == pytest.approx(expected)


def test_nearly_the_same_house_gives_nearly_the_same_p():
    dated = assess_dated([(listed(ONE_SIDED), SEATS), ({PARTIES[0]: 1}, LATER_SEATS)])
    plain = assess(listed((17, 3, 0, 3, 2, 0)), SEATS)
    assert dated.p == pytest.approx(plain.p, abs=0.003)
    assert dated.c95 == pytest.approx(plain.c95, abs=0.01)
    assert dated.p_corridor >= dated.p


def test_order_and_names_change_nothing():
    parts = [(listed(BALANCED), SEATS), (listed(ONE_SIDED), NEW_HOUSE)]
    first, turned = assess_dated(parts), assess_dated(parts[::-1])
    assert first == turned
    named = [({NAMES[p]: c[p] for p in c}, {NAMES[p]: r[p] for p in r}) for c, r in parts]
    other = assess_dated(named)
    assert (other.d, other.p, other.p_corridor) == (first.d, first.p, first.p_corridor)


def test_a_party_counts_under_its_own_house_alone():
    without = {party: seats for party, seats in NEW_HOUSE.items() if party != PARTIES[5]}
    parts = [(listed(BALANCED), SEATS), ({PARTIES[5]: 2, PARTIES[0]: 1}, without)]
    dated = assess_dated(parts)
    assert (dated.n, dated.outside, dated.counts[PARTIES[5]]) == (25, 2, 1)


def test_nobody_under_either_house():
    dated = assess_dated([({}, SEATS), ({"independent": 1}, NEW_HOUSE)])
    assert (dated.n, dated.outside, dated.verdict, dated.d) == (0, 1, "none", None)
