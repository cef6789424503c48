"""Reading the answers of platforms: JSON that is whole, and parts that may be of any type."""

import json
from collections.abc import Iterator, Mapping

from connectors.http import Reply, Request
from connectors.profiles import clean
from connectors.waiting import Passing

Record = Mapping[str, object]
_DIGITS = 15  # of any count; more of them is none


def whole_record(reply: Reply, request: Request, *needed: str) -> Record:
    """Read an answer that must be a JSON object with some keys; raises Passing where it is not."""
    record = record_of(reply)
    if record is None or not all(key in record for key in needed):
        raise Passing(f"{request.host} sent no whole answer")
    return record


def record_of(reply: Reply) -> Record | None:
    """Read a JSON object, or give None: a proxy may have written a web page in its place."""
    try:
        value = json.loads(reply.body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def records(value: object) -> Iterator[Record]:
    """Give the objects of a list; nothing where it is none."""
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def part(record: Record, key: str) -> Record:
    """Give an object inside an object, empty where there is none."""
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def text(record: Record, key: str) -> str:
    """Give a text in NFC without the characters nobody sees, empty where there is none."""
    value = record.get(key)
    return clean(value) if isinstance(value, str) else ""


def count(value: object) -> int | None:
    """Give a count, None where there is none: some write -1 for one that they keep back.

    YouTube writes counts as texts.
    """
    written = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    digits = written.isascii() and written.isdigit() and len(written) <= _DIGITS
    return int(written) if digits else None
