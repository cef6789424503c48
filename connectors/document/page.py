"""The paragraphs of a web page's own text, without what stands around it."""

from connectors.html_tree import Element, read_page

_AROUND = frozenset(["nav", "header", "footer", "aside", "form", "button", "dialog"])
_INLINE = frozenset(
    ["a", "abbr", "b", "cite", "em", "i", "mark", "q", "small", "span", "strong", "sup", "u", "wbr"]
)


def page_paragraphs(text: str) -> list[str]:
    """Give the paragraphs that a reader sees in the main part of a page."""
    page = read_page(text)
    main = next(page.every("main"), None) or next(page.every("article"), page)
    pieces: list[str] = []
    _write(main, pieces)
    return "".join(pieces).split("\n")


def _write(element: Element, pieces: list[str]) -> None:
    for one in element.inside:
        if isinstance(one, str):
            pieces.append(" ".join(one.split("\n")))
        elif one.tag == "br":
            pieces.append(" ")
        elif _shown(one):
            apart = one.tag not in _INLINE
            pieces.append("\n" if apart else "")
            pieces.append("• " if one.tag == "li" else "")
            _write(one, pieces)
            pieces.append("\n" if apart else "")


def _shown(element: Element) -> bool:
    said = element.attributes
    hidden = "hidden" in said or said.get("aria-hidden") == "true"
    style = said.get("style", "").replace(" ", "").casefold()
    none = "display:none" in style or "visibility:hidden" in style
    return element.seen() and element.tag not in _AROUND and not hidden and not none
