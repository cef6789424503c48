"""The list on a saved web page: its biggest table, or the cards or links that it repeats."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from connectors.errors import SourceError
from connectors.html_tree import Element, read_page
from connectors.list_tables import Cell, Line, Table, decoded, text_cell

_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
# Chrome and Edge write the address above the page; Firefox leaves what the page says of itself.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+)", re.IGNORECASE)
_SHOWN = re.compile(
    r"(?:displaying|showing)\s+(\d+)\s*(?:-|–|to)\s*(\d+)\s+of\s+(\d+)", re.IGNORECASE
)
_BOT_CHECK = re.compile(
    r"just a moment|captcha|checking (?:your|if the) |verif\w+ (?:that )?you are (?:a )?human|"
    r"not a robot|unusual traffic|access denied|request unsuccessful|enable javascript and cookies",
    re.IGNORECASE,
)
# What a page may not leave open; a browser saves a page to its end.
_OPENED = re.compile(r"<(/?)(?:table|ul|ol|div)\b", re.IGNORECASE)
_END = re.compile(r"</html\s*>", re.IGNORECASE)
_AROUND = ("nav", "header", "footer", "aside", "form")
_FEWEST = 2
_Row = list[list[Cell]]  # each cell of a row as its blocks of text
_SAVE = "Save the page again once its list is on the screen (Save as, Webpage complete)"


@dataclass(frozen=True)
class ListPage:
    """The list of a page, as a table with its heading first, and where the page came from.

    ``of`` is the number of entries that the page itself states, with the first and last it shows;
    all three are 0 where it states none.
    """

    table: Table
    address: str
    first: int = 0
    last: int = 0
    of: int = 0

    @property
    def partial(self) -> bool:
        """Tell whether the page says that it shows only some of its list."""
        return self.last - self.first + 1 < self.of


def is_page(content: bytes) -> bool:
    """Tell whether bytes are a web page."""
    return bool(_PAGE.search(content[:4096]))


def page_list(content: bytes, name: str) -> ListPage:
    """Read the list of a page as a browser saves it; raises SourceError where there is none."""
    text = decoded(content)
    if _is_cut(text):
        raise SourceError(f"{name} is cut off before its end. {_SAVE}.")
    page = read_page(text)
    rows = _biggest_table(page) or _cards(page)
    if not rows:
        raise SourceError(f"{name} {_nothing(page)}")
    lines = [Line(number, tuple(row)) for number, row in enumerate(rows, 1)]
    shown = [int(one) for one in _stated(page)]
    table = Table("", tuple(line for line in lines if any(line.cells)))
    return ListPage(table, _address(text, page), *shown)


def _is_cut(text: str) -> bool:
    ends = [slash for slash in _OPENED.findall(text) if slash]
    return not _END.search(text) and 2 * len(ends) < len(_OPENED.findall(text))


def _biggest_table(page: Element) -> list[list[Cell]]:
    tables = [_rows(table) for table in page.every("table")]
    return _split(max(tables, key=len, default=[]))


def _rows(table: Element) -> list[_Row]:
    """Give each row of more than one cell, each cell as its blocks of text."""
    inner = {row for one in table.every("table") for row in one.every("tr")}
    rows = [
        [blocks for cell in row.elements if cell.tag in ("td", "th") for blocks in _cell(cell)]
        for row in table.every("tr")
        if row not in inner
    ]
    filled = [row for row in rows if len(row) > 1 and any(row)]
    return filled if len(filled) >= _FEWEST else []


def _cell(cell: Element) -> list[list[Cell]]:
    """Give the blocks of a cell, and an empty cell for each other column that it spans."""
    span = cell.attributes.get("colspan", "")
    others = min(int(span), 100) - 1 if span.isascii() and span.isdigit() else 0
    return [_blocks(cell), *[[] for _ in range(others)]]


def _blocks(element: Element) -> list[Cell]:
    link = next((one.attributes.get("href", "") for one in element.every("a")), "")
    texts = [text_cell(text) for text in element.blocks()]
    return [Cell(texts[0].text, link, None, texts[0].rounded), *texts[1:]] if texts else []


def _split(rows: Sequence[_Row]) -> list[list[Cell]]:
    """Give what stands below the first text of a cell a column of its own, (2) in its heading."""
    if not rows:
        return []
    width = max(map(len, rows))
    whole = [[*row, *[[] for _ in range(width - len(row))]] for row in rows]
    depths = [max([1, *(len(row[place]) for row in whole[1:])]) for place in range(width)]
    out = [
        [cell for blocks, depth in zip(row, depths, strict=True) for cell in _to(blocks, depth)]
        for row in whole[1:]
    ]
    heading = [
        Cell(_numbered(" ".join(cell.text for cell in blocks), number))
        for blocks, depth in zip(whole[0], depths, strict=True)
        for number in range(1, depth + 1)
    ]
    return [heading, *out]


def _to(blocks: list[Cell], depth: int) -> list[Cell]:
    return [*blocks, *[Cell("") for _ in range(depth - len(blocks))]]


def _numbered(heading: str, number: int) -> str:
    return heading if number == 1 else f"{heading} ({number})"


def _cards(page: Element) -> list[list[Cell]]:
    """Give the largest group of like siblings that each say more than one thing."""
    groups: dict[tuple[int, str, str], list[Element]] = defaultdict(list)
    around = {inside for one in page.every(*_AROUND) for inside in (one, *one.every())}
    for parent in (page, *page.every()):
        for one in parent.elements:
            if one.seen() and one not in around:
                groups[id(parent), one.tag, one.classes].append(one)
    cards = [[_blocks(card) for card in group] for group in groups.values() if len(group) > 1]
    full = [[blocks for blocks in group if len(blocks) > 1] for group in cards]
    chosen = max(full, key=len, default=[])
    if len(chosen) < _FEWEST:
        return []
    width = max(map(len, chosen))
    heading = [Cell("Name"), *(Cell(f"Text {number}") for number in range(2, width + 1))]
    return [heading, *(_to(blocks, width) for blocks in chosen)]


def _stated(page: Element) -> tuple[str, ...]:
    match = _SHOWN.search(" ".join(page.blocks()))
    return match.groups() if match else ()


def _address(text: str, page: Element) -> str:
    saved = _SAVED_FROM.search(text[:4096])
    if saved:
        return saved[1]
    for one in page.every("link", "meta"):
        said = one.attributes
        if said.get("rel") == "canonical" or said.get("property") == "og:url":
            address = said.get("href") or said.get("content", "")
            if address.startswith(("https://", "http://")):
                return address
    return ""


def _nothing(page: Element) -> str:
    title = next(iter(page.every("title")), Element("title"))
    if _BOT_CHECK.search(" ".join([*title.blocks(), *page.blocks()])):
        return f"is a check for robots, not the page behind it. {_SAVE}."
    return f"has neither a table nor a list of entries. {_SAVE}."
