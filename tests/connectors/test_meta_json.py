"""The JSON of Meta's exports: its texts, its lists, its times, and damage."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.archive import open_archive
from connectors.errors import SourceError
from connectors.exports import json_reader, meta_json
from connectors.exports.meta_text import repair, repaired, repaired_json
from tests.connectors import meta_files

texts = st.text(st.characters(exclude_categories=["Cs"]))
trees = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def read(path: Path, content: bytes, key: str = r"list_v\d") -> list[Any]:
    place = path / "records.json"
    place.write_bytes(content)
    archive = open_archive([place])
    return list(meta_json.records(archive, archive.members[0], key))


@given(trees)
def test_what_meta_writes_in_bytes_comes_back_whole(tree: Any) -> None:
    assert repair(json.loads(meta_files.meta_json(tree))) == tree


@given(st.text(st.characters(min_codepoint=0x100, exclude_categories=["Cs"]), min_size=1))
def test_text_that_was_never_broken_stays(text: str) -> None:
    assert repaired(text) == text
    assert repaired(f"é{text}") == f"é{text}"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("T\u00c4\u0081maki Makaurau", "Tāmaki Makaurau"),
        ("Te P\u00c4\u0081ti M\u00c4\u0081ori", "Te Pāti Māori"),
        ("\u00c4\u0080\u00c4\u0092\u00c4\u00aa\u00c5\u008c\u00c5\u00aa", "ĀĒĪŌŪ"),
        ("caf\u00c3\u00a9 \u00f0\u009f\u0091\u008d", "café 👍"),
        ("café", "café"),
        ("Ã", "Ã"),
        ("M\u00c4\u0081ori \U0001f44d", "M\u00c4\u0081ori \U0001f44d"),
    ],
)
def test_macrons_and_what_looks_like_them(written: str, meant: str) -> None:
    assert repaired(written) == meant


def test_a_file_is_repaired_once(tmp_path: Path) -> None:
    # An owner may have written Ã© on purpose; a second repair would make é of it.
    content = meta_files.meta_json([{"Ã© key": "Ã© value"}])
    assert read(tmp_path, content) == [{"Ã© key": "Ã© value"}]


ONE = {"name": "Te Whatu Ora"}


@pytest.mark.parametrize(
    ("content", "meant"),
    [
        ([ONE, ONE], [ONE, ONE]),
        ({"list_v2": [ONE]}, [ONE]),
        ({"other": 1, "LIST_V3": [ONE], "more": {}}, [ONE]),
        ({"list_v2": ONE}, [ONE]),
        ({"list_v2": {}}, []),
        ({"list_v2": None}, []),
        ({"list_v2": []}, []),
        (ONE, [ONE]),
        ([], []),
        ({}, []),
        (None, []),
        ("text", ["text"]),
        ([None, 12], [None, 12]),
        ({"list_v2": 12}, [12]),
    ],
)
def test_every_way_to_write_a_list(tmp_path: Path, content: Any, meant: list[Any]) -> None:
    assert read(tmp_path, json.dumps(content).encode()) == meant
    assert read(tmp_path, json.dumps(content, indent=2).encode("utf-8-sig")) == meant


@given(items=st.lists(trees, max_size=5), piece=st.integers(1, 40))
def test_records_come_whole_wherever_a_piece_ends(
    items: list[Any], piece: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_reader, "_PIECE", piece)
        path = tmp_path_factory.mktemp("pieces")
        assert read(path, meta_files.meta_json({"list_v2": items})) == items
        plain = json.dumps(items, ensure_ascii=False)
        assert read(path, plain.encode()) == repair(json.loads(plain))


@pytest.mark.parametrize("piece", range(1, 14))
def test_a_number_may_end_in_the_next_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    monkeypatch.setattr(json_reader, "_PIECE", piece)
    assert read(tmp_path, b"[123456, 1.25e3, true]") == [123456, 1250.0, True]


@given(
    items=st.lists(st.fixed_dictionaries({"name": texts}), min_size=1, max_size=3), data=st.data()
)
def test_a_cut_file_is_said_to_be_cut(
    items: list[Any], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = meta_files.meta_json({"list_v2": items})
    cut = data.draw(st.integers(1, len(content) - 1))
    with pytest.raises(SourceError, match=r"records\.json cannot be read: it is cut short"):
        read(tmp_path_factory.mktemp("cut"), content[:cut])


@pytest.mark.parametrize(
    "content",
    [b"[1, 2] 3", b"[1 2]", b"{1: 2}", b'{"list_v2" 1}', b"[" * 5_000, b"\xff[]", b"[1,]", b" "],
)
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(SourceError, match="Download the export again"):
        read(tmp_path, content)


def test_records_before_the_damage_are_given(tmp_path: Path) -> None:
    (tmp_path / "records.json").write_bytes(b'[{"a": 1}, {"a": 2}, {"a"')
    archive = open_archive([tmp_path / "records.json"])
    given_so_far = meta_json.records(archive, archive.members[0], "none")
    assert [next(given_so_far), next(given_so_far)] == [{"a": 1}, {"a": 2}]
    with pytest.raises(SourceError):
        next(given_so_far)


def test_times_are_seconds_in_utc() -> None:
    at = datetime(2025, 6, 15, 15, 6, 40, tzinfo=UTC)
    assert [meta_json.epoch(value) for value in (1750000000, "1750000000", 1750000000.9)] == [
        at
    ] * 3


@pytest.mark.parametrize(
    "value", [None, True, 0, -1, "soon", [], float("nan"), float("inf"), 10**30, 1_750_000_000_000]
)
def test_a_time_that_cannot_be_right_is_none(value: Any) -> None:
    assert meta_json.epoch(value) is None


@given(st.lists(st.dictionaries(texts, texts | st.lists(texts, max_size=2)), max_size=4))
def test_texts_repaired_before_and_after_reading_are_the_same(tree: Any) -> None:
    for written in (
        meta_files.meta_json(tree),
        json.dumps(tree).encode(),
        json.dumps(tree, ensure_ascii=False).encode(),
    ):
        mended = repaired_json(written)
        if mended is not None:
            assert json.loads(mended) == repair(json.loads(written))


@pytest.mark.parametrize(
    "written",
    [r'["\\u00c4\u0081"]', r'["\u00c4"]', r'["\u00c4\u0081 \u0101"]', '["\\u00c4\\u0081 ā"]'],
)
def test_texts_that_need_a_closer_look_are_left_for_it(written: str) -> None:
    assert repaired_json(written.encode()) is None
    assert repaired_json(rb'["M\u00c4\u0081ori"]') == '["Māori"]'.encode()


@pytest.mark.parametrize("piece", [1, 7, 40, 10_000])
def test_what_a_plain_parser_refuses_does_not_stop_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    monkeypatch.setattr(json_reader, "_PIECE", piece)
    items = [{"name": str(n), "in": [{"name": "}, {"}]} for n in range(300)]
    odd = json.dumps([*items, {"name": float("inf")}, {"name": "\ud83d"}, *items])
    assert read(tmp_path, odd.encode()) == json.loads(odd)
