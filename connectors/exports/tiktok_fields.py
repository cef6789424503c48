"""The fields of many TikTok records at a time, from its JSON and from its text files alike."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from connectors.columns import all_texts, by_name, in_blocks

_SPACE = re.compile(r"[\W_]")


@dataclass(frozen=True)
class Fields:
    """The texts of some records by their keys, which TikTok writes ``Date`` here, ``date`` there.

    None where a record has no such key; a key without a text is as if it held an empty one.
    """

    length: int
    columns: Mapping[str, list[str | None]]

    def __len__(self) -> int:
        return self.length

    def of(self, name: str) -> list[str]:
        """Give the text of each record under a key in small letters without spaces, or ""."""
        texts = self.columns.get(name, [None] * self.length)
        return [text or "" for text in texts] if None in texts else texts  # type: ignore[return-value]

    def having(self, *names: str) -> Sequence[int]:
        """Give the places of the records that have one of these keys, in order."""
        columns = [self.columns[name] for name in names if name in self.columns]
        if any(None not in column for column in columns):
            return range(self.length)
        told = zip(*columns, strict=True)
        return [
            place for place, texts in enumerate(told) if any(text is not None for text in texts)
        ]


def fields_of(records: Iterable[object]) -> Iterator[Fields]:
    """Give the fields of records some at a time; where reading them breaks, those before it."""
    return map(_fields, in_blocks(records))


def _fields(records: Sequence[object]) -> Fields:
    texts: Sequence[Any] = records if all_texts(records) else list(map(_texts, records))
    return Fields(len(records), by_name(texts, _folded))


def _texts(record: object) -> dict[str, str]:
    if not isinstance(record, Mapping):
        return {}
    return {
        key: value or "" for key, value in record.items() if value is None or isinstance(value, str)
    }


def _folded(key: str) -> str:
    return key.lower() if key.isalpha() else _SPACE.sub("", key).lower()
