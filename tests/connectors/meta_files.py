"""Writes JSON as Meta does: every byte of UTF-8 as an escape of its own, two spaces deep."""

import json
from typing import Any


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
