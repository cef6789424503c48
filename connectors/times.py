"""Times as exports write them, read as UTC."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from types import NoneType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

_TIMES = pa.timestamp("us", tz="UTC")
_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def iso_time(value: object) -> datetime | None:
    """Read ``2026-03-06T13:15:31.187Z`` or any other ISO 8601 time as UTC, or give None.

    A time without a zone is taken as UTC.
    """
    if not isinstance(value, str):
        return None
    try:
        time = datetime.fromisoformat(value.strip())
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def iso_times(
    values: Sequence[object] | pa.Array,
    earliest: datetime = _FIRST,
    latest: datetime = _LAST,
    one: Callable[[Any], datetime | None] = iso_time,
) -> pa.Array:
    """Read times as ``one`` does, as an Arrow column; null for one not between the two.

    ``one`` has to read ISO 8601 times as ``iso_time`` does.
    """
    # Nearly all columns hold plain times alone, which Arrow reads at once.
    read = _all_plain(values)
    if read is None:
        listed = values.to_pylist() if isinstance(values, pa.Array) else values
        read = pa.array(map(one, listed), _TIMES)
    return between(read, earliest, latest)


def _all_plain(values: Sequence[object] | pa.Array) -> pa.Array | None:
    """Read times that are all with a zone, or all without one; None for any others."""
    if not isinstance(values, pa.Array) and not set(map(type, values)) <= {str, NoneType}:
        return None
    try:
        written = pa.array(values, pa.large_string())
        naive = written.cast(pa.timestamp("us"))
    except pa.ArrowInvalid:
        return _all_zoned(written)
    except UnicodeEncodeError:
        return None
    return naive.cast(_TIMES)


def _all_zoned(written: pa.Array) -> pa.Array | None:
    try:
        return written.cast(_TIMES)
    except pa.ArrowInvalid:
        return None


def between(times: pa.Array, earliest: datetime, latest: datetime) -> pa.Array:
    """Give a column of times, with null in place of those before or after what can be right."""
    likely = pc.and_(
        pc.greater_equal(times, pa.scalar(earliest, _TIMES)),
        pc.less_equal(times, pa.scalar(latest, _TIMES)),
    )
    return pc.if_else(likely, times, pa.scalar(None, _TIMES))
