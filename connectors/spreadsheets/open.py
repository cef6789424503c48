"""Reads a workbook of any of the three kinds; each refusal says what to do."""

import io
import zipfile
from dataclasses import replace

from connectors.list_workbook import DAMAGE
from connectors.spreadsheets.book import Book
from connectors.spreadsheets.ods_meta import noted_in
from connectors.spreadsheets.older import older_book
from connectors.spreadsheets.refusals import damaged, locked, no_workbook, too_large
from connectors.spreadsheets.xlsx import xlsx_book

LARGEST = 50 * 2**20
_UNPACKED = 500 * 2**20
_RATIO = 200
_RATIO_COUNTS_FROM = 2**20  # a small workbook of one repeated word packs far better than 200
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def read_book(content: bytes, name: str) -> Book:
    """Read a workbook; raises SourceError where it is too large, locked, damaged or none."""
    if len(content) > LARGEST:
        raise too_large(name)
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise locked(name)
        return older_book(content, name)
    if not content.startswith(_ZIP):
        raise no_workbook(name)
    kind = _look_inside(content, name)
    if kind == "xlsx":
        return xlsx_book(content, name)
    properties, saved_by = noted_in(content)
    return replace(older_book(content, name), properties=properties, saved_by=saved_by)


def _look_inside(content: bytes, name: str) -> str:
    """Hold a packed workbook to the limits, and tell its kind."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inner = archive.infolist()
            names = {one.filename for one in inner}
            ods = "mimetype" in names and archive.read("mimetype").startswith(_ODS)
            if ods and b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise locked(name)
    except DAMAGE as error:
        raise damaged(name) from error
    unpacked = sum(one.file_size for one in inner)
    packed = max(sum(one.compress_size for one in inner), 1)
    if unpacked > _UNPACKED or (unpacked > _RATIO_COUNTS_FROM and unpacked / packed > _RATIO):
        raise too_large(name)
    if not ods and "xl/workbook.xml" not in names:
        raise no_workbook(name)
    return "ods" if ods else "xlsx"
