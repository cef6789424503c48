"""Which earlier runs count, and in which order."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from audit.review.model import Quarter
from audit.run.keep import Earlier
from audit.run.past import _trend, in_turn


def earlier(name: str, end: date, read_on: datetime) -> Earlier:
    period = name[:7]
    quarter = Quarter(period, period, name)
    return Earlier(Path(name), period, end, read_on, quarter, frozenset(), {})


Q1 = earlier("2026-Q1", date(2026, 3, 31), datetime(2026, 4, 5, tzinfo=UTC))
Q2 = earlier("2026-Q2", date(2026, 6, 30), datetime(2026, 7, 5, tzinfo=UTC))
AGAIN = earlier("2026-Q1-2", date(2026, 3, 31), datetime(2026, 8, 1, tzinfo=UTC))


def test_a_quarter_reviewed_anew_after_a_later_one_tells_nothing_of_its_time() -> None:
    assert in_turn([AGAIN, Q2, Q1]) == [Q1, Q2]
    assert [one.run for one in _trend([AGAIN, Q2, Q1])] == ["2026-Q1-2", "2026-Q2"]


def test_a_quarter_reviewed_twice_in_its_time_counts_twice() -> None:
    twice = replace(AGAIN, observed_at=datetime(2026, 4, 9, tzinfo=UTC))
    assert in_turn([twice, Q2, Q1]) == [Q1, twice, Q2]
