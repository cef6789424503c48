"""Many lists in one report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.balance import adjust, assess, benjamini_hochberg
from tests.audit.balance.house import BALANCED, ONE_SIDED, SEATS, listed


def test_the_first_published_example():
    """Benjamini and Hochberg 1995, section 4: four of fifteen are rejected at .05."""
    ps = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
        0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
    ]  # fmt: skip
    adjusted = benjamini_hochberg(ps)
    assert adjusted[:4] == pytest.approx((0.0015, 0.003, 0.0095, 0.035625))
    assert sum(p <= 0.05 for p in adjusted) == 4


@given(st.lists(st.floats(0, 1), max_size=12))
def test_adjusted_is_never_smaller_keeps_order_and_ignores_place(ps):
    adjusted = benjamini_hochberg(ps)
    assert all(p <= after <= 1 for p, after in zip(ps, adjusted, strict=True))
    ordered = [after for _, after in sorted(zip(ps, adjusted, strict=True))]
    assert ordered == sorted(ordered)
    assert benjamini_hochberg(ps[::-1]) == adjusted[::-1]


def test_only_tested_lists_make_the_family():
    uneven = assess(listed(ONE_SIDED), SEATS)
    family = {
        "follow": uneven,
        "like": assess(listed((5, 0, 0, 0, 0, 0)), SEATS),
        "repost": assess({}, SEATS),
    }
    after = adjust(family)
    assert after["follow"].p_adjusted == uneven.p_corridor
    assert after["follow"].verdict == "uneven"
    assert (after["like"].p_adjusted, after["like"].verdict) == (None, "too_few")
    assert (after["repost"].p_adjusted, after["repost"].verdict) == (None, "none")
    assert list(after) == ["follow", "like", "repost"]


def test_a_weak_flag_among_many_even_lists_is_luck():
    weak = assess(listed((7, 0, 0, 2, 1, 0)), SEATS)
    even = assess(listed(BALANCED), SEATS)
    after = adjust({"x": weak, "mastodon": even, "bluesky": even})
    assert weak.verdict == "uneven"
    assert after["x"].p_adjusted == pytest.approx(3 * weak.p_corridor)
    assert after["x"].verdict == "no_sign"
