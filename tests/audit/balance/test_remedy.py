"""Additions that would bring a list within 10 per cent."""

from hypothesis import given
from hypothesis import strategies as st

from audit.balance import assess, fewest_additions
from tests.audit.balance.house import LATER_SEATS, ONE_SIDED, PARTIES, SEATS, listed
from tests.audit.balance.test_law import every_list


def grown(counts, added):
    return {party: counts[party] + added.get(party, 0) for party in counts}


def test_the_worked_remedy():
    added = fewest_additions(listed(ONE_SIDED), LATER_SEATS)
    assert added == {"party:rimu": 6, "party:totara": 3}
    assert assess(grown(listed(ONE_SIDED), added), LATER_SEATS).d <= 0.10


def test_a_cap_moves_additions_to_other_parties():
    available = {"party:rimu": 5, "party:totara": 4, "party:nikau": 3, "party:kauri": 9}
    added = fewest_additions(listed(ONE_SIDED), LATER_SEATS, available)
    assert all(added[party] <= available[party] for party in added)
    assert assess(grown(listed(ONE_SIDED), added), LATER_SEATS).d <= 0.10


def test_no_additions_are_enough():
    assert fewest_additions(listed(ONE_SIDED), SEATS, {"party:rimu": 1}) is None
    assert fewest_additions(listed(ONE_SIDED), SEATS, {}) is None
    assert fewest_additions({}, SEATS) is None


def test_a_list_of_hundreds_of_one_small_party_ends():
    added = fewest_additions({"party:nikau": 300}, SEATS)
    assert assess(grown(dict.fromkeys(PARTIES, 0) | {"party:nikau": 300}, added), SEATS).d <= 0.10


@given(
    st.lists(st.integers(0, 4), min_size=3, max_size=3).filter(any),
    st.lists(st.integers(0, 5), min_size=3, max_size=3),
)
def test_no_shorter_list_of_additions_would_do(counts, caps):
    reference = {"a": 5, "b": 3, "c": 2}
    listing = dict(zip("abc", counts, strict=True))
    added = fewest_additions(listing, reference, dict(zip("abc", caps, strict=True)))
    within = [
        sum(more)
        for size in range(sum(caps) + 1)
        for more in every_list(size, 3)
        if all(m <= cap for m, cap in zip(more, caps, strict=True))
        and assess(grown(listing, dict(zip("abc", more, strict=True))), reference).d <= 0.10
    ]
    assert (None if added is None else sum(added.values())) == (min(within) if within else None)
