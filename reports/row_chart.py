"""A chart of one bar a row: where the bars go, and what it says in words.

Lengths are shares of the drawing's width; the drawing itself is templates/chart.html.j2.
"""

from collections.abc import Iterable
from dataclasses import dataclass

_ROW = 42
_WIDEST = 80.0


@dataclass(frozen=True)
class RowBar:
    """One row: its label, its words, its length in per cent; null without a figure."""

    label: str
    words: str
    top: int
    length: float | None


@dataclass(frozen=True)
class RowChart:
    """A chart: its title, what it shows in words, its height in pixels and its bars.

    ``whole`` is how long a bar of all is, drawn behind each; null where a figure is no share.
    """

    id: str
    title: str
    description: str
    height: int
    bars: tuple[RowBar, ...]
    whole: float | None


def row_chart(
    name: str, title: str, rows: Iterable[tuple[str, float | None, str]], most: float | None = None
) -> RowChart:
    """Lay out rows of a label, a figure and its words: a share, or a number up to ``most``."""
    bars = tuple(
        _bar(label, value, words, place * _ROW, most or 1)
        for place, (label, value, words) in enumerate(rows)
    )
    said = "; ".join(f"{bar.label}: {bar.words}" for bar in bars)
    return RowChart(name, title, f"{said}.", len(bars) * _ROW, bars, None if most else _WIDEST)


def _bar(label: str, value: float | None, words: str, top: int, longest: float) -> RowBar:
    length = None if value is None else round(_WIDEST * value / longest, 2)
    return RowBar(label, words, top, length)
