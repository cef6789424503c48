"""A sentence that goes over the end of a page is whole, and what runs along pages is not in it."""

import io

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from connectors.document import read_document
from connectors.document.page_edges import without_edges

NAMES = ("road", "tree", "river", "school", "notice", "water", "island", "harbour", "town", "hill")
LONG = ", ".join(f"the {one} beside the {two}" for one in NAMES for two in NAMES)


def paged_pdf(text: str) -> bytes:
    def edges(canvas: Canvas, doc: SimpleDocTemplate) -> None:
        canvas.drawString(72, 285, "Ministry of Example")
        canvas.drawString(72, 20, f"Page {doc.page} of 9")

    out = io.BytesIO()
    story = [Paragraph(text, getSampleStyleSheet()["BodyText"])]
    SimpleDocTemplate(out, pagesize=(500, 300), invariant=1).build(story, edges, edges)
    return out.getvalue()


def test_a_sentence_over_pages_is_whole() -> None:
    assert read_document(paged_pdf(LONG), "a").paragraphs == (LONG,)


def test_what_stands_on_one_page_alone_stays() -> None:
    assert without_edges([["Policy", "", "One"], ["Two", " "], []]) == ["Policy", "", "One", "Two"]


def test_numbers_of_pages_go_and_numbers_in_lines_stay() -> None:
    pages = [["Policy 2026", "One", "1 / 2"], ["Policy 2026", "In 2026 two", "2 / 2"]]
    assert without_edges(pages) == ["One", "In 2026 two"]
