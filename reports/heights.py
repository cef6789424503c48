"""How many lines a text takes in a cell: the writer sets heights, since not all programs do."""

import unicodedata

from reports.style import LINE_HEIGHT

MOST_LINES = 24  # Excel rows end at 409 points
_WIDE = {"W", "F"}


def lines(text: str, width: int) -> int:
    """Count the lines of text wrapped at spaces in a cell of a width in characters."""
    if len(text) <= width and text.isascii():
        return 1 + text.count("\n")
    return sum(_wrapped(part, width) for part in text.split("\n"))


def height(line_count: int) -> float:
    """Give the height in points of a row with so many lines of body text."""
    return min(line_count, MOST_LINES + 3) * LINE_HEIGHT + 3


def _wrapped(text: str, width: int) -> int:
    count, used = 1, 0
    for word in text.split(" "):
        length = _columns(word)
        if used and used + 1 + length > width:
            count, used = count + 1, 0
        used += length + (1 if used else 0)
        if used > width:
            count, used = count + (used - 1) // width, (used - 1) % width + 1
    return count


def _columns(word: str) -> int:
    """Count characters, and those that are twice as wide twice: emoji, Chinese, Japanese."""
    if word.isascii():
        return len(word)
    return sum(1 + (unicodedata.east_asian_width(letter) in _WIDE) for letter in word)
