"""Dates of a register compared as text: 2026 and 2026-11 stand for their first or last day."""

from calendar import monthrange
from datetime import date, timedelta

LONG_AGO, OPEN = "0001-01-01", "9999-12-31"


def earliest(written: str) -> str:
    """Give the first day that a date can mean; long ago where it is empty."""
    return (written + LONG_AGO[len(written) :]) if written else LONG_AGO


def latest(written: str) -> str:
    """Give the last day that a date can mean; no end where it is empty."""
    if not written or len(written) == len(OPEN):
        return written or OPEN
    month = f"{written}-12"[: len("2026-12")]
    _, days = monthrange(int(month[:4]), int(month[5:]))
    return f"{month}-{days}"


def moved(day: str, days: int) -> str:
    """Give the day that is some days later, or earlier where ``days`` is negative."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return OPEN if days > 0 else LONG_AGO


def before(written: str) -> str:
    """Give the day before a date begins."""
    return moved(earliest(written), -1)


def after(written: str) -> str:
    """Give the day after a date is over."""
    return moved(latest(written), 1)


def agree(one: str, other: str) -> bool:
    """Tell whether two dates can be the same day: 2026-11 and 2026-11-08 can."""
    return one.startswith(other) or other.startswith(one)
