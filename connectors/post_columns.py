"""Posts with their links and quotes: what all acts of a post share is worked out once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from connectors.columns import Rows, Values


@dataclass(frozen=True)
class PostColumns:
    """Posts of one block: the place of each one's record in it, and columns of one length."""

    places: Sequence[int]
    columns: Mapping[str, Values]

    def rows(self, which: Sequence[int], own: Mapping[str, Values]) -> Rows:
        """Give a row for each post named by its number here, with the columns of the act itself."""
        shared = {name: _taken(self.columns[name], which) for name in self.columns.keys() - own}
        return Rows([self.places[n] for n in which], {**shared, **own})


def _taken(values: Values, which: Sequence[int]) -> Values:
    if isinstance(values, str):
        return values
    if isinstance(values, pa.Array):
        taken: Values = values.take(pa.array(which, pa.int64()))
        return taken
    return [values[n] for n in which]
