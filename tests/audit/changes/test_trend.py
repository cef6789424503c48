"""The quarters of a review: eight at most, gaps named, nothing before the first review."""

from datetime import date

from audit.changes.trend import MOST, quarter_said, quarters
from audit.period import quarter_of
from audit.review.model import Period, Quarter


def quarter(day: date) -> Quarter:
    period = quarter_of(day, "financial")
    return Quarter(period.id, period.label, f"{period.id}-2", 1, 2, 3, 4, 5, 6)


def periods(day: date, *earlier: Quarter) -> list[tuple[str, bool]]:
    this = quarter(day)
    period = quarter_of(day, "financial")
    return [(one.period, bool(one.run)) for one in quarters(earlier, this, period, "financial")]


def test_a_quarter_without_a_review_is_there_and_empty() -> None:
    assert periods(date(2026, 12, 31), quarter(date(2026, 3, 31)), quarter(date(2026, 9, 1))) == [
        ("2026-Q1", True),
        ("2026-Q2", False),
        ("2026-Q3", True),
        ("2026-Q4", True),
    ]


def test_there_are_eight_at_most_and_the_first_review_stands_alone() -> None:
    every = [
        quarter(date(year, month, 1)) for year in (2024, 2025, 2026) for month in (1, 4, 7, 10)
    ]
    said = periods(date(2026, 12, 31), *every[:-1])
    assert len(said) == MOST
    assert (said[0], said[-1]) == (("2025-Q1", True), ("2026-Q4", True))
    assert periods(date(2026, 12, 31)) == [("2026-Q4", True)]


def test_a_review_up_to_today_stands_after_whole_quarters() -> None:
    today = Period("2026-11-29", "Ad hoc", date(2026, 10, 1), date(2026, 11, 29))
    this = Quarter("2026-11-29", "Ad hoc", "2026-11-29")
    found = quarters([quarter(date(2026, 8, 1))], this, today, "financial")
    assert [one.period for one in found] == ["2026-Q3", "2026-11-29"]
    assert quarter_said({"period": {"id": "2026-11-29"}, "totals": {}}, "2026-11-29") is None
