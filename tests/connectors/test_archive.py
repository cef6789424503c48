"""What every kind of input offers: names, order, bytes and fingerprints."""

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.archive import Archive, open_archive
from connectors.errors import SourceError

FILES = {
    "data/tweets.js": b"window.YTD.tweets.part0 = [ ]",
    "data/tweets-part2.js": b"two",
    "data/tweets-part10.js": b"ten",
    "data/who_you've_followed.json": "Tauranga Māori".encode(),
    "data/media/picture.jpg": b"\xff\xd8\xff",
}
NAMES = [
    "data/media/picture.jpg",
    "data/tweets.js",
    "data/tweets-part2.js",
    "data/tweets-part10.js",
    "data/who_you've_followed.json",
]


def as_zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def as_tar(path: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w" if path.suffix == ".tar" else "w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


def as_folder(path: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path


BUILDERS = {"export.zip": as_zip, "export.tgz": as_tar, "export.tar": as_tar, "export": as_folder}


@pytest.fixture(params=sorted(BUILDERS))
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    return open_archive([BUILDERS[request.param](tmp_path / request.param, FILES)])


def test_members_have_one_order_in_every_kind_of_input(archive: Archive) -> None:
    assert [member.name for member in archive.members] == NAMES


def test_bytes_come_back_whole(archive: Archive) -> None:
    assert {member.name: archive.read(member) for member in archive.members} == FILES
    assert archive.head(archive.find("tweets.js")[0], 6) == b"window"
    with archive.open(archive.find("tweets.js")[0]) as stream:
        assert stream.readline() == FILES["data/tweets.js"]


def test_find_takes_the_end_of_a_path_from_a_whole_segment(archive: Archive) -> None:
    def found(pattern: str) -> list[str]:
        return [member.name for member in archive.find(pattern)]

    assert found(r"tweets?(-part\d+)?\.js") == NAMES[1:4]
    assert found(r"data/TWEETS\.JS") == ["data/tweets.js"]
    assert found(r"weets\.js") == []
    assert found(r"who_you’ve_followed\.json") == ["data/who_you've_followed.json"]
    assert found(r"who_you_ve_followed\.json") == ["data/who_you've_followed.json"]


def test_an_extra_top_directory_does_not_matter(tmp_path: Path) -> None:
    files = {f"twitter-2026/{name}": content for name, content in FILES.items()}
    archive = open_archive([as_zip(tmp_path / "a.zip", files)])
    assert [member.name for member in archive.find(r"data/tweets\.js")] == [
        "twitter-2026/data/tweets.js"
    ]


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    path = as_zip(tmp_path / "export.zip", FILES).rename(tmp_path / "export.download")
    assert [member.name for member in open_archive([path]).members] == NAMES


def test_one_inner_file_is_an_export_of_one_member(tmp_path: Path) -> None:
    path = tmp_path / "following.js"
    path.write_bytes(b"[ ]")
    archive = open_archive([path])
    assert [(m.name, m.size, m.label) for m in archive.members] == [
        ("following.js", 3, "following.js")
    ]
    assert archive.inputs[0].sha256 == hashlib.sha256(b"[ ]").hexdigest()


def test_several_inputs_with_one_name_stay_apart(tmp_path: Path) -> None:
    paths = []
    for year in ("2026", "2025"):
        (tmp_path / year).mkdir()
        paths.append(as_zip(tmp_path / year / "x.zip", {"data/like.js": year.encode()}))
    archive = open_archive(paths)
    assert [member.part for member in archive.members] == ["2026/x.zip", "2025/x.zip"]
    assert [archive.read(member) for member in archive.members] == [b"2026", b"2025"]


def test_the_fingerprint_of_a_file_is_its_sha256(tmp_path: Path) -> None:
    path = as_zip(tmp_path / "a.zip", FILES)
    (given_file,) = open_archive([path]).inputs
    assert given_file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (given_file.name, given_file.size) == ("a.zip", path.stat().st_size)


def test_the_fingerprint_of_a_folder_is_of_its_text_files(tmp_path: Path) -> None:
    folder = as_folder(tmp_path / "export", FILES)
    lines = "".join(
        f"{hashlib.sha256(FILES[name]).hexdigest()}  {name}\n"
        for name in sorted(FILES)
        if not name.endswith(".jpg")
    )
    before = open_archive([folder]).inputs
    assert before[0].sha256 == hashlib.sha256(lines.encode()).hexdigest()
    (folder / "data/media/picture.jpg").write_bytes(b"another picture")
    assert open_archive([folder]).inputs == before
    (folder / "data/tweets.js").write_bytes(b"[ ]")
    assert open_archive([folder]).inputs != before


def test_what_the_operating_system_left_is_not_offered(tmp_path: Path) -> None:
    junk = {"__MACOSX/data/._like.js": b"x", "data/.DS_Store": b"x", "data/Thumbs.db": b"x"}
    archive = open_archive([as_zip(tmp_path / "a.zip", {**FILES, **junk})])
    assert [member.name for member in archive.members] == NAMES


def test_utf8_names_without_the_flag_are_read_as_utf8(tmp_path: Path) -> None:
    path = as_zip(tmp_path / "a.zip", {"historial-de-busqueda.json": b"{}"})
    accented = "historial-de-búsqueda.json".encode()
    plain = b"historial-de-bu_squeda.json"  # of the same length in bytes
    path.write_bytes(
        as_zip(tmp_path / "b.zip", {plain.decode(): b"{}"}).read_bytes().replace(plain, accented)
    )
    assert [m.name for m in open_archive([path]).members] == ["historial-de-búsqueda.json"]


def test_names_are_nfc_and_backslashes_are_separators(tmp_path: Path) -> None:
    path = as_zip(tmp_path / "a.zip", {"data\\te\u0304ta.js": b"x", "./data//b.js": b"y"})
    assert [m.name for m in open_archive([path]).members] == ["data/b.js", "data/tēta.js"]


def test_read_refuses_more_than_its_limit(archive: Archive) -> None:
    with pytest.raises(SourceError, match=r"data/tweets\.js.*29 bytes, more than the 10"):
        archive.read(archive.find(r"tweets\.js")[0], limit=10)


@given(numbers=st.sets(st.integers(0, 10**9), min_size=1, max_size=8))
def test_parts_come_in_the_order_of_their_numbers(
    tmp_path_factory: pytest.TempPathFactory, numbers: set[int]
) -> None:
    files = {f"like-part{number}.js": b"[]" for number in numbers}
    archive = open_archive([as_zip(tmp_path_factory.mktemp("parts") / "a.zip", files)])
    assert [m.name for m in archive.members] == [f"like-part{n}.js" for n in sorted(numbers)]
