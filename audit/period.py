"""Which days a review covers: the quarter that ended last, a named quarter, or up to today.

Ids are calendar quarters (2026-Q3); labels follow the agency's year. Days are New Zealand days.
"""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from audit.review import words
from audit.review.model import Period
from connectors.errors import ConfigError

NEW_ZEALAND = ZoneInfo("Pacific/Auckland")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def choose(wanted: str, now: datetime, quarters: str) -> Period:
    """Give the period for ``--period``: empty (the quarter that ended last), an id, or ``now``."""
    today = new_zealand_day(now)
    if wanted == "now":
        return _ad_hoc(today)
    if not wanted:
        return quarter_of(_start_of_quarter(today) - timedelta(days=1), quarters)
    match = _QUARTER.fullmatch(wanted)
    if not match:
        raise ConfigError([f"--period is {wanted!r}; write it like 2026-Q3, or write now."])
    year, number = int(match[1]), int(match[2])
    period = quarter_of(date(year, number * 3, 1), quarters)
    if period.start > today:
        raise ConfigError([f"The period {wanted} has not begun yet; choose one that has."])
    return period


def new_zealand_day(moment: datetime) -> date:
    """Give the day that it is in New Zealand at a moment."""
    return moment.astimezone(NEW_ZEALAND).date()


def quarter_of(day: date, quarters: str) -> Period:
    """Give the calendar quarter that holds a day; ``quarters`` is ``financial`` or ``calendar``."""
    start = _start_of_quarter(day)
    following = _start_of_quarter(start + timedelta(days=100))
    end = following - timedelta(days=1)
    number = (start.month + 2) // 3
    return Period(f"{start.year}-Q{number}", _label(start, end, quarters), start, end)


def _ad_hoc(today: date) -> Period:
    start = _start_of_quarter(today)
    label = f"Ad hoc review up to {words.day(today)}"
    return Period(today.isoformat(), label, start, today)


def _start_of_quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _label(start: date, end: date, quarters: str) -> str:
    number = (start.month + 2) // 3
    days = f"{start.day} {words.month(start)} to {words.day(end)}"
    if quarters == "calendar":
        return f"Quarter {number} of {start.year}: {days}"
    first_year = start.year if start.month >= 7 else start.year - 1
    financial = (number + 1) % 4 + 1
    return f"Quarter {financial} of {first_year}/{(first_year + 1) % 100:02d}: {days}"
