"""Documents of every form give the same paragraphs; what is no document says so."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from connectors.document import read_document
from connectors.errors import SourceError
from tests.document_files import WRITERS, as_docx, as_html, as_pdf
from tests.statements import MAORI, POLICY, STATEMENT

SHOWN = [f"• {text}" if kind == "li" else text for kind, text in STATEMENT]


@pytest.mark.parametrize("form", WRITERS)
def test_each_form_gives_the_paragraphs_as_written(form: str) -> None:
    assert list(read_document(WRITERS[form](STATEMENT), "a").paragraphs) == SHOWN


def test_te_reo_keeps_its_macrons() -> None:
    for write in (as_html, as_docx):
        assert read_document(write(MAORI), "a").paragraphs == tuple(text for _, text in MAORI)


def test_what_stands_around_a_page_or_is_hidden_is_not_read() -> None:
    page = (
        b"<!doctype html><html><body><header>Reply to us</header><p hidden>Not this</p>"
        b"<p style='display: none'>Nor this</p><p>Only <b>this</b>, with a <a href=/>link</a>.</p>"
    )
    assert read_document(page, "a").paragraphs == ("Only this, with a link.",)


def test_plain_text_has_its_paragraphs() -> None:
    text = "# Kaupapa\n\nE whai ana\nmātou.\n".encode()
    assert read_document(text, "a").paragraphs == ("# Kaupapa", "E whai ana mātou.")


def locked() -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(as_pdf(POLICY))))
    writer.encrypt("a password", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def without_text() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(width=100, height=100)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entities = '<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
        archive.writestr("word/document.xml", entities)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (locked(), "locked"),
        (without_text(), "holds no text"),
        (as_pdf(POLICY)[:700], "damaged PDF|holds no text"),
        (as_docx(POLICY)[:-40], "no whole Word file"),
        (bomb(), "no whole Word file"),
        (b"\xd0\xcf\x11\xe0\0\0\0", "no web page"),
        (b"", "holds no text"),
        (b"<html><body><script>draw()</script></body></html>", "holds no text"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        read_document(content, "a document")


@pytest.mark.parametrize("form", WRITERS)
@given(cut=st.integers(0, 5000), place=st.integers(0, 5000), byte=st.binary(max_size=3))
def test_damage_is_an_error_of_ours_or_text(form: str, cut: int, place: int, byte: bytes) -> None:
    whole = WRITERS[form](POLICY)
    damaged = whole[:place] + byte + whole[place + cut % 40 :]
    with suppress(SourceError):
        assert read_document(damaged, "a document").paragraphs
