"""The .js files of an X archive: JSON after the first ``=``, read whole or record by record."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import ijson

from connectors.archive import Archive, Member
from connectors.errors import SourceError

_LONGEST_NAME = 1024
_SPACE = b" \t\r\n\xef\xbb\xbf"
_JSON_ERRORS = (ijson.JSONError, ValueError, ArithmeticError, RecursionError)


def records(archive: Archive, member: Member, name: str) -> Iterator[Any]:
    """Give the elements of the list one by one.

    Raises SourceError that says after which record the file stops being what X writes.
    """
    count = 0
    try:
        with archive.open(member) as stream:
            _skip_to_json(stream)
            if _next_sign(stream) != b"[":
                raise ValueError(name)
            for record in ijson.items(stream, "item", use_float=True):
                count += 1
                yield record
    except (SourceError, *_JSON_ERRORS) as error:
        place = f"after record {count:,}" if count else "from its start"
        raise SourceError(
            f"{name} cannot be read {place}: it is cut short or was changed by hand. "
            "Download the archive again."
        ) from error


def whole(archive: Archive, member: Member) -> Any:
    """Give the value of a small file, or raise SourceError that names it."""
    with archive.open(member) as stream:
        try:
            _skip_to_json(stream)
            return json.loads(stream.read())
        except _JSON_ERRORS as error:
            raise SourceError(
                f"{member.label} is not as X writes it. Download the archive again."
            ) from error


def _skip_to_json(stream: BinaryIO) -> None:
    if _next_sign(stream) in (b"[", b"{"):
        return
    for _ in range(_LONGEST_NAME):
        sign = stream.read(1)
        if sign == b"=":
            return
        if not sign:
            break
    raise ValueError("no JSON")


def _next_sign(stream: BinaryIO) -> bytes:
    # Archive.open gives a buffered reader, which can look ahead; the type BinaryIO does not say so.
    while (sign := stream.peek(1)[:1]) and sign in _SPACE:  # type: ignore[attr-defined]
        stream.read(1)
    return bytes(sign)
