"""Ids and times as Google writes them in a Takeout."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from connectors.times import iso_time, iso_times

CHANNEL = re.compile(r"UC[\w-]{22}", re.ASCII)
VIDEO = re.compile(r"[\w-]{11}", re.ASCII)
_CHANNEL_ADDRESS = re.compile(r"(?:/channel/|channel_id=)(UC[\w-]{22})(?![\w-])", re.ASCII)
_VIDEO_ADDRESS = re.compile(
    r"(?:[?&]v=|youtu\.be/|/(?:shorts|live|embed)/)([\w-]{11})(?![\w-])", re.ASCII
)
_BEGINNING = r"^[\s\pZ]*[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}"
_TIMES = pa.timestamp("us", tz="UTC")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")


def channel_in(*texts: object) -> str | None:
    """Give the channel id that one of the texts is, or that stands in it as an address."""
    for text in texts:
        written = text.strip() if isinstance(text, str) else ""
        if CHANNEL.fullmatch(written):
            return written
        address = _CHANNEL_ADDRESS.search(written)
        if address:
            return address[1]
    return None


def video_in(address: object) -> str | None:
    """Give the id of the video that an address leads to."""
    found = _VIDEO_ADDRESS.search(address) if isinstance(address, str) else None
    return found[1] if found else None


def video_of(text: object) -> str | None:
    """Give the id of a video that a text is; None where it is none."""
    written = text.strip() if isinstance(text, str) else ""
    return written if VIDEO.fullmatch(written) else None


def watch(video: str) -> str:
    """Give the address of a video."""
    return f"https://www.youtube.com/watch?v={video}"


def moment(text: object) -> datetime | None:
    """Read ``2021-10-08 12:05:39 UTC`` or an ISO 8601 time as UTC, or give None."""
    written = text.strip() if isinstance(text, str) else ""
    return iso_time(written.removesuffix(" UTC")) if _MOMENT.fullmatch(written) else None


def latest(columns: Iterable[Sequence[str]], count: int) -> pa.Array:
    """Give the last of the moments in the cells of each of so many rows; null where none is."""
    found = [times for cells in columns if (times := _moments(cells)) is not None]
    # Arrow compares numbers here, and no times.
    numbers = [times.view(pa.int64()) for times in found]
    return pc.max_element_wise(pa.nulls(count, pa.int64()), *numbers).view(_TIMES)


def _moments(cells: Sequence[str]) -> pa.Array | None:
    """Read a column, if any of its cells begins as a moment does."""
    likely = pc.match_substring_regex(pa.array(cells, pa.large_string()), _BEGINNING)
    if not pc.any(likely).as_py():
        return None
    if pc.all(likely).as_py():
        return iso_times(cells, one=moment)
    return iso_times(
        [cell if begins else None for cell, begins in zip(cells, likely.to_pylist(), strict=True)],
        one=moment,
    )


def inside(record: object, key: str) -> dict[str, Any]:
    """Give the object under a key; an empty one where there is none."""
    value = record.get(key) if isinstance(record, dict) else None
    return value if isinstance(value, dict) else {}


def text_of(value: object) -> str | None:
    """Give a text without space around it; None for nothing and for what is no text."""
    return value.strip() or None if isinstance(value, str) else None
