"""Dates of a register: whole days, or a year or month where no more is known."""

from typing import Any

import pandas as pd

_PARTIAL = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"


def first_day(written: "pd.Series[Any]") -> "pd.Series[Any]":
    """Give the earliest day that each date can mean; NaT where it is empty or no date."""
    return _days(written + "-01-01", written + "-01", written)


def last_day(written: "pd.Series[Any]") -> "pd.Series[Any]":
    """Give the latest day that each date can mean; NaT where it is empty or no date."""
    month = pd.to_datetime(written + "-01", format="%Y-%m-%d", errors="coerce")
    month_end = (month + pd.offsets.MonthEnd(0)).dt.strftime("%Y-%m-%d")
    return _days(written + "-12-31", month_end, written)


def not_a_date(written: "pd.Series[Any]") -> "pd.Series[bool]":
    """Tell which entries are filled and yet no year, month or day of the calendar."""
    return (written != "") & first_day(written).isna()


def covers(table: pd.DataFrame, day: "pd.Series[Any] | pd.Timestamp") -> "pd.Series[bool]":
    """Tell which spells (columns ``starts`` and ``ends``) hold on a day; NaT means open."""
    begun = table["starts"].isna() | (table["starts"] <= day)
    return begun & (table["ends"].isna() | (table["ends"] >= day))


def _days(
    year: "pd.Series[Any]", month: "pd.Series[Any]", written: "pd.Series[Any]"
) -> "pd.Series[Any]":
    whole = written.where(written.str.fullmatch(_PARTIAL), "")
    whole = whole.mask(written.str.len() == 4, year).mask(written.str.len() == 7, month)
    return pd.to_datetime(whole, format="%Y-%m-%d", errors="coerce").dt.as_unit("us")
