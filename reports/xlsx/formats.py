"""The formats of one column's cells in a table, each made when first needed and then at hand."""

from dataclasses import replace
from functools import cached_property
from typing import Any, Protocol

from reports import style
from reports.clean import LIMIT, starts_a_formula
from reports.heights import MOST_LINES
from reports.style import Style


class Formats(Protocol):
    """What makes XlsxWriter's formats."""

    def format(self, look: Style) -> Any:
        """Give XlsxWriter's format of a style."""


def longest(width: int) -> int:
    """Give how many characters of a text a row's height can show in a column of a width."""
    return min(LIMIT, MOST_LINES * width)


class CellFormats:
    """The formats of one column's cells by what stands in them, and the column's width.

    ``width`` and ``most``, the longest text, are in characters; ``wraps`` tells whether a long
    text goes on below.
    """

    def __init__(self, book: Formats, width: int, look: Style) -> None:
        self._book, self._look = book, look
        self.width, self.wraps = width, look.wrap
        self.most = longest(width)

    def text(self, words: str) -> Any:
        """Give the format of text; what looks like a formula stays text for good."""
        return self._quoted if starts_a_formula(words) else self.plain

    def link(self, words: str) -> Any:
        """Give the format of words that lead to an address."""
        return self._quoted_link if starts_a_formula(words) else self._link

    @cached_property
    def plain(self) -> Any:
        """The format of numbers, and of cells with nothing in them."""
        return self._book.format(self._look)

    @cached_property
    def date(self) -> Any:
        """The format of a date, in whatever column it stands."""
        return self._book.format(replace(self._look, number=style.DATE))

    @cached_property
    def _quoted(self) -> Any:
        return self._book.format(replace(self._look, quoted=True))

    @cached_property
    def _link(self) -> Any:
        return self._book.format(self._linked)

    @cached_property
    def _quoted_link(self) -> Any:
        return self._book.format(replace(self._linked, quoted=True))

    @property
    def _linked(self) -> Style:
        return replace(self._look, colour=style.LINK, underlined=True)
