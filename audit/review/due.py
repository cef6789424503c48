"""Which due dates a review takes: from the day of its run to 18 months on."""

from datetime import date, datetime

import pandas as pd

_MONTHS_AHEAD = 18


def due_days(observed_at: datetime) -> tuple[date, date]:
    """Give the first and the last due date of a review that was read at a time."""
    first = observed_at.date()
    return first, months_on(first, _MONTHS_AHEAD)


def months_on(day: date, months: int) -> date:
    """Give the same day so many months later, or the last day of that month."""
    later: date = (pd.Timestamp(day) + pd.DateOffset(months=months)).date()
    return later
