"""Writes files whose bytes depend on nothing but their content: no clock, no zlib, no locale."""

import csv
import io
import json
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

_DEFLATE_BLOCK = 65_535


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Write rows as CSV with a header and LF line ends; absent cells are empty."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(columns), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def json_text(value: object, indent: int | None = None) -> str:
    """Write JSON with real characters, as the platforms do; short where no indent is asked for."""
    separators = (",", ":") if indent is None else None
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 with the line ends that the text has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def write_zip(path: Path, members: Mapping[str, bytes]) -> None:
    """Write a zip whose members are stored as they are, all dated 1 January 1980."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system = 3
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)


def write_tar_gz(path: Path, members: Mapping[str, bytes]) -> None:
    """Write a .tar.gz whose gzip part is stored blocks (RFC 1951, 3.2.4) with time 0."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    path.write_bytes(_stored_gzip(out.getvalue()))


def _stored_gzip(content: bytes) -> bytes:
    header = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    blocks = [
        content[start : start + _DEFLATE_BLOCK] for start in range(0, len(content), _DEFLATE_BLOCK)
    ]
    body = b"".join(
        struct.pack("<BHH", block is blocks[-1], len(block), len(block) ^ 0xFFFF) + block
        for block in blocks
    )
    return header + body + struct.pack("<II", zlib.crc32(content), len(content))
