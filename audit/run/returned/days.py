"""Dates as people write them into the columns of a workbook: real ones, or text read day first."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from connectors.list_dates import read_day, shows_month_first
from connectors.list_tables import Cell

_APOSTROPHES = "'’"


def day_reader(column: Iterable[Cell]) -> Callable[[Cell], date | None]:
    """Give what reads the dates of a column: None where there is none or it cannot be read.

    Where some text of the column can only be month first, no date of figures alone is read.
    """
    months_first = shows_month_first(map(_typed, column))
    return lambda cell: read_day(_typed(cell), month_first_seen=months_first)


def _typed(cell: Cell) -> Cell:
    """Leave out the apostrophe that says to a program that text follows, and at times stays."""
    return replace(cell, text=cell.text.lstrip(_APOSTROPHES))
