"""Times, ids and addresses as LinkedIn writes them; a time without a zone is in UTC.

That was checked on the times of 276 shares against their numbers, which hold the time of making:
``number >> 22`` is milliseconds since 1970.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import unquote

import pyarrow as pa

from connectors.times import iso_time, iso_times

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN = re.compile(
    r"[a-z]{3} ([a-z]{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) (?:UTC|GMT) (\d{4})", re.ASCII | re.I
)
_POST = re.compile(r"(activity|ugcPost|share|groupPost)[:-](\d{10,20}(?:-\d{10,20})?)", re.ASCII)
_COMMENT = re.compile(r"urn:li:comment:\([^()]+\)")
_NUMBER = re.compile(r"\d+", re.ASCII)
# LinkedIn opened in May 2003: an earlier time is a mistake, as is one far ahead.
_EARLIEST, _LATEST = datetime(2003, 5, 5, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def utc_time(text: str) -> datetime | None:
    """Read ``2026-06-01 01:02:03`` or ``Fri Jun 26 16:11:27 UTC 2026``; None for anything else."""
    match = _WRITTEN.fullmatch(text.strip())
    if match:
        month, day, clock, year = match.groups()
        if month.casefold() not in _MONTHS:
            return None
        text = f"{year}-{_MONTHS.index(month.casefold()) + 1:02}-{int(day):02} {clock}"
    return _likely(iso_time(text.strip().removesuffix(" UTC")))


def post_of(link: str) -> str | None:
    """Give the post that an address of LinkedIn leads to, as a URN; None if it shows none."""
    # Nearly all addresses write colons alone in another way.
    plain = link.replace("%3A", ":")
    match = _POST.search(plain if "%" not in plain else unquote(link))
    return f"urn:li:{match[1]}:{match[2]}" if match else None


def comment_of(link: str) -> str | None:
    """Give the comment that an address names beside its post, as a URN."""
    if "commentUrn" not in link:
        return None
    match = _COMMENT.search(unquote(link.partition("commentUrn")[2]))
    return match[0] if match else None


def time_of(urn: str | None) -> datetime | None:
    """Give the time of making that lies in the number of a post, in UTC."""
    numbers = _NUMBER.findall(urn or "")
    if not numbers:
        return None
    milliseconds = int(numbers[-1]) >> 22
    if milliseconds > _LATEST.timestamp() * 1000:
        return None
    return _likely(datetime.fromtimestamp(milliseconds / 1000, UTC))


def times_of(texts: Sequence[str], posts: Sequence[str | None] = ()) -> pa.Array:
    """Read a column of times (see ``utc_time``); without one, that of the post beside it."""
    times = iso_times(texts, _EARLIEST, _LATEST, one=utc_time)
    if not posts or not times.null_count:
        return times
    told = zip(times.to_pylist(), posts, strict=True)
    return pa.array([at or time_of(post) for at, post in told], times.type)


def _likely(time: datetime | None) -> datetime | None:
    return time if time and _EARLIEST <= time <= _LATEST else None
