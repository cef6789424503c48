"""Dates of which only the year or the month is known stand for the days they can mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.update.days import after, agree, before, earliest, latest, moved

DAYS = st.dates().map(lambda day: day.isoformat())


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2026-11-07", "2026-11-07", "2026-11-07"),
        ("", "0001-01-01", "9999-12-31"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(written, first, last):
    assert (earliest(written), latest(written)) == (first, last)


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_the_days_around_a_date_are_not_of_it(day, length):
    written = day[:length]
    assert earliest(written) <= day <= latest(written)
    assert agree(written, day)
    if earliest(written) > "0001-01-01" and latest(written) < "9999-12-31":
        assert before(written) < earliest(written) <= latest(written) < after(written)
        assert moved(after(written), -1) == latest(written)


def test_the_calendar_has_two_ends():
    assert (moved("0001-01-01", -400), moved("9999-12-31", 400)) == ("0001-01-01", "9999-12-31")
