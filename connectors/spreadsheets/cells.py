"""One cell's value as text for people and, where it is a date, as a time."""

from datetime import datetime
from typing import Any

from connectors.list_tables import Cell
from connectors.profiles import clean


def cell_of(value: Any, link: str = "") -> Cell:
    """Make a cell of what a library read: text, a number, a time, a truth value or nothing."""
    if value is None:
        return Cell("", link)
    if isinstance(value, datetime):
        return Cell(value.isoformat(), link, when=value)
    if isinstance(value, float) and value.is_integer():
        return Cell(f"{value:.0f}", link)
    return Cell(clean(str(value)), link)
