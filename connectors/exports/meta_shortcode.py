"""The time that the address of an Instagram or Threads post holds."""

import re
from datetime import UTC, datetime, timedelta

_CODE = re.compile(r"/(?:p|reels?|tv|post|t)/([A-Za-z0-9_-]{11})(?:[/?#]|\Z)", re.ASCII)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SHIFT = 23
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=1_314_220_021_721)


def shortcode_time(address: str) -> datetime | None:
    """Give the time at which a post was made, in UTC; None where the address has no such code.

    The eleven letters of the code are digits of base 64; the number, without its last 23 bits,
    counts milliseconds since 24 August 2011 (checked against the likes of a real export).
    """
    match = _CODE.search(address)
    if match is None:
        return None
    number = 0
    for letter in match[1]:
        number = number * len(_LETTERS) + _LETTERS.index(letter)
    return _BEGIN + timedelta(milliseconds=number >> _SHIFT)
