"""Writes Bluesky repositories: DAG-CBOR, the search tree and the CAR file around them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

DID = "did:plc:ouragency"
TIDS = "234567abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Cid:
    raw: bytes


@dataclass
class Car:
    """Blocks in the order they are added; ``bytes`` gives the file with one root."""

    blocks: dict[bytes, bytes] = field(default_factory=dict)

    def add(self, value: Any) -> Cid:
        content = cbor(value)
        cid = b"\x01\x71\x12\x20" + hashlib.sha256(content).digest()
        self.blocks[cid] = content
        return Cid(cid)

    def bytes(self, root: Cid) -> bytes:
        header = cbor({"roots": [root], "version": 1})
        parts = [header, *(cid + content for cid, content in self.blocks.items())]
        return b"".join(varint(len(part)) + part for part in parts)


def repository(records: Mapping[str, Any], drop: tuple[str, ...] = (), did: str = DID) -> bytes:
    """Give the bytes of a repository; ``drop`` names records, or nodes as ``tree:n``, left out."""
    car, nodes, held = Car(), Car(), Car()
    cids = {key: held.add(value) for key, value in records.items()}
    root = tree(sorted((key.encode(), cid) for key, cid in cids.items()), nodes)
    commit = {"did": did, "version": 3, "data": root, "rev": "3m2", "prev": None, "sig": bytes(64)}
    top = car.add(commit)
    for number, (cid, content) in enumerate(reversed(nodes.blocks.items())):
        if f"tree:{number}" not in drop:
            car.blocks[cid] = content
    gone = {cids[key].raw for key in drop if key in cids}
    car.blocks.update({cid: held.blocks[cid] for cid in held.blocks if cid not in gone})
    return car.bytes(top)


def tree(entries: list[tuple[bytes, Cid]], car: Car) -> Cid:
    """Write a Merkle search tree as the specification says and give the CID of its root."""
    level = max((layer(key) for key, _ in entries), default=0)
    return _node(entries, level, car)


def layer(key: bytes) -> int:
    value = int.from_bytes(hashlib.sha256(key).digest())
    return (256 - value.bit_length()) // 2


def tid(microseconds: int) -> str:
    value = microseconds << 10
    return "".join(TIDS[value >> shift & 31] for shift in range(60, -1, -5))


def cbor(value: Any) -> bytes:
    match value:
        case None:
            content = b"\xf6"
        case int():
            content = _head(0, value)
        case Cid():
            content = b"\xd8\x2a" + cbor(b"\x00" + value.raw)
        case bytes():
            content = _head(2, len(value)) + value
        case str():
            content = _head(3, len(value.encode())) + value.encode()
        case list():
            content = _head(4, len(value)) + b"".join(map(cbor, value))
        case dict():
            keys = sorted(value, key=lambda key: (len(key.encode()), key.encode()))
            pairs = (cbor(key) + cbor(value[key]) for key in keys)
            content = _head(5, len(keys)) + b"".join(pairs)
    return content


def varint(value: int) -> bytes:
    parts = []
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    return bytes([*parts, value])


def _head(major: int, value: int) -> bytes:
    if value < 24:
        return bytes([major << 5 | value])
    size = next(size for size in (1, 2, 4, 8) if value < 256**size)
    return bytes([major << 5 | {1: 24, 2: 25, 4: 26, 8: 27}[size]]) + value.to_bytes(size)


def _node(entries: list[tuple[bytes, Cid]], level: int, car: Car) -> Cid:
    groups: list[list[tuple[bytes, Cid]]] = [[]]
    here = []
    for key, cid in entries:
        if layer(key) == level:
            here.append((key, cid))
            groups.append([])
        else:
            groups[-1].append((key, cid))
    below = [_node(group, level - 1, car) if group else None for group in groups]
    listed, before = [], b""
    for (key, cid), subtree in zip(here, below[1:], strict=True):
        same = [one == other for one, other in zip(before, key, strict=False)]
        shared = [*same, False].index(False)
        listed.append({"p": shared, "k": key[shared:], "v": cid, "t": subtree})
        before = key
    return car.add({"l": below[0], "e": listed})
