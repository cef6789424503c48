"""Which records come for the first time, told for many at a time from columns of their keys."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from connectors.text_columns import Flags


@dataclass
class Firsts:
    """The keys of all records that came so far: some columns of texts, none of them null."""

    _earlier: list[tuple[pa.Array, ...]] = field(default_factory=list)

    def of(self, *keys: pa.Array) -> Flags:
        """Tell which records have keys that did not come before, here or in an earlier call."""
        before = sum(len(columns[0]) for columns in self._earlier)
        columns = [pa.concat_arrays(parts) for parts in zip(*self._earlier, keys, strict=True)]
        first = ~_repeated(columns)[before:]
        self._earlier.append(tuple(key.filter(pa.array(first)) for key in keys))
        return first


def _repeated(columns: Sequence[pa.Array]) -> Flags:
    """Tell which records are as an earlier one in all columns.

    Only those that are so in the columns before have to be compared in the next.
    """
    count = len(columns[0])
    left, codes = np.arange(count), np.zeros(count, np.int64)
    for column in columns:
        compared = column if len(left) == count else column.take(pa.array(left))
        found = pc.dictionary_encode(compared)
        codes = codes * len(found.dictionary) + found.indices.to_numpy()
        codes = pd.factorize(codes)[0]
        again = pd.Series(codes).duplicated(keep=False).to_numpy()
        left, codes = left[again], codes[again]
    repeated = np.zeros(count, bool)
    repeated[left] = pd.Series(codes).duplicated().to_numpy()
    return repeated
