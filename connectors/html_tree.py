"""The elements of an HTML page as a tree, with the blocks of text that a reader sees."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]
)
_UNSEEN = frozenset(["head", "script", "style", "noscript", "template", "svg", "select", "option"])
_HIDDEN_CLASSES = frozenset({"visuallyhidden", "visually-hidden", "sr-only"})
_INLINE = frozenset(["abbr", "b", "em", "i", "mark", "small", "strong", "sup", "u", "wbr"])
_ONE_TEXT = frozenset(["a", "button", "h1", "h2", "h3", "h4", "h5", "h6"])
_DEEPEST = 512  # as browsers do
# What HTML lets a page leave open: each ends when another of these begins.
_ENDED_BY = {
    "li": ("li",),
    "tr": ("tr", "td", "th"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "p": ("p",),
}


@dataclass(eq=False)
class Element:
    """One element: its tag, its attributes, and its elements and texts in their order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: "list[Element | str]" = field(default_factory=list)

    @property
    def classes(self) -> str:
        """Give the class attribute with single spaces."""
        return " ".join(self.attributes.get("class", "").split())

    @property
    def elements(self) -> "list[Element]":
        """Give the elements directly inside."""
        return [one for one in self.inside if isinstance(one, Element)]

    def every(self, *tags: str) -> "Iterator[Element]":
        """Give each element inside with one of the tags, or each one, in the page's order."""
        waiting = [*reversed(self.elements)]
        while waiting:
            one = waiting.pop()
            if not tags or one.tag in tags:
                yield one
            waiting += reversed(one.elements)

    def seen(self) -> bool:
        """Tell whether a reader sees it: no script, no choice of a form, nothing for readers."""
        return self.tag not in _UNSEEN and not _HIDDEN_CLASSES & {*self.classes.split()}

    def blocks(self) -> list[str]:
        """Give the texts that stand apart, such as a link and the paragraph below it."""
        pieces: list[str] = []
        _write(self, pieces, joined=False)
        parts = (" ".join(part.split()) for part in "".join(pieces).split("\n"))
        return [part for part in parts if part]


def read_page(text: str) -> Element:
    """Read a page of any quality; what it leaves open ends where its parent does."""
    reader = _Reader()
    # The parser stops at a marked section that is not well made, which a page has no use for.
    reader.feed(text.replace("<![", "&lt;!["))
    reader.close()
    return reader.page


def _write(element: Element, pieces: list[str], *, joined: bool) -> None:
    for one in element.inside:
        if isinstance(one, str):
            pieces.append(" ".join(one.split("\n")))
        elif one.seen():
            apart = not joined and one.tag not in _INLINE
            pieces.append("\n" if apart else "")
            _write(one, pieces, joined=joined or one.tag in _ONE_TEXT)
            pieces.append("\n" if apart else " " if one.tag in ("br", "div", "p") else "")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Element("page")
        self.open = [self.page]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ended = _ENDED_BY.get(tag, ())
        while ended and self.open[-1].tag in ended:
            self.open.pop()
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _VOID and len(self.open) < _DEEPEST:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)

    def handle_endtag(self, tag: str) -> None:
        place = next((n for n in range(len(self.open) - 1, 0, -1) if self.open[n].tag == tag), 0)
        if place:
            del self.open[place:]

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)
