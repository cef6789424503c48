"""Dates as people in New Zealand write them, read as noon of that day there."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from connectors.list_tables import Cell

_ZONE = ZoneInfo("Pacific/Auckland")
_NUMBERS = re.compile(
    r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?:[ ,T].*)?", re.ASCII
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?", re.ASCII)
_DAY_FIRST = re.compile(
    r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -](\d{4}|\d{2})"
)
_MONTH_FIRST = re.compile(r"(?:[a-z]+,? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MOST_MONTHS = 12


def shows_month_first(cells: Iterable[Cell]) -> bool:
    """Tell whether some date of a column, such as 11/23/2026, can only be month/day/year."""
    numbers = (_NUMBERS.fullmatch(cell.text) for cell in cells if cell.when is None)
    return any(int(match[2]) > _MOST_MONTHS >= int(match[1]) for match in numbers if match)


def looks_dated(cell: Cell) -> bool:
    """Tell whether a cell is written as a date, be it one that the calendar has or not."""
    text = cell.text.casefold()
    if cell.when is not None or _ISO.fullmatch(cell.text) or _NUMBERS.fullmatch(text):
        return True
    words = ((_DAY_FIRST.fullmatch(text), 2), (_MONTH_FIRST.fullmatch(text), 1))
    return any(match is not None and _month(match[place]) > 0 for match, place in words)


def read_date(cell: Cell, *, month_first_seen: bool = False) -> datetime | None:
    """Read a date as UTC: an Excel date, ISO, day/month/year, or with the month as a word.

    Where the column shows months first, no date of numbers alone is read: it may be either.
    """
    if cell.when is not None:
        return _local(cell.when)
    text = cell.text.casefold()
    if match := _ISO.fullmatch(cell.text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        year = None if month_first_seen else _year(match[3])
        return _day(year, int(match[2]), int(match[1]))
    if match := _DAY_FIRST.fullmatch(text):
        return _day(_year(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_FIRST.fullmatch(text):
        return _day(_year(match[3]), _month(match[1]), int(match[2]))
    return None


def read_day(cell: Cell, *, month_first_seen: bool = False) -> date | None:
    """Read a date as ``read_date`` does, and give its New Zealand day."""
    moment = read_date(cell, month_first_seen=month_first_seen)
    return moment.astimezone(_ZONE).date() if moment is not None else None


def _day(year: int | None, month: int, day: int) -> datetime | None:
    try:
        return _local(datetime(year, month, day)) if year else None  # noqa: DTZ001
    except ValueError:
        return None


def _local(when: datetime) -> datetime:
    noon = datetime.combine(when.date(), time(12)) if when.time() == time(0) else when
    return noon.replace(tzinfo=_ZONE).astimezone(UTC)


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _month(word: str) -> int:
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else 0
