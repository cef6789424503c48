"""Workbooks as people send them back: within limits, each refusal with what to do."""

import io
import zipfile
from contextlib import suppress
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from connectors.errors import SourceError
from connectors.spreadsheets import Area, read_book


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sample() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "Findings"
    sheet.append(["Item", "Decision", "Due date"])
    sheet.append(["26Q3-0001-G", "Keep", datetime(2026, 12, 18)])  # noqa: DTZ001
    sheet.append(["26Q3-0002-J", "=B2", None])
    sheet.add_table(Table(displayName="tblFindings", ref="A1:C3"))
    sheet["A2"].hyperlink = "https://x.com/other"
    sheet["B3"].comment = Comment("Keep it", "A. Manager")
    sheet.merge_cells("B5:B7")
    book.properties.lastModifiedBy = "A. Manager"
    return book


def test_cells_tables_comments_merged_areas_and_who_saved_it():
    book = read_book(saved(sample()), "back.xlsx")
    (sheet,) = book.sheets
    assert [cell.text for cell in sheet.rows[1]] == ["26Q3-0001-G", "Keep", "2026-12-18T00:00:00"]
    assert sheet.rows[1][2].when == datetime(2026, 12, 18)  # noqa: DTZ001
    assert sheet.rows[1][0].link == "https://x.com/other"
    assert sheet.rows[2][1].text == "=B2"
    assert sheet.tables == {"tblFindings": Area(1, 1, 3, 3)}
    assert sheet.comments == 1
    (area,) = sheet.merged
    assert [area.follows_in(row, 2) for row in (4, 5, 6, 7, 8)] == [False, False, True, True, False]
    assert book.saved_by == "A. Manager"


def ods(meta: str | None) -> bytes:
    """Make an OpenDocument file of one cell, with what it notes of itself."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", _CONTENT.format("Item"))
        if meta is not None:
            archive.writestr("meta.xml", meta)
    return stream.getvalue()


_CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="Findings"><table:table-row>'
    '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    "</table:table-row></table:table></office:spreadsheet></office:body>"
    "</office:document-content>"
)
_META = (
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
    "<meta:initial-creator>Follow Audit</meta:initial-creator>{}"
    '<meta:user-defined meta:name="RunId">2026-Q3-0a</meta:user-defined>'
    "</office:meta></office:document-meta>"
)


@pytest.mark.parametrize(
    ("meta", "noted"),
    [
        (_META.format("<dc:creator>A. Manager</dc:creator>"), ("A. Manager", "2026-Q3-0a")),
        (_META.format(""), ("", "2026-Q3-0a")),
        (_META.format("<dc:creator>"), ("", None)),
        ('<!DOCTYPE b [<!ENTITY a "aaaa">]><b>&a;</b>', ("", None)),
        (_META.format(" " * 2**20), ("", None)),
        (None, ("", None)),
    ],
    ids=["whole", "nobody", "damaged", "entities", "large", "none"],
)
def test_an_ods_file_says_who_saved_it_or_nothing(meta, noted):
    book = read_book(ods(meta), "back.ods")
    assert book.sheets[0].rows[0][0].text == "Item"
    assert (book.saved_by, book.properties.get("RunId")) == noted


def bomb() -> bytes:
    stream = io.BytesIO(saved(sample()))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", bytes(30 * 2**20))
    return stream.getvalue()


def with_entities() -> bytes:
    told = (
        '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData>'
        "</worksheet>"
    )
    before, stream = zipfile.ZipFile(io.BytesIO(saved(Workbook()))), io.BytesIO()
    with zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            after.writestr(name, told if "sheet1" in name else before.read(name))
    return stream.getvalue()


def locked_ods() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Item,Decision\n", "is no workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
        (locked_ods(), "password or a sensitivity label"),
        (saved(sample())[:-900], "damaged"),
        (bomb(), "too large"),
        (with_entities(), "damaged"),
        (bytes(50 * 2**20 + 1), "too large"),
    ],
    ids=["csv", "locked", "old", "locked_ods", "cut", "bomb", "entities", "large"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content, said):
    with pytest.raises(SourceError, match=said) as caught:
        read_book(content, "back.xlsx")
    assert str(caught.value).startswith("back.xlsx ")


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04"]))
def test_any_bytes_are_read_or_refused(content, start):
    with pytest.raises(SourceError):
        read_book(start + content, "back.xlsx")


def asking_for_much() -> bytes:
    """Make an ODS file of one row that says it stands two thousand million times."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
        '<office:spreadsheet><table:table table:name="Findings"><table:table-row '
        'table:number-rows-repeated="2000000000"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="16000"><text:p>Keep</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def test_a_file_that_asks_for_more_memory_than_there_is_does_not_end_the_run():
    with pytest.raises(SourceError, match=r"back\.ods is"):
        read_book(asking_for_much(), "back.ods")


@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data):
    content = bytearray(_WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(SourceError):
        assert read_book(bytes(content), "back.xlsx").sheets


_WHOLE = saved(sample())
