"""The paragraphs of a PDF, put together from the lines that stand on its pages."""

import io
import logging
import re
from collections.abc import Sequence

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from connectors.document.line_ends import together, words_of
from connectors.document.page_edges import without_edges
from connectors.errors import SourceError

_MOST_PAGES = 500
# What pypdf lets through when a file is not well formed.
_DAMAGE = (
    PyPdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    OverflowError,
    OSError,
)
# Word and others write bullets as signs of a symbol font, which have no letter of their own.
_BULLET = re.compile(r"\s*(?:[•●▪■‣◦·\x7f\uf000-\uf0ff]|[-–*](?=\s))\s*")
_ENDS = (".", "!", "?", ":", ";")
_FULL = 0.6  # of the longest line: a line this long goes on, a shorter one is a heading or an end


def pdf_paragraphs(content: bytes, name: str) -> list[str]:
    """Give the paragraphs of a PDF's text; raises SourceError where it is damaged or locked."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise SourceError(f"{name} is locked. Save a copy that opens without a password.")
        if len(reader.pages) > _MOST_PAGES:
            raise SourceError(f"{name} has more than {_MOST_PAGES} pages. Save a part.")
        pages = [page.extract_text() for page in reader.pages]
    except _DAMAGE as error:
        raise SourceError(f"{name} is a damaged PDF. Save it again and retry.") from error
    lines = without_edges([page.splitlines() for page in pages])
    return _joined(lines, words_of(lines))


def _joined(lines: Sequence[str], words: frozenset[str]) -> list[str]:
    longest = max(map(len, lines), default=0)
    found: list[str] = []
    goes_on = False
    for line in lines:
        bullet = _BULLET.match(line)
        text = (line[bullet.end() :] if bullet else line).strip()
        if bullet:
            found.append(f"• {text}")  # the text of a bullet may stand on the next line
        elif found and text and (goes_on or found[-1] == "• " or _lower(text, found[-1])):
            found[-1] = together(found[-1], text, words)
        elif text:
            found.append(text)
        goes_on = bool(text) and len(line) >= _FULL * longest and not _over(line)
    return found


def _over(line: str) -> bool:
    return line.rstrip().endswith(_ENDS)


def _lower(text: str, before: str) -> bool:
    """Tell whether a line that begins small goes on with the one before."""
    return text[:1].islower() and not _over(before)
