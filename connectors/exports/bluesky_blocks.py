"""The blocks of a CAR file by their CIDs, each decoded when it is asked for.

CARv1: a header, then for each block its length as a varint, its CID and its bytes. Memory holds
the file and the place of each block, not what the blocks say.
"""

from array import array
from typing import Any

import libipld

# Repositories hold CIDv1 alone: version, codec, SHA-256 and its 32 bytes.
_VERSION, _SHA_256 = 1, b"\x12\x20"
_CID_LENGTH = 36


class Blocks:
    """The blocks of a CAR file; ValueError where its bytes are not whole."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._numbers: dict[bytes, int] = {}
        self._starts, self._ends = array("Q"), array("Q")
        start, end = _next(content, 0)
        self.header = libipld.decode_dag_cbor(content[start:end])
        while end < len(content):
            start, end = _next(content, end)
            cid = content[start : start + _CID_LENGTH]
            if end - start <= _CID_LENGTH or cid[0] != _VERSION or cid[2:4] != _SHA_256:
                raise ValueError("a block without a CID of the kind that repositories hold")
            # Of two blocks with one CID the last counts.
            self._numbers[cid] = len(self._starts)
            self._starts.append(start + _CID_LENGTH)
            self._ends.append(end)

    def __contains__(self, cid: object) -> bool:
        return cid in self._numbers

    def get(self, cid: bytes) -> Any:
        """Decode the block of a CID; None where it is not in the file."""
        number = self._numbers.get(cid)
        if number is None:
            return None
        return libipld.decode_dag_cbor(self._content[self._starts[number] : self._ends[number]])


def _next(content: bytes, at: int) -> tuple[int, int]:
    """Give where the next part of the file begins and ends; its length stands before it."""
    length = shift = 0
    for byte in content[at : at + 9]:
        at += 1
        length |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            break
    if not shift or byte > 127 or at + length > len(content):
        raise ValueError("a part that is cut short")
    return at, at + length
