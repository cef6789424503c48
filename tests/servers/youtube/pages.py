"""Pages as YouTube makes them: tokens that are offsets, and items left out after the cut."""

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


class BadTokenError(Exception):
    """The token of a page is none of ours."""


def token_of(offset: int) -> str:
    """Write a token: a message of protocol buffers with the offset, such as CDIQAA for 50."""
    number = bytearray()
    rest = offset
    while rest > 0x7F:
        number.append(rest & 0x7F | 0x80)
        rest >>= 7
    number.append(rest)
    return base64.urlsafe_b64encode(b"\x08" + number + b"\x10\x00").decode().rstrip("=")


def offset_of(token: str) -> int:
    """Read a token; an empty one is the beginning."""
    if not token:
        return 0
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (binascii.Error, ValueError) as error:
        raise BadTokenError from error
    if not raw.startswith(b"\x08") or not raw.endswith(b"\x10\x00"):
        raise BadTokenError
    return sum((byte & 0x7F) << 7 * place for place, byte in enumerate(raw[1:-2]))


def cut(items: Sequence[Item], token: str, size: int) -> tuple[Sequence[Item], str]:
    """Give a page and the token of the next one, empty where there is none."""
    start = offset_of(token)
    after = start + size
    return items[start:after], token_of(after) if after < len(items) else ""
