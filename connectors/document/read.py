"""Tells what a document is by its bytes, and gives its paragraphs."""

from dataclasses import dataclass

from connectors.document.docx import docx_paragraphs
from connectors.document.page import page_paragraphs
from connectors.document.pdf import pdf_paragraphs
from connectors.errors import SourceError
from connectors.list_page import is_page
from connectors.list_tables import decoded
from connectors.profiles import clean

_MARKUP = (b"<p", b"<div", b"<h1", b"<body")


@dataclass(frozen=True)
class Document:
    """A document: ``html``, ``pdf``, ``docx`` or ``txt``, and its paragraphs in their order.

    Paragraphs are NFC with single spaces and without signs that nobody sees; an entry of a list
    begins with "• ".
    """

    form: str
    paragraphs: tuple[str, ...]


def read_document(content: bytes, name: str) -> Document:
    """Read a document; raises SourceError where it is damaged, locked or holds no text."""
    if b"%PDF-" in content[:1024]:
        form, found = "pdf", pdf_paragraphs(content, name)
    elif content[:2] == b"PK":
        form, found = "docx", docx_paragraphs(content, name)
    elif is_page(content) or any(mark in content[:4096].lower() for mark in _MARKUP):
        form, found = "html", page_paragraphs(decoded(content))
    elif b"\0" in content:
        raise SourceError(f"{name} is no web page, PDF, Word file or text. Save it as one of them.")
    else:
        form, found = "txt", decoded(content).split("\n\n")
    paragraphs = tuple(filter(None, map(clean, found)))
    if not paragraphs:
        said = "a scan, or a page that a program fills in" if form in ("pdf", "html") else "empty"
        raise SourceError(f"{name} holds no text that can be read ({said}). Save it as text.")
    return Document(form, paragraphs)
