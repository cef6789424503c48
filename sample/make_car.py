"""Writes a Bluesky repository: DAG-CBOR blocks under a Merkle search tree, in a CARv1 file.

Formats: atproto.com/specs/repository (tree, commit), ipld.io DAG-CBOR and CARv1.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import takewhile

_TID = "234567abcdefghijklmnopqrstuvwxyz"
_CID_V1_CBOR_SHA256 = b"\x01\x71\x12\x20"
_CID_TAG = b"\xd8\x2a"
_SIMPLE = {None: b"\xf6", True: b"\xf5", False: b"\xf4"}


class Cid(bytes):
    """The address of a block: its version, codec and SHA-256."""


@dataclass
class _Blocks:
    """The blocks of a repository in the order in which they are made."""

    content: dict[Cid, bytes] = field(default_factory=dict)

    def put(self, value: object) -> Cid:
        """Keep a value as a block and give its address."""
        block = encode(value)
        cid = Cid(_CID_V1_CBOR_SHA256 + hashlib.sha256(block).digest())
        self.content[cid] = block
        return cid

    def tree(self, entries: list[tuple[str, Cid]], depth: int) -> Cid | None:
        """Keep a node and the nodes under it; entries are sorted by key."""
        if not entries:
            return None
        places = [place for place, (key, _) in enumerate(entries) if _depth(key) == depth]
        ends = [*places[1:], len(entries)]
        left = self.tree(entries[: places[0]] if places else entries, depth - 1)
        written, before = [], b""
        for place, end in zip(places, ends, strict=True) if places else ():
            key, value = entries[place][0].encode("ascii"), entries[place][1]
            shared = _shared(before, key)
            below = self.tree(entries[place + 1 : end], depth - 1)
            written.append({"p": shared, "k": key[shared:], "v": value, "t": below})
            before = key
        return self.put({"l": left, "e": written})


def tid(moment: datetime, number: int = 0) -> str:
    """Give a record key: the microseconds since 1970 and a clock number, in sortable base32."""
    value = (round(moment.timestamp()) * 1_000_000 << 10) + number
    return "".join(_TID[value >> shift & 31] for shift in range(60, -1, -5))


def repository(did: str, revision: str, records: Mapping[str, object]) -> bytes:
    """Give the bytes of the CAR file that holds the records by ``collection/rkey``."""
    blocks = _Blocks()
    entries = [(key, blocks.put(records[key])) for key in sorted(records)]
    root = blocks.tree(entries, max(_depth(key) for key, _ in entries))
    commit = {"did": did, "rev": revision, "data": root, "prev": None, "version": 3}
    head = blocks.put({**commit, "sig": bytes(64)})
    header = encode({"roots": [head], "version": 1})
    sections = [cid + block for cid, block in blocks.content.items()]
    return b"".join(_varint(len(section)) + section for section in (header, *sections))


def cid_text(content: object) -> str:
    """Give a CID as text, for a record that lies in another repository."""
    digits = "abcdefghijklmnopqrstuvwxyz234567"
    raw = _CID_V1_CBOR_SHA256 + hashlib.sha256(encode(content)).digest()
    bits = int.from_bytes(raw, "big") << (-len(raw) * 8 % 5)
    length = -(-len(raw) * 8 // 5)
    return "b" + "".join(digits[bits >> 5 * place & 31] for place in reversed(range(length)))


def encode(value: object) -> bytes:
    """Write a value as DAG-CBOR; map keys in order of length, then of bytes."""
    match value:
        case None | bool():
            written = _SIMPLE[value]
        case int():
            written = _head(0, value)
        case Cid():
            written = _CID_TAG + encode(b"\x00" + bytes(value))
        case bytes():
            written = _head(2, len(value)) + value
        case str():
            text = value.encode("utf-8")
            written = _head(3, len(text)) + text
        case list():
            written = _head(4, len(value)) + b"".join(encode(item) for item in value)
        case dict():
            pairs = sorted((encode(key), encode(item)) for key, item in value.items())
            written = _head(5, len(value)) + b"".join(key + item for key, item in pairs)
        case _:
            raise TypeError(type(value).__name__)
    return written


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    size = next(size for size in range(4) if number < 1 << 8 * 2**size)
    return bytes([major << 5 | 24 + size]) + number.to_bytes(2**size, "big")


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])


def _shared(before: bytes, key: bytes) -> int:
    pairs = zip(before, key, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _depth(key: str) -> int:
    digest = hashlib.sha256(key.encode("ascii")).digest()
    return (256 - int.from_bytes(digest, "big").bit_length()) // 2
