"""Times, ids and addresses as LinkedIn writes them; a time without a zone is in UTC.

That was checked on the times of 276 shares against their numbers, which hold the time of making:
``number >> 22`` is milliseconds since 1970.
"""

import re
from datetime import UTC, datetime
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.compute as pc

from connectors.text_columns import TEXT, holding, joined, told_at
from connectors.times import iso_time, iso_times

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN = re.compile(
    r"[a-z]{3} ([a-z]{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) (?:UTC|GMT) (\d{4})", re.ASCII | re.I
)
_POST = r"(?P<kind>activity|ugcPost|share|groupPost)[:-](?P<number>\d{10,20}(?:-\d{10,20})?)"
_POST_IN = re.compile(_POST, re.ASCII)
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
    match = _POST_IN.search(plain if "%" not in plain else unquote(link))
    return f"urn:li:{match[1]}:{match[2]}" if match else None


def posts_of(links: pa.Array) -> pa.Array:
    """Give the post that each address leads to, as ``post_of`` does."""
    plain = pc.replace_substring(links, "%3A", ":")
    found = pc.extract_regex(plain, _POST)
    kinds, numbers = (pc.struct_field(found, name) for name in ("kind", "number"))
    posts = joined("urn:li:", kinds, ":", numbers)
    return told_at(posts, links, holding(plain, b"%"), post_of)


def comments_of(links: pa.Array) -> pa.Array:
    """Give the comment that each address names beside its post, as ``comment_of`` does."""
    none = pa.nulls(len(links), TEXT)
    return told_at(none, links, holding(links, b"commentUrn"), comment_of)


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


def times_of(dates: pa.Array, posts: pa.Array | None = None) -> pa.Array:
    """Read a column of times (see ``utc_time``); without one, that of the post beside it."""
    times = iso_times(dates, _EARLIEST, _LATEST, one=utc_time)
    if posts is None or not times.null_count:
        return times
    lacking = pc.is_null(times)
    told = pa.array(map(time_of, posts.filter(lacking).to_pylist()), times.type)
    return pc.replace_with_mask(times, lacking, told)


def _likely(time: datetime | None) -> datetime | None:
    return time if time and _EARLIEST <= time <= _LATEST else None
