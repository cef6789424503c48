"""Which records come for the first time, told for many at a time from columns of their keys."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from connectors.text_columns import Flags, ends_of


@dataclass
class Firsts:
    """The keys of all records that came so far, none of them null, and a number for each."""

    _earlier: list[tuple[pa.Array, ...]] = field(default_factory=list)

    def of(self, keys: Sequence[pa.Array], times: pa.Array | None = None) -> Flags:
        """Tell which records have keys that did not come before, here or in an earlier call.

        Where one of the keys is a time as it was written, ``times`` are what was read of them:
        they tell most records apart without a look at the keys, as the ends of other keys do.
        """
        if times is None:
            numbers = pa.array(ends_of(keys[0]))
        else:
            numbers = pc.fill_null(times.cast(pa.int64()), 0)
        told = (numbers, *keys)
        before = sum(len(columns[0]) for columns in self._earlier)
        joined = zip(*self._earlier, told, strict=True)
        columns = [pa.concat_arrays(parts) for parts in joined] if self._earlier else told
        first = ~_repeated(columns)[before:]
        kept = told if first.all() else [column.filter(pa.array(first)) for column in told]
        self._earlier.append(tuple(kept))
        return first


def _repeated(columns: Sequence[pa.Array]) -> Flags:
    """Tell which records are as an earlier one in all columns.

    Only those that are so in the columns before have to be compared in the next.
    """
    numbers, *keys = columns
    codes = numbers.to_numpy()
    left = np.arange(len(codes))
    for key in keys:
        again = pd.Series(codes).duplicated(keep=False).to_numpy()
        left, codes = left[again], pd.factorize(codes[again])[0]
        found = pc.dictionary_encode(key.take(pa.array(left)))
        codes = codes * len(found.dictionary) + found.indices.to_numpy()
    repeated = np.zeros(len(numbers), bool)
    repeated[left] = pd.Series(codes).duplicated().to_numpy()
    return repeated
