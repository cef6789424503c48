"""The fields of many TikTok records at a time, from its JSON and from its text files alike."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from connectors.columns import Places, in_blocks, together
from connectors.text_columns import TEXT, in_nfc, known, texts

_SPACE = re.compile(r"[\W_]")
_WANTED = ("date", "link", "title", "username", "whocanview")


@dataclass(frozen=True)
class Fields:
    """The texts of some records by their keys, which TikTok writes ``Date`` here, ``date`` there.

    Null where a record has no such key; a key without a text is as if it held an empty one.
    """

    table: pa.Table

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def of(self, name: str) -> pa.Array:
        """Give the text of each record under a key in small letters without spaces, or ""."""
        return pc.fill_null(self.table[name].combine_chunks(), "")

    def having(self, *names: str) -> Places:
        """Give the places of the records that have one of these keys, in order."""
        return np.flatnonzero(np.logical_or.reduce([known(self.table[name]) for name in names]))


def fields_of(records: Iterable[object]) -> Iterator[Fields]:
    """Give the fields of records some at a time; where reading them breaks, those before it."""
    return map(Fields, together(map(_fields, in_blocks(records))))


def _fields(records: Sequence[Any]) -> pa.Table:
    try:
        return _all_alike(records)
    except (ValueError, TypeError, pa.ArrowException):
        told = [{_folded(key): text for key, text in _texts(one).items()} for one in records]
    return pa.table({name: texts([one.get(name) for one in told]) for name in _WANTED})


def _all_alike(records: Sequence[Any]) -> pa.Table:
    """Read records that are all objects with the same keys, and hold texts; ValueError for others.

    Of two keys with one name the later counts.
    """
    if set(map(type, records)) != {dict}:
        raise ValueError("not objects alone")
    (shape,) = set(map(tuple, records))
    keys = {_folded(key): key for key in shape}
    table = {name: pa.nulls(len(records), TEXT) for name in _WANTED}
    for name in keys.keys() & table.keys():
        table[name] = in_nfc(pa.array(map(itemgetter(keys[name]), records), TEXT))
        if table[name].null_count:
            raise ValueError("no text under a key")
    return pa.table(table)


def _texts(record: object) -> dict[str, str]:
    if not isinstance(record, Mapping):
        return {}
    return {
        key: value or "" for key, value in record.items() if value is None or isinstance(value, str)
    }


def _folded(key: str) -> str:
    return key.lower() if key.isalpha() else _SPACE.sub("", key).lower()
