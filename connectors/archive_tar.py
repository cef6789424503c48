"""A tar, packed with gzip or not, as one input of an archive."""

import gzip
import io
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, cast

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
)
from connectors.errors import SourceError

GZIP_MAGIC = b"\x1f\x8b"
_BLOCK = tarfile.BLOCKSIZE
_LARGEST_HEADER = 16 * 2**20


class _CarefulReader(io.BufferedReader):
    """Refuses a read that is huge: tarfile reads the long-name headers at one go."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= _LARGEST_HEADER:
            raise tarfile.ReadError("header too large")
        return super().read(size)


def is_tar(head: bytes) -> bool:
    """Tell a tar by its first block."""
    return head[257:262] == b"ustar"


def tar_part(path: Path, name: str) -> Part:
    """List a tar or tar.gz without unpacking it, or raise SourceError with the reason."""
    infos: dict[str, tarfile.TarInfo] = {}
    for member, info in _checked(path, name):
        if member in infos and is_text(member):
            raise SourceError(
                f"{name} holds {member} twice. It was not made by the platform; "
                "download the export again."
            )
        infos[member] = info
    sizes = {member: info.size for member, info in infos.items()}
    check_useful(sizes, name)

    def opened(member: str) -> BinaryIO:
        return _open(path, infos[member], f"{member} in {name}")

    return Part(name, sizes, opened, lambda: fingerprint_file(path, name))


def _checked(path: Path, name: str) -> Iterator[tuple[str, tarfile.TarInfo]]:
    packed, count, unpacked = path.stat().st_size, 0, 0
    for info in _infos(path, name):
        count, unpacked = count + 1, unpacked + info.size
        check_size(Size(count, unpacked, packed), name)
        member = safe_name(info.name, name)
        if info.isdir():
            continue
        if not info.isreg() or info.issparse():
            raise refuse_special(info.name, name)
        if not is_junk(member):
            yield member, info


def _infos(path: Path, name: str) -> Iterator[tarfile.TarInfo]:
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(_stream(path))
            archive = stack.enter_context(tarfile.open(fileobj=stream, mode="r:"))
        except tarfile.ReadError as error:
            raise SourceError(
                f"{name} is not a whole tar archive: it is one packed file, or cut short. "
                "Unpack it once and give the inner file, or download it again."
            ) from error
        except READ_ERRORS as error:
            raise damaged(name) from error
        try:
            yield from archive
            stream.seek(archive.offset)
            # tarfile takes a broken header, and the end of a cut file, for the end of the archive.
            if stream.read(_BLOCK) != bytes(_BLOCK):
                raise damaged(name)
        except READ_ERRORS as error:
            raise damaged(name) from error


def _stream(path: Path) -> BinaryIO:
    with path.open("rb") as probe:
        packed = probe.read(2) == GZIP_MAGIC
    raw = gzip.open(path, "rb") if packed else path.open("rb", buffering=0)  # noqa: SIM115
    return _CarefulReader(cast("io.RawIOBase", raw))


def _open(path: Path, info: tarfile.TarInfo, label: str) -> BinaryIO:
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(_stream(path))
            archive = stack.enter_context(tarfile.open(fileobj=stream, mode="r:"))
            source = archive.extractfile(info)
        except READ_ERRORS as error:
            raise damaged(label) from error
        if source is None:
            raise refuse_special(info.name, label)
        stack.enter_context(source)
        return io.BufferedReader(BoundedStream(source, stack.pop_all(), label, info.size))
