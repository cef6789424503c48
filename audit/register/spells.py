"""Dates of a register: whole days, or a year or month where no more is known."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def first_day(written: "pd.Series[Any]") -> "pd.Series[Any]":
    """Give the earliest day that each date can mean; NaT where it is empty or no date."""
    return _days(written, _first)


def last_day(written: "pd.Series[Any]") -> "pd.Series[Any]":
    """Give the latest day that each date can mean; NaT where it is empty or no date."""
    return _days(written, _last)


def not_a_date(written: "pd.Series[Any]") -> "pd.Series[bool]":
    """Tell which entries are filled and yet no year, month or day of the calendar."""
    return (written != "") & first_day(written).isna()


def covers(table: pd.DataFrame, day: "pd.Series[Any] | pd.Timestamp") -> "pd.Series[bool]":
    """Tell which spells (columns ``starts`` and ``ends``) hold on a day; NaT means open."""
    begun = table["starts"].isna() | (table["starts"] <= day)
    return begun & (table["ends"].isna() | (table["ends"] >= day))


def _days(written: "pd.Series[Any]", day: Callable[[str], date | None]) -> "pd.Series[Any]":
    # A register has few dates and many questions of them: each is read once.
    return pd.Series(
        [day(text) if isinstance(text, str) else None for text in written],
        index=written.index,
        dtype="datetime64[us]",
    )


@cache
def _first(written: str) -> date | None:
    year, month, day = _parts(written)
    return _date(year, 1 if month is None else month, 1 if day is None else day)


@cache
def _last(written: str) -> date | None:
    year, month, day = _parts(written)
    known = _date(year, 12 if month is None else month, 1 if day is None else day)
    if known is None or day is not None:
        return known
    return known.replace(day=monthrange(known.year, known.month)[1])


def _parts(written: str) -> tuple[int, int | None, int | None]:
    """Give year, month and day as far as a partial date says them; the year 0 where it is none."""
    match = _PARTIAL.fullmatch(written)
    if match is None:
        return 0, None, None
    year, month, day = (None if part is None else int(part) for part in match.groups())
    return year or 0, month, day


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
