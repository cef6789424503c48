"""A page read back as a small tree, so that tests ask it what a browser would."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "wbr", "br", "hr", "img", "input", "link", "base"}


@dataclass
class Node:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, *tags: str) -> list["Node"]:
        return [node for node in self.walk() if node.tag in tags]

    def classed(self, name: str) -> list["Node"]:
        return [node for node in self.walk() if name in node.attrs.get("class", "").split()]

    def by_id(self, name: str) -> "Node":
        return next(node for node in self.walk() if node.attrs.get("id") == name)

    @property
    def text(self) -> str:
        parts = (child.text if isinstance(child, Node) else child for child in self.children)
        return "".join(parts)

    @property
    def words(self) -> str:
        return re.sub(r"\s+", " ", self.text).strip()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            raise AssertionError(f"</{tag}> closes <{self.open[-1].tag}>")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(page: str) -> Node:
    """Parse a page; an element that is not closed, or closed by another, fails the test."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    if len(builder.open) != 1:
        raise AssertionError(f"not closed: {[node.tag for node in builder.open[1:]]}")
    return builder.open[0]
