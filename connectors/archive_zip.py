"""A zip as one input of an archive."""

import io
import stat
import zipfile
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from connectors.archive_part import Part, fingerprint_file
from connectors.archive_safety import (
    READ_ERRORS,
    BoundedStream,
    Size,
    check_size,
    check_useful,
    damaged,
    is_junk,
    is_text,
    refuse_special,
    safe_name,
    shown,
)
from connectors.errors import SourceError

ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_CUT_DOWNLOAD = 2**31
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800


def zip_part(path: Path, name: str) -> Part:
    """List a zip without unpacking it, or raise SourceError with the reason it is refused."""
    if path.stat().st_size == _CUT_DOWNLOAD:
        raise SourceError(
            f"{name} is exactly 2 GiB, the size at which some browsers cut a download. "
            "Download it again, with another browser if need be."
        )
    infos = _checked(_infos(path, name), path, name)
    sizes = {member: info.file_size for member, info in infos.items()}
    check_useful(sizes, name)

    def opened(member: str) -> BinaryIO:
        return _open(path, infos[member], f"{member} in {name}")

    return Part(name, sizes, opened, lambda: fingerprint_file(path, name))


def _infos(path: Path, name: str) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except (*READ_ERRORS, ValueError, NotImplementedError) as error:
        raise damaged(name) from error


def _checked(infos: list[zipfile.ZipInfo], path: Path, name: str) -> dict[str, zipfile.ZipInfo]:
    files: dict[str, zipfile.ZipInfo] = {}
    packed = path.stat().st_size
    check_size(Size(len(infos), sum(info.file_size for info in infos), packed), name)
    for info in infos:
        member = safe_name(_decoded(info), name)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise refuse_special(member, name)
        if info.flag_bits & _ENCRYPTED:
            raise SourceError(
                f"{name} is protected by a password. Unpack it with the password and give "
                "the folder."
            )
        check_size(Size(1, info.file_size, info.compress_size), f"{member} in {name}")
        if info.is_dir() or info.filename.endswith("\\") or is_junk(member):
            continue
        if member in files and is_text(member):
            raise SourceError(
                f"{name} holds {member} twice. It was not made by the platform; "
                "download the export again."
            )
        files[member] = info
    return files


def _decoded(info: zipfile.ZipInfo) -> str:
    # Some writers put UTF-8 names without saying so, and zipfile then reads them as cp437.
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _open(path: Path, info: zipfile.ZipInfo, label: str) -> BinaryIO:
    with ExitStack() as stack:
        try:
            archive = stack.enter_context(zipfile.ZipFile(path))
            source = stack.enter_context(archive.open(info))
        except NotImplementedError as error:
            raise SourceError(
                f"{shown(label)} is packed in a way that cannot be read here. Unpack the archive "
                "and give the folder."
            ) from error
        except READ_ERRORS as error:
            raise damaged(label) from error
        return io.BufferedReader(BoundedStream(source, stack.pop_all(), label, info.file_size))
