"""Ids, times, texts and links as an X archive writes them."""

import html
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

Record = Mapping[str, Any]

_ID = re.compile(r"[0-9]{1,20}")
_HANDLE = re.compile(r"[A-Za-z0-9_]{1,20}")
_CREATED = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) \+0000 (\d{4})", re.ASCII
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIRST_YEAR = 2006
# Ids hold their time since November 2010, when they began above this number.
_FIRST_TIMED_ID = 3 * 10**10
_ID_EPOCH = datetime.fromtimestamp(1_288_834_974.657, UTC)
_STATUS = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(?:i/web|(\w{1,20}))/status(?:es)?/(\d+)"
    r"(/(?:photo|video)/\d+)?/?(?:[?#].*)?",
    re.ASCII | re.IGNORECASE,
)
_NO_AUTHOR = "i"


def numeric_id(value: object) -> str | None:
    """Give an id as text, or None; ``-1`` stands for a deleted account and is no id."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and _ID.fullmatch(value) else None


def handle_of(value: object) -> str | None:
    """Give a handle, or None where the value cannot be one."""
    return value if isinstance(value, str) and _HANDLE.fullmatch(value) else None


def stand_in(handle: str) -> str:
    """Give the id that stands for an account of which only the handle is known."""
    return f"@{handle.casefold()}"


def text_of(value: object) -> str | None:
    """Give a text without HTML escapes, or None."""
    return html.unescape(value) if isinstance(value, str) else None


def created_at(value: object) -> datetime | None:
    """Read ``Tue Oct 07 07:00:29 +0000 2025`` in any locale; None if it cannot be right."""
    match = _CREATED.fullmatch(value) if isinstance(value, str) else None
    if match is None or match[1] not in _MONTHS:
        return None
    day, hour, minute, second, year = (int(match[place]) for place in range(2, 7))
    try:
        time = datetime(year, _MONTHS.index(match[1]) + 1, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return time if year >= _FIRST_YEAR else None


def made_at(post_id: str) -> datetime | None:
    """Read from its id when a post was made; None for the ids of before November 2010."""
    number = int(post_id)
    if not _FIRST_TIMED_ID < number < 2**63:
        return None
    return _ID_EPOCH + timedelta(milliseconds=number >> 22)


def status_link(url: str) -> tuple[str | None, str, bool] | None:
    """Read a link to a post: the author's handle or None, the post's id, whether to its media."""
    match = _STATUS.fullmatch(url)
    if match is None:
        return None
    handle = match[1] if match[1] and match[1].casefold() != _NO_AUTHOR else None
    return handle, match[2], match[3] is not None
