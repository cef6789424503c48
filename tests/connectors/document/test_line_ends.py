"""Lines of a PDF that were cut within a word or an address are whole again."""

import html
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from connectors.document import read_document
from connectors.document.line_ends import together, words_of
from tests.document_files import as_html

WORDS = words_of(["We are transparent. A third of a party.", "It is well-\nknown: re-use it"])


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("write to kia-", "ora@manatu.example and", "write to kia-ora@manatu.example and"),
        ("write to kia-ora@", "manatu.example and", "write to kia-ora@manatu.example and"),
        ("kia-ora@manatu-tau", "ira.example or", "kia-ora@manatu-tauira.example or"),
        ("kia-ora@manatu.govt.", "nz and", "kia-ora@manatu.govt.nz and"),
        ("https://www.manatu-", "tauira.example", "https://www.manatu-tauira.example"),
        ("https://x.example/so", "cial-media/p", "https://x.example/social-media/p"),
        ("https://x.example", "/social-media", "https://x.example/social-media"),
        ("read (htt", "ps://x.example/a)", "read (https://x.example/a)"),
        ("kia-ora@manatu.example", "or phone", "kia-ora@manatu.example or phone"),
        ("kia-ora@manatu.example.", "we then", "kia-ora@manatu.example. we then"),
        ("a@b.example", "www.b.example/a", "a@b.example www.b.example/a"),
        ("at https://x.example/", "we do", "at https://x.example/ we do"),
        ("on X at", "@manatu", "on X at @manatu"),
        ("a trans-", "parency statement", "a transparency statement"),
        ("a trans\u00ad", "parent way", "a transparent way"),
        ("a trans\u2010", "parent way", "a transparent way"),
        ("a third-", "party app", "a third-party app"),
        ("to re-", "use it", "to re-use it"),
        ("in 2026-", "27", "in 2026-27"),
        ("of non-", "Māori", "of non-Māori"),
        ("a word -", "and more", "a word - and more"),
        ("two", "words", "two words"),
    ],
)
def test_two_lines_become_one(before: str, after: str, whole: str) -> None:
    assert together(before, after, WORDS) == whole


@given(st.text(max_size=30), st.text(max_size=30))
def test_nothing_but_a_hyphen_and_spaces_is_ever_lost(before: str, after: str) -> None:
    def plain(text: str) -> str:
        return "".join(sign for sign in text if not sign.isspace() and sign not in "-\u00ad\u2010")

    assert plain(together(before, after, WORDS)) == plain(before + after)


def narrow_pdf(text: str, width: int) -> bytes:
    """Write one paragraph into a column that is so many points wide."""
    out = io.BytesIO()
    paragraph = Paragraph(html.escape(text), getSampleStyleSheet()["BodyText"])
    SimpleDocTemplate(out, pagesize=(width + 150, 800), invariant=1).build([paragraph])
    return out.getvalue()


SAID = (
    "If you are concerned about how we use social media, e-mail kia-ora@manatu.tauira.example or "
    "read https://www.manatu.tauira.example/about-us/social-media/ and then write to us."
)


@pytest.mark.parametrize("width", range(200, 420, 20))
def test_an_address_in_a_pdf_is_never_torn(width: int) -> None:
    assert read_document(narrow_pdf(SAID, width), "a").paragraphs == (SAID,)


def test_a_soft_hyphen_in_a_page_is_no_sign_of_the_word() -> None:
    page = as_html([("p", "Our trans\u00adparency statement is about social media.")])
    assert read_document(page, "a").paragraphs == (
        "Our transparency statement is about social media.",
    )
