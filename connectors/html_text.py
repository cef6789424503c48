"""The text and the links of a post that a platform keeps as HTML."""

from dataclasses import dataclass
from html.parser import HTMLParser

_NO_LINKS = frozenset({"mention", "hashtag"})


@dataclass(frozen=True)
class HtmlText:
    """Plain text with a line feed for each ``<br>`` and ``</p>``, and links, each once."""

    text: str
    links: tuple[str, ...]


def read_html(content: str) -> HtmlText:
    """Read HTML of any quality; anchors that mark a mention or a hashtag are no links."""
    parser = _Reader()
    # Posts hold no declarations, and the parser stops at one that is not well made.
    parser.feed(content.replace("<!", "&lt;!"))
    parser.close()
    lines = (line.strip() for line in "".join(parser.parts).split("\n"))
    return HtmlText("\n".join(lines).strip(), tuple(dict.fromkeys(parser.links)))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.parts.append("\n")
        if tag == "a":
            self._anchor({name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def _anchor(self, attributes: dict[str, str]) -> None:
        address = attributes.get("href", "").strip()
        marked = _NO_LINKS & set(attributes.get("class", "").split())
        tagged = "tag" in attributes.get("rel", "").split()
        if address.casefold().startswith(("http://", "https://")) and not marked and not tagged:
            self.links.append(address)
