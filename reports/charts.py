"""Where the marks of a chart go: one bar, one usual range and one expected tick for each party.

Positions are shares of the drawing's width, so that a chart keeps its text size on a narrow
screen and on paper. The drawing itself is templates/chart.html.j2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.review.model import Balance, PartyLine
from audit.review.words import listing

FLAGGED = ("uneven", "strongly_uneven")
TESTED = ("no_sign", *FLAGGED)
ROW = 48
_WIDEST = 66.0


@dataclass(frozen=True)
class Bar:
    """One party's row: lengths and places in per cent of the width, ``top`` in pixels."""

    party: str
    count: int
    top: int
    length: float
    band_start: float
    band_length: float
    tick: float
    end: float
    place: str


@dataclass(frozen=True)
class RangeChart:
    """A range-bar chart: its finding in words, its height in pixels and a bar for each party."""

    description: str
    height: int
    bars: tuple[Bar, ...]


def range_chart(balance: Balance, names: Mapping[str, str]) -> RangeChart:
    """Lay out the counts of one list against the usual range by luck."""
    longest = max(max(line.count, line.usual_high + 0.5, line.expected) for line in balance.lines)
    scale = _WIDEST / longest
    bars = tuple(
        _bar(line, names.get(line.party, line.party), row * ROW, scale)
        for row, line in enumerate(balance.lines)
    )
    return RangeChart(_description(bars), len(bars) * ROW, bars)


def place(line: PartyLine) -> str:
    """Say where a count lies: above, below or inside the agreed range."""
    if line.count > line.usual_high:
        return "above"
    return "below" if line.count < line.usual_low else "inside"


def _bar(line: PartyLine, party: str, top: int, scale: float) -> Bar:
    # Counts are whole: half a unit on either side shows a range of one count as a band too.
    start, stop = max(line.usual_low - 0.5, 0.0), line.usual_high + 0.5
    return Bar(
        party=party,
        count=line.count,
        top=top,
        length=round(line.count * scale, 2),
        band_start=round(start * scale, 2),
        band_length=round((stop - start) * scale, 2),
        tick=round(line.expected * scale, 2),
        end=round(max(line.count, stop, line.expected) * scale, 2),
        place=place(line),
    )


def _description(bars: Sequence[Bar]) -> str:
    above = [bar.party for bar in bars if bar.place == "above"]
    below = [bar.party for bar in bars if bar.place == "below"]
    found = [
        f"{word} the agreed range: {listing(names)}."
        for word, names in (("Above", above), ("Below", below))
        if names
    ]
    if not found:
        found = ["Every party is inside the agreed range."]
    elif len(above) + len(below) < len(bars):
        found.append("The others are inside it.")
    return " ".join([*found, "The table after this chart has the figures."])
