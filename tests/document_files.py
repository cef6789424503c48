"""Writes a document's blocks as HTML, PDF and DOCX, as the programs of an office would."""

import html
import io
import zipfile
from collections.abc import Sequence

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate

from tests.statements import Block

_TAGS = {"h": "h2", "p": "p", "li": "li"}
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_html(blocks: Sequence[Block]) -> bytes:
    """A page of a content management system: navigation, header and footer stand around it."""
    body, inside = [], False
    for kind, text in blocks:
        if (kind == "li") != inside:
            body.append("<ul>" if kind == "li" else "</ul>")
            inside = kind == "li"
        words = html.escape(text, quote=False).replace("e-mail", '<a href="/contact">e-mail</a>')
        body.append(f"<{_TAGS[kind]}>{words}</{_TAGS[kind]}>")
    if inside:
        body.append("</ul>")
    return (
        "<!DOCTYPE html><html lang='en-NZ'><head><title>Statement</title><script>x=1</script>"
        "</head><body><nav><a href='/'>Home</a> <a href='/news'>News and media</a></nav>"
        f"<main>{''.join(body)}</main><footer>We reply to direct messages. Cookies</footer>"
        "</body></html>"
    ).encode()


def as_pdf(blocks: Sequence[Block]) -> bytes:
    """A PDF with wrapped lines; macrons are not in its font, so te reo needs HTML or DOCX."""
    styles = getSampleStyleSheet()
    story = []
    for kind, text in blocks:
        paragraph = Paragraph(html.escape(text), styles["Heading2" if kind == "h" else "BodyText"])
        story.append(ListFlowable([paragraph], bulletType="bullet") if kind == "li" else paragraph)
    out = io.BytesIO()
    SimpleDocTemplate(out, invariant=1).build(story)
    return out.getvalue()


def as_docx(blocks: Sequence[Block]) -> bytes:
    """A Word file, its text in runs, with a deleted sentence and a hidden one."""
    paragraphs = "".join(_paragraph(kind, text) for kind, text in blocks)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
    return out.getvalue()


def _paragraph(kind: str, text: str) -> str:
    listed = "<w:pPr><w:numPr/></w:pPr>" if kind == "li" else ""
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{html.escape(part, quote=False)}</w:t></w:r>'
        for part in (text[:half], text[half:])
    )
    deleted = "<w:del><w:r><w:delText>We reply to direct messages.</w:delText></w:r></w:del>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>We reply to direct messages.</w:t></w:r>"
    return f"<w:p>{listed}{runs}{deleted}{hidden}</w:p>"


WRITERS = {"html": as_html, "pdf": as_pdf, "docx": as_docx}
