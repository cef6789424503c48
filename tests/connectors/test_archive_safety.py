"""Hostile, broken and pointless inputs: each refused with its own sentence that names the file."""

import contextlib
import gzip
import io
import os
import stat
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors import archive_safety
from connectors.archive import open_archive
from connectors.errors import SourceError


def zip_with(path: Path, *entries: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return path


def tar_with(path: Path, *infos: tarfile.TarInfo, mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:
        for info in infos:
            archive.addfile(info, io.BytesIO(bytes(info.size)))
    return path


def tar_info(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.type, info.linkname = size, kind, "/etc/passwd"
    return info


def refused(*paths: Path) -> str:
    with pytest.raises(SourceError) as caught:
        open_archive(paths)
    return str(caught.value)


@pytest.mark.parametrize("name", ["../out.js", "/etc/x.js", "C:/x.js", "a\\..\\..\\x.js", "a/.."])
def test_paths_that_lead_outside(tmp_path: Path, name: str) -> None:
    for path in (
        zip_with(tmp_path / "bad.zip", (name, b"x"), ("data/like.js", b"x")),
        tar_with(tmp_path / "bad.tgz", tar_info(name), tar_info("data/like.js")),
    ):
        assert "leads outside the archive" in refused(path)
        assert path.name in refused(path)


def test_symlinks_in_a_zip(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("data/like.js")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert "a.zip holds data/like.js, which is a link" in refused(path)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, b"S"])
def test_links_and_special_files_in_a_tar(tmp_path: Path, kind: bytes) -> None:
    path = tar_with(tmp_path / "a.tgz", tar_info("data/like.js", kind=kind))
    assert "a.tgz holds data/like.js, which is a link or another special file" in refused(path)


def test_symlinks_in_a_folder(tmp_path: Path) -> None:
    for number, target in enumerate((tmp_path, Path(__file__))):
        folder = tmp_path / f"export{number}"
        folder.mkdir()
        (folder / "like.js").write_bytes(b"[ ]")
        (folder / "other").symlink_to(target)
        assert f"export{number} holds other, which is a link" in refused(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_in_a_folder_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.js")
    assert "special file" in refused(tmp_path)


def test_a_zip_that_unpacks_to_far_too_much(tmp_path: Path) -> None:
    path = zip_with(tmp_path / "bomb.zip", ("data/like.js", bytes(80 * 2**20)))
    assert "bomb.zip unpacks to 83,886,080 bytes, more than 250 times its size" in refused(path)


def test_a_tar_that_unpacks_to_far_too_much(tmp_path: Path) -> None:
    path = tar_with(tmp_path / "bomb.tgz", tar_info("data/like.js", size=80 * 2**20))
    assert "bomb.tgz unpacks to 83,886,080 bytes" in refused(path)


def test_a_tar_with_a_huge_header_is_not_read_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.tgz"
    size = 48 * 2**20
    header = tar_info("long", size=size, kind=tarfile.GNUTYPE_LONGNAME).tobuf(tarfile.GNU_FORMAT)
    path.write_bytes(gzip.compress(header + bytes(size), compresslevel=1))
    tracemalloc.start()
    try:
        assert "bomb.tgz is not a whole tar archive" in refused(path)
        assert tracemalloc.get_traced_memory()[1] < size
    finally:
        tracemalloc.stop()


def test_a_stream_gives_no_more_than_its_limit() -> None:
    source = io.BytesIO(b"0123456789")
    stream = archive_safety.BoundedStream(source, contextlib.ExitStack(), "like.js", 5)
    with pytest.raises(SourceError, match=r"like\.js holds more bytes than it may"):
        stream.read(10)


def test_a_zip_that_lies_about_its_sizes(tmp_path: Path) -> None:
    path = zip_with(tmp_path / "liar.zip", ("data/like.js", b"[" + bytes(5000) + b"]"))
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 5002), struct.pack("<I", 10)))
    archive = open_archive([path])
    with pytest.raises(SourceError, match=r"data/like\.js in liar\.zip is cut short or damaged"):
        archive.read(archive.members[0])


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_safety, "MAX_MEMBERS", 3)
    entries = [(f"{number}.js", b"x") for number in range(4)]
    zip_with(tmp_path / "a.zip", *entries)
    tar_with(tmp_path / "a.tgz", *(tar_info(name) for name, _ in entries))
    (tmp_path / "folder").mkdir()
    for name, content in entries:
        (tmp_path / "folder" / name).write_bytes(content)
    for given_path in ("a.zip", "a.tgz", "folder"):
        assert f"{given_path} holds more than 3 files" in refused(tmp_path / given_path)


