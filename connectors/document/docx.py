"""The paragraphs of a Word file (ECMA-376, WordprocessingML), as they read when it is printed."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from connectors.errors import SourceError

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OTHER = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Text that was deleted or moved away, and the older form of a text box that stands there twice.
_NOT_READ = frozenset(
    [f"{_WORD}del", f"{_WORD}moveFrom", f"{_OTHER}Fallback", f"{_WORD}pPr", f"{_WORD}instrText"]
)
_LIMIT = 64 * 2**20
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    DefusedXmlException,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def docx_paragraphs(content: bytes, name: str) -> list[str]:
    """Give the paragraphs of the document's body; raises SourceError where it is no whole one."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = archive.getinfo("word/document.xml")
            if body.file_size > _LIMIT:
                raise SourceError(f"{name} is far larger than any policy. Save it as text.")
            root = fromstring(archive.read(body))
    except _DAMAGE as error:
        problem = f"{name} is no whole Word file (DOCX)."
        raise SourceError(f"{problem} Open it, save it again as DOCX, and retry.") from error
    return "".join(_pieces(root)).split("\n")


def _pieces(element: Element) -> Iterator[str]:
    for one in element:
        if one.tag in _NOT_READ or _hidden(one):
            continue
        if one.tag == f"{_WORD}t":
            yield " ".join((one.text or "").split("\n"))
        elif one.tag in (f"{_WORD}tab", f"{_WORD}br"):
            yield " "
        elif one.tag == f"{_WORD}p":
            listed = one.find(f"{_WORD}pPr/{_WORD}numPr") is not None
            yield "\n• " if listed else "\n"
            yield from _pieces(one)
            yield "\n"
        else:
            yield from _pieces(one)


def _hidden(run: Element) -> bool:
    return run.find(f"{_WORD}rPr/{_WORD}vanish") is not None
