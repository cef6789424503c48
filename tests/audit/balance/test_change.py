"""Two reviews compared."""

import pytest

from audit.balance import assess, flow_change, stock_change
from tests.audit.balance.house import LATER_SEATS, PARTIES, SEATS, listed


def people(counts, start=0):
    return {
        f"{party}/{number + start}": party
        for party, count in zip(PARTIES, counts, strict=True)
        for number in range(count)
    }


@pytest.mark.parametrize(
    ("first", "second", "apart", "p"),
    [
        ((6, 8, 3, 1, 1, 1), (12, 3, 1, 2, 2, 0), 0.40, 0.09),
        ((6, 8, 3, 1, 1, 1), (8, 6, 2, 2, 1, 1), 0.15, 0.92),
        ((3, 2, 1, 0, 0, 0), (6, 0, 0, 0, 0, 0), 0.50, 0.18),
    ],
)
def test_two_quarters_of_likes(first, second, apart, p):
    change = flow_change(listed(first), listed(second))
    assert change.apart == pytest.approx(apart)
    assert change.p == pytest.approx(p, abs=0.006)
    assert not change.changed
    backwards = flow_change(listed(second), listed(first))
    assert (backwards.apart, backwards.p) == pytest.approx((change.apart, change.p), abs=0.01)


def test_a_quarter_turned_over_is_a_change():
    assert flow_change({"a": 12}, {"b": 12}).changed
    assert flow_change({"a": 12}, {}).p is None


def test_the_names_of_parties_do_not_matter_to_the_change():
    first, second = {"a": 6, "b": 2, "c": 1}, {"a": 1, "b": 3, "c": 4}
    other = flow_change({"z": 6, "b": 2, "a": 1}, {"z": 1, "b": 3, "a": 4})
    assert flow_change(first, second) == other


def test_who_came_who_went_and_what_parliament_did():
    before = people((16, 3, 0, 3, 2, 0))
    after = people((15, 5, 1, 3, 2, 0))
    change = stock_change(before, after, SEATS, LATER_SEATS)
    assert change.added == {"party:rimu": 2, "party:totara": 1}
    assert change.removed == {"party:kauri": 1}
    assert change.before == assess(listed((16, 3, 0, 3, 2, 0)), SEATS).d
    assert change.after == assess(listed((15, 5, 1, 3, 2, 0)), LATER_SEATS).d
    same_list = assess(listed((16, 3, 0, 3, 2, 0)), LATER_SEATS).d
    assert change.from_reference == pytest.approx(same_list - change.before)
    assert change.additions is None


def test_enough_additions_are_a_list_of_their_own():
    before = people((10, 7, 3, 2, 1, 1))
    change = stock_change(before, before | people((12, 0, 0, 0, 0, 0), start=50), SEATS, SEATS)
    assert change.additions.n == 12
    assert change.additions.verdict == "strongly_uneven"
    assert change.from_reference == 0.0


def test_changing_party_is_neither_coming_nor_going():
    change = stock_change({"one": "party:rimu"}, {"one": "party:miro"}, SEATS, SEATS)
    assert (change.added, change.removed) == ({}, {})


def test_nothing_before():
    change = stock_change({}, people((4, 0, 0, 0, 0, 0)), SEATS, SEATS)
    assert (change.before, change.from_reference) == (None, None)