def test_an_archive_of_many_pictures_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"data/tweets_media/{number}.jpg", b"")
        archive.writestr("data/like.js", b"[ ]")
    assert len(open_archive([path]).members) == 20_001


def test_a_password(tmp_path: Path) -> None:
    path = zip_with(tmp_path / "a.zip", ("data/like.js", b"x"))
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "a.zip is protected by a password" in refused(path)


def test_an_archive_inside_an_archive(tmp_path: Path) -> None:
    inner = zip_with(tmp_path / "inner.zip", ("data/like.js", b"[ ]"))
    outer = zip_with(tmp_path / "outer.zip", ("x/inner.zip", inner.read_bytes()))
    assert "outer.zip holds another archive, x/inner.zip" in refused(outer)
    (tmp_path / "folder").mkdir()
    inner.rename(tmp_path / "folder" / "inner.zip")
    assert "Unpack it once and give the inner file" in refused(tmp_path / "folder")


@pytest.mark.parametrize(("name", "kind"), [("text.zip", "zip"), ("a.tar.GZ", "gz")])
def test_a_file_that_is_an_archive_by_its_name_alone(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_text("hello, this is text", encoding="utf-8")
    assert refused(tmp_path / name).startswith(f"{name} is no {kind} file, whatever its name says")


def test_an_archive_beside_the_files_does_no_harm(tmp_path: Path) -> None:
    path = zip_with(tmp_path / "a.zip", ("data/like.js", b"[ ]"), ("inner.zip", b"PK"))
    assert len(open_archive([path]).members) == 2


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_zip_or_tgz(tmp_path: Path, keep: float) -> None:
    noise = os.urandom(20_000)
    content = tarfile.TarInfo("data/like.js")
    content.size = len(noise)
    with tarfile.open(tmp_path / "a.tgz", "w:gz") as archive:
        archive.addfile(content, io.BytesIO(noise))
    zip_with(tmp_path / "a.zip", ("data/like.js", noise))
    for name in ("a.zip", "a.tgz"):
        whole = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(whole[: int(len(whole) * keep)])
        assert f"{name} is cut short or damaged. Download it again" in refused(tmp_path / name)


def test_a_tar_cut_between_two_files(tmp_path: Path) -> None:
    path = tar_with(tmp_path / "a.tar", tar_info("a.js"), tar_info("b.js"), mode="w")
    path.write_bytes(path.read_bytes()[:512])
    assert "a.tar is cut short or damaged" in refused(path)


def test_a_tar_with_a_broken_header_in_the_middle(tmp_path: Path) -> None:
    path = tar_with(tmp_path / "a.tar", tar_info("a.js"), tar_info("b.js"), mode="w")
    content = bytearray(path.read_bytes())
    content[512 + 148 : 512 + 156] = b"9" * 8
    path.write_bytes(content)
    assert "a.tar is cut short or damaged" in refused(path)


def test_a_damaged_member_is_named_when_it_is_read(tmp_path: Path) -> None:
    path = zip_with(tmp_path / "a.zip", ("data/like.js", os.urandom(5000)))
    content = bytearray(path.read_bytes())
    content[2000] ^= 0xFF
    path.write_bytes(content)
    archive = open_archive([path])
    with pytest.raises(SourceError, match=r"data/like\.js in a\.zip is cut short or damaged"):
        archive.read(archive.members[0])


def test_exactly_two_gibibytes_is_a_cut_download(tmp_path: Path) -> None:
    path = zip_with(tmp_path / "a.zip", ("data/like.js", b"[ ]"))
    os.truncate(path, 2**31)
    assert "a.zip is exactly 2 GiB" in refused(path)


def test_one_text_file_twice(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = zip_with(tmp_path / "a.zip", ("like.js", b"1"), ("like.js", b"2"))
    assert "a.zip holds like.js twice" in refused(path)
    assert "holds like.js twice" in refused(
        tar_with(tmp_path / "a.tgz", tar_info("like.js"), tar_info("./like.js"))
    )


def empty_zip(path: Path) -> Path:
    return zip_with(path / "a.zip")


def empty_tar(path: Path) -> Path:
    return tar_with(path / "a.tgz")


def only_junk(path: Path) -> Path:
    return zip_with(path / "a.zip", ("__MACOSX/._like.js", b"x"), ("data/", b""))


def empty_folder(path: Path) -> Path:
    (path / "folder" / "inner").mkdir(parents=True)
    return path / "folder"


def empty_file(path: Path) -> Path:
    (path / "like.js").write_bytes(b"")
    return path / "like.js"


@pytest.mark.parametrize("build", [empty_zip, empty_tar, only_junk, empty_folder, empty_file])
def test_nothing_in_it(tmp_path: Path, build: Callable[[Path], Path]) -> None:
    path = build(tmp_path)
    assert f"{path.name} is empty" in refused(path)


def test_missing_and_twice(tmp_path: Path) -> None:
    assert "There is no file or folder at" in refused(tmp_path / "nowhere.zip")
    path = zip_with(tmp_path / "a.zip", ("like.js", b"1"))
    assert "a.zip is given twice" in refused(path, tmp_path / "." / "a.zip")
    assert "No file or folder was given" in refused()


@pytest.mark.parametrize(
    ("content", "packer"),
    [(b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a", "RAR"), (b"BZh9", "bzip2")],
)
def test_other_packers(tmp_path: Path, content: bytes, packer: str) -> None:
    (tmp_path / "a.bin").write_bytes(content)
    assert f"a.bin is packed with {packer}" in refused(tmp_path / "a.bin")


def test_a_packed_file_that_is_no_tar(tmp_path: Path) -> None:
    (tmp_path / "outbox.json.gz").write_bytes(gzip.compress(b'{"type": "OrderedCollection"}'))
    assert "outbox.json.gz is not a whole tar archive" in refused(tmp_path / "outbox.json.gz")


def whole_archives() -> tuple[bytes, bytes]:
    zipped, tarred = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/like.js", b"window.YTD.like.part0 = [ ]")
    with tarfile.open(fileobj=tarred, mode="w:gz") as packed:
        packed.addfile(tar_info("data/like.js"), io.BytesIO())
    return zipped.getvalue(), tarred.getvalue()


@settings(max_examples=150)
@given(
    whole=st.sampled_from(whole_archives()),
    cut=st.integers(1, 400),
    flips=st.lists(st.tuples(st.integers(0, 399), st.integers(1, 255)), max_size=4),
)
def test_any_damage_gives_a_sentence_or_bytes(
    tmp_path_factory: pytest.TempPathFactory,
    whole: bytes,
    cut: int,
    flips: list[tuple[int, int]],
) -> None:
    content = bytearray(whole[:cut])
    for place, mask in flips:
        if place < len(content):
            content[place] ^= mask
    path = tmp_path_factory.mktemp("damage") / "a.bin"
    path.write_bytes(content)
    with contextlib.suppress(SourceError):
        archive = open_archive([path])
        for member in archive.members:
            archive.read(member)
