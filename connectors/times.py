"""Times as exports write them, read as UTC."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
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
    values: Sequence[object],
    earliest: datetime = _FIRST,
    latest: datetime = _LAST,
    one: Callable[[Any], datetime | None] = iso_time,
) -> pa.Array:
    """Read times as ``one`` does, as an Arrow column; null for one not between the two.

    ``one`` has to read what ``datetime.fromisoformat`` reads in the same way.
    """
    try:
        # Nearly all columns hold plain times alone, for which this is one call in C each.
        read = pa.array(map(datetime.fromisoformat, values), _TIMES)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError, pa.ArrowException):
        read = pa.array(map(one, values), _TIMES)
    return between(read, earliest, latest)


def between(times: pa.Array, earliest: datetime, latest: datetime) -> pa.Array:
    """Give a column of times, with null in place of those before or after what can be right."""
    likely = pc.and_(
        pc.greater_equal(times, pa.scalar(earliest, _TIMES)),
        pc.less_equal(times, pa.scalar(latest, _TIMES)),
    )
    return pc.if_else(likely, times, pa.scalar(None, _TIMES))
