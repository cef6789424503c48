"""Which days a review covers, and how they are written."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import period
from connectors.errors import ConfigError

NOW = datetime(2026, 10, 5, 6, 30, tzinfo=UTC)


def test_the_default_is_the_quarter_that_ended_last() -> None:
    chosen = period.choose("", NOW, "financial")
    assert chosen.id == "2026-Q3"
    assert chosen.label == "Quarter 1 of 2026/27: 1 July to 30 September 2026"


def test_labels_follow_the_calendar_year_where_asked() -> None:
    chosen = period.choose("2026-Q3", NOW, "calendar")
    assert chosen.label == "Quarter 3 of 2026: 1 July to 30 September 2026"


def test_new_zealand_is_ahead_of_utc_at_the_turn_of_the_quarter() -> None:
    turn = datetime(2026, 9, 30, 12, 0, tzinfo=UTC)
    assert period.choose("", turn, "financial").id == "2026-Q3"


def test_now_is_an_ad_hoc_review_up_to_today() -> None:
    chosen = period.choose("now", NOW, "financial")
    assert (chosen.id, chosen.start) == ("2026-10-05", date(2026, 10, 1))


@pytest.mark.parametrize("wanted", ["2026", "Q3", "2026-Q5", "2027-Q1", "last"])
def test_what_is_no_period_is_said(wanted: str) -> None:
    with pytest.raises(ConfigError):
        period.choose(wanted, NOW, "financial")


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_quarters_tile_the_calendar(day: date) -> None:
    quarter = period.quarter_of(day, "financial")
    following = period.quarter_of(quarter.end + timedelta(days=1), "financial")
    assert quarter.start <= day <= quarter.end
    assert following.start == quarter.end + timedelta(days=1)
    assert 90 <= (quarter.end - quarter.start).days + 1 <= 92
