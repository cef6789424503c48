"""Writes JSON as Meta does: every byte of UTF-8 as an escape of its own, two spaces deep."""

import json
from typing import Any

from connectors.collected import OwnAccount
from connectors.columns import Interpret, gather
from connectors.records import Row


def as_bytes(value: Any) -> Any:
    """Write every text of a value, keys too, byte by byte."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass").decode("latin-1")
    if isinstance(value, list):
        return [as_bytes(item) for item in value]
    if isinstance(value, dict):
        return {as_bytes(key): as_bytes(item) for key, item in value.items()}
    return value


def meta_json(value: Any) -> bytes:
    return json.dumps(as_bytes(value), indent=2).encode("ascii")


def outcomes(
    interpret: Interpret, account: OwnAccount, records: tuple[Any, ...], some: int = 1
) -> list[Row | str]:
    """Read records, so many at a time: give the rows of each part, and why others gave none."""
    found: list[Row | str] = []
    for at in range(0, len(records), some):
        read = gather("a.json", "a.json, record", [records[at : at + some]], interpret, account)
        rows = read.interactions.astype(object).where(read.interactions.notna(), None)
        found += [*rows.to_dict("records"), *read.tally.reported]
    return found
