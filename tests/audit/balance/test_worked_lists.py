"""Thirteen lists worked by hand and by full enumeration, against 49-34-15-11-8-6 seats."""

import pytest

from audit.balance import assess, fewest_additions
from audit.balance.index import nearest
from tests.audit.balance.house import PARTIES, SEATS, listed

# counts: D, misplaced, floor, mean, c95, c995, low, high, p, least squares, effective parties.
WORKED = {
    (10, 7, 3, 2, 1, 1): (
        (0.036585, 0, 0.036585, 0.164412, 0.268293, 0.344512),
        (0, 0.304878, 1.0, 0.024601, 3.512195),
    ),
    (16, 3, 0, 3, 2, 0): (
        (0.322154, 8, 0.036585, 0.164412, 0.268293, 0.344512),
        (0.053862, 0.590447, 0.009628, 0.238497, 2.071942),
    ),
    (14, 10, 0, 0, 0, 0): (
        (0.325203, 7, 0.036585, 0.164412, 0.268293, 0.344512),
        (0.056911, 0.593496, 0.008673, 0.204155, 1.945946),
    ),
    # Two lists of 24 are equally near the House; 10-7-3-2-1-1 would take 9 moves, 9-7-3-2-2-1
    # takes 8, and the fewest count.
    (4, 4, 4, 4, 4, 4): (
        (0.341463, 8, 0.036585, 0.164412, 0.268293, 0.344512),
        (0.073171, 0.609756, 0.005882, 0.221274, 6.0),
    ),
    (4, 12, 6, 0, 0, 2): (
        (0.386179, 9, 0.036585, 0.164412, 0.268293, 0.344512),
        (0.117886, 0.654472, 0.001000, 0.258354, 2.88),
    ),
    (7, 0, 0, 2, 1, 0): (
        (0.447154, 4, 0.070732, 0.256841, 0.413008, 0.520325),
        (0.034146, 0.860163, 0.027389, 0.314712, 1.851852),
    ),
    (5, 0, 0, 0, 0, 0): (
        (0.601626, 3, 0.190244, 0.371033, 0.588618, 0.686179),
        (0.013008, 1, 0.044993, 0.483654, 1.0),
    ),
    (32, 14, 5, 5, 3, 1): (
        (0.134959, 8, 0.011382, 0.103582, 0.169919, 0.218293),
        (0, 0.304878, 0.201042, 0.106904, 2.8125),
    ),
    (6, 3, 1, 1, 1, 0): (
        (0.119919, 1, 0.071138, 0.235514, 0.380081, 0.473577),
        (0, 0.5, 0.953364, 0.087375, 3.0),
    ),
    (1, 0, 0, 0, 0, 0): (
        (0.601626, 0, 0.601626, 0.735409, 0.934959, 0.951220),
        (0, 1, 1.0, 0.483654, 1.0),
    ),
    (1, 1, 0, 0, 0, 0): (
        (0.325203, 0, 0.325203, 0.558082, 0.845528, 0.934959),
        (0, 1, 1.0, 0.211890, 2.0),
    ),
    (24, 17, 7, 5, 4, 3): (
        (0.011382, 0, 0.011382, 0.103582, 0.169919, 0.218293),
        (0, 0.181301, 1.0, 0.007734, 3.734440),
    ),
    (49, 34, 15, 11, 8, 6): (
        (0.0, 0, 0.0, 0.071928, 0.121951, 0.154472),
        (0, 0.121951, 1.0, 0.0, 3.779415),
    ),
}

NEAREST = {
    (10, 7, 3, 2, 1, 1): (10, 7, 3, 2, 1, 1),
    (16, 3, 0, 3, 2, 0): (10, 7, 3, 2, 1, 1),
    (4, 4, 4, 4, 4, 4): (9, 7, 3, 2, 2, 1),
    (7, 0, 0, 2, 1, 0): (4, 3, 1, 1, 1, 0),
    (5, 0, 0, 0, 0, 0): (2, 1, 1, 1, 0, 0),
    (32, 14, 5, 5, 3, 1): (24, 17, 7, 5, 4, 3),
    (6, 3, 1, 1, 1, 0): (5, 3, 1, 1, 1, 1),
}

ADDITIONS = {
    (10, 7, 3, 2, 1, 1): (0, 0, 0, 0, 0, 0),
    (16, 3, 0, 3, 2, 0): (0, 5, 3, 0, 0, 1),
    (14, 10, 0, 0, 0, 0): (0, 0, 3, 2, 1, 1),
    (4, 4, 4, 4, 4, 4): (10, 6, 0, 0, 0, 0),
    (4, 12, 6, 0, 0, 2): (10, 0, 0, 2, 1, 0),
    (7, 0, 0, 2, 1, 0): (0, 4, 2, 0, 0, 0),
    (5, 0, 0, 0, 0, 0): (0, 3, 1, 1, 1, 0),
    (32, 14, 5, 5, 3, 1): (0, 3, 1, 0, 0, 1),
    (6, 3, 1, 1, 1, 0): (0, 1, 1, 0, 0, 0),
    (1, 0, 0, 0, 0, 0): (2, 2, 1, 1, 1, 0),
    (1, 1, 0, 0, 0, 0): (2, 1, 1, 1, 1, 0),
    (24, 17, 7, 5, 4, 3): (0, 0, 0, 0, 0, 0),
    (49, 34, 15, 11, 8, 6): (0, 0, 0, 0, 0, 0),
}

VERDICTS = {
    (10, 7, 3, 2, 1, 1): "no_sign",
    (16, 3, 0, 3, 2, 0): "uneven",
    (14, 10, 0, 0, 0, 0): "uneven",
    (4, 4, 4, 4, 4, 4): "no_sign",
    (4, 12, 6, 0, 0, 2): "strongly_uneven",
    (7, 0, 0, 2, 1, 0): "uneven",
    (5, 0, 0, 0, 0, 0): "too_few",
    (32, 14, 5, 5, 3, 1): "no_sign",
}


@pytest.mark.parametrize(("counts", "expected"), WORKED.items())
def test_every_figure_of_a_worked_list(counts, expected):
    balance = assess(listed(counts), SEATS)
    first, second = expected
    of_the_list = (
        balance.d,
        balance.misplaced,
        balance.floor,
        balance.chance_mean,
        balance.c95,
        balance.c995,
    )
    assert of_the_list == pytest.approx(first, abs=6e-7)
    others = (*balance.give_or_take, balance.p, balance.gallagher, balance.effective_parties)
    assert others == pytest.approx(second, abs=6e-7)


@pytest.mark.parametrize(("counts", "expected"), NEAREST.items())
def test_nearest_list_of_the_same_size(counts, expected):
    assert nearest(counts, tuple(SEATS.values())) == expected


@pytest.mark.parametrize(("counts", "expected"), ADDITIONS.items())
def test_fewest_additions_to_ten_per_cent(counts, expected):
    added = fewest_additions(listed(counts), SEATS)
    assert tuple(added.get(party, 0) for party in PARTIES) == expected


@pytest.mark.parametrize(("counts", "expected"), VERDICTS.items())
def test_verdict_of_a_worked_list(counts, expected):
    assert assess(listed(counts), SEATS).verdict == expected


def test_equal_counts_are_flagged_without_the_corridor_alone():
    equal = listed((4, 4, 4, 4, 4, 4))
    assert assess(equal, SEATS).p_corridor == pytest.approx(1.0)
    assert assess(equal, SEATS, corridor=False).verdict == "uneven"
