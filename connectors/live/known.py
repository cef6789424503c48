"""What the last run knew of a list that grows at its new end, and where this run meets it.

An act that was undone and done again stands at the new end with the key it had: a known key is no
proof that all below it is known too.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from connectors.live.listing import Listing
from connectors.live.pages import Page, PageFolder

Item = TypeVar("Item")
_IN_A_ROW = 3


def standing(pages: Iterable[tuple[Page, Iterable[tuple[str, Item]]]]) -> dict[str, Item]:
    """Put the readings of several runs, newest first, together to one list: items by their keys.

    Each run read from the new end to a place that the run before it had: what that run had above
    the place, and this one did not see, was removed in between. Pages come with their keyed items.
    """
    readings: list[list[tuple[str, Item]]] = []
    for page, keyed in pages:
        if not page.cursor or not readings:
            readings.append([])
        readings[-1] += keyed
    known: dict[str, Item] = {}
    for reading in reversed(readings):
        last = reading[-1][0] if reading else None
        below = list(known)[list(known).index(last) + 1 :] if last in known else list(known)
        read = dict(reversed(reading))  # where a key stands twice, the first counts
        known = {key: read[key] for key, _ in reading} | {
            key: known[key] for key in below if key not in read
        }
    return known


class Known:
    """The keys of the last run's list, newest first; none where that list was not whole."""

    def __init__(self, listing: Listing, last: PageFolder) -> None:
        own, before = last.read(listing.name), last.earlier(listing.name)
        whole = last.has_earlier(listing.name) or (bool(own) and not own[-1].next)
        pages = [*own, *before] if whole else []
        keyed = ((page, ((key, None) for key in listing.keys(page.body))) for page in pages)
        self._keys_of = listing.keys
        self._places: Mapping[str, int] = {key: place for place, key in enumerate(standing(keyed))}

    def reached_in(self, pages: Sequence[Page]) -> bool:
        """Tell whether the last page ends where the last run's list goes on as it was.

        So it is where some known items stand in a row and in their old order, more of them than
        are missing above them. Those missing were removed, or their place is still to come.
        """
        if not self._places or not pages:
            return False
        keys = [key for page in pages for key in self._keys_of(page.body)]
        row = self._row(keys)
        return row >= _IN_A_ROW and row >= _IN_A_ROW + self._missing_above(keys)

    def _missing_above(self, keys: Sequence[str]) -> int:
        above = islice(self._places, self._places[keys[-1]])
        return len(frozenset(above).difference(keys))

    def _row(self, keys: Sequence[str]) -> int:
        """Count the known items at the end that stand in their old order."""
        row, below = 0, len(self._places)
        for key in reversed(keys):
            place = self._places.get(key)
            if place is None or place >= below:
                break
            row, below = row + 1, place
        return row
