"""How many lines a text takes in a cell: the writer sets heights, since not all programs do."""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from reports.style import LINE_HEIGHT

MOST_LINES = 24
_MOST = 400.0  # points; Excel rows end at 409
_WIDE = {"W", "F"}
_NARROW = "\u0300"  # no letter before this one is twice as wide: Latin's with their macrons
_DENSITY = 1.12  # letters are narrower than the digits that a column's width counts
_BROAD = 20  # characters; in a narrower column one wide word can upset the average
_LEAST = 14.0  # points a line, were every letter as wide as a digit


def lines(text: str, width: int) -> int:
    """Count the lines of text wrapped at spaces in a cell of a width in characters."""
    if len(text) <= width and _narrow(text):
        return 1 + text.count("\n")
    return sum(_wrapped(part, width) for part in text.split("\n"))


def height(texts: Iterable[tuple[str, int]]) -> float:
    """Give the height in points of a row of texts, each with its cell's width in characters."""
    needed = [_needed(text, width) for text, width in texts if len(text) > width // 2]
    return min(max(needed, default=LINE_HEIGHT), _MOST) + 4


@lru_cache(2**12)
def _needed(text: str, width: int) -> float:
    return max(lines(text, _letters(width)) * LINE_HEIGHT, _LEAST * _full(text, width))


@cache
def _letters(width: int) -> int:
    """Give how many letters fit where so many digits do, less the indent."""
    return int((width - 1) * (_DENSITY if width >= _BROAD else 1))


def _full(text: str, width: int) -> int:
    return -(-len(text) // width)


def _wrapped(text: str, width: int) -> int:
    count, used = 1, 0
    for length in map(len if _narrow(text) else _columns, text.split(" ")):
        if used and used + 1 + length > width:
            count, used = count + 1, 0
        used += length + (1 if used else 0)
        if used > width:
            count, used = count + (used - 1) // width, (used - 1) % width + 1
    return count


def _narrow(text: str) -> bool:
    return text.isascii() or max(text) < _NARROW


def _columns(word: str) -> int:
    """Count characters, and those that are twice as wide twice: emoji, Chinese, Japanese."""
    return sum(1 + (unicodedata.east_asian_width(letter) in _WIDE) for letter in word)
