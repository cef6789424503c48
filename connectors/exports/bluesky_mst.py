"""The repository behind a Bluesky CAR file: the commit, and its tree of records walked in order.

CARv1 of DAG-CBOR blocks; the root is the commit ``{did, rev, data}``, ``data`` the first node of a
Merkle search tree: ``{l, e: [{p, k, v, t}]}``. A key is the first ``p`` bytes of the key before it
in the node, then ``k``. (Atproto repository specification, version 3.)
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from connectors.errors import SourceError
from connectors.exports.bluesky_blocks import Blocks

_MAP_OF_TWO = 0xA2
_NEXT = "Download the repository again (Settings, Account, Export my data)."


class Record(NamedTuple):
    """One record: ``key`` is collection/rkey; ``value`` is None where its block is missing."""

    key: str
    value: Any


@dataclass
class Repository:
    """The blocks by CID, whose they are, and how many nodes of the tree were not there."""

    name: str
    did: str
    rev: str
    root: bytes
    blocks: Blocks
    missing_nodes: int = field(default=0, init=False)

    def records(self) -> Iterator[Record]:
        """Walk the tree from its root, in the order of keys; older blocks are not in it."""
        self.missing_nodes = 0
        seen: set[bytes] = set()
        waiting: list[Any] = [self.root]
        try:
            while waiting:
                item = waiting.pop()
                if isinstance(item, tuple):
                    key, cid = item
                    yield Record(key, self.blocks.get(cid))
                elif item not in self.blocks:
                    self.missing_nodes += 1
                elif item in seen:
                    raise _broken(self.name)
                else:
                    seen.add(item)
                    waiting += reversed(_inside(self.blocks.get(item)))
        except (KeyError, TypeError, ValueError) as error:
            raise _broken(self.name) from error


def _inside(node: Any) -> list[Any]:
    """Give what a node holds, in order: CIDs of nodes, and records as pairs of key and CID."""
    items = [node["l"]] if node["l"] else []
    key = b""
    for entry in node["e"]:
        if not 0 <= entry["p"] <= len(key):
            raise ValueError("a key that goes on none before it")
        key = key[: entry["p"]] + entry["k"]
        items.append((key.decode("utf-8"), entry["v"]))
        if entry["t"]:
            items.append(entry["t"])
    return items


def open_repository(content: bytes, name: str) -> Repository:
    """Read the bytes of a CAR file; raises SourceError where they hold no whole commit."""
    if not is_car(content[:64]):
        raise SourceError(f"{name} does not begin as a Bluesky repository does. {_NEXT}")
    try:
        blocks = Blocks(content)
        commit = blocks.get(blocks.header["roots"][0])
        did, rev, root = commit["did"], commit["rev"], commit["data"]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise _broken(name) from error
    if not isinstance(did, str) or not isinstance(rev, str) or root not in blocks:
        raise _broken(name)
    return Repository(name, did, rev, root, blocks)


def is_car(head: bytes) -> bool:
    """Tell a CARv1 by its first bytes: a length, then a CBOR map of roots and version."""
    return len(head) > 2 and head[1] == _MAP_OF_TWO and b"eroots" in head


def _broken(name: str) -> SourceError:
    return SourceError(f"{name} cannot be read: it is cut short or damaged. {_NEXT}")
