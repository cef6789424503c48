"""Columns of texts, against what is said of one text at a time."""

import unicodedata

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from connectors import text_columns
from connectors.repeats import Firsts
from connectors.text_links import links_in, links_of

TEXT = pa.large_string()
PLAIN = st.text(st.characters(exclude_categories=["Cs"]))
LINKING = st.sampled_from(["https://a.example/x", "www.b.example", "see ", "w", ".", ":", "//", ""])
LISTS = st.lists(PLAIN | st.lists(LINKING).map("".join) | st.none())
HOW = st.sampled_from([slice(None), slice(1, None), slice(1, -1)])


@given(LISTS, HOW)
def test_any_text_becomes_nfc(values: list[str | None], part: slice) -> None:
    written = pa.array(values, TEXT)[part]
    normal = [one and unicodedata.normalize("NFC", one) for one in values[part]]
    assert text_columns.in_nfc(written).to_pylist() == normal
    assert not text_columns.not_nfc(pa.array(normal, pa.string())).any()
    assert text_columns.not_nfc(written).any() == (values[part] != normal)


def test_halves_of_pairs_and_numbers_become_text() -> None:
    written = text_columns.texts(["\ud83d\ude00", "\ud83d", 7, None])
    assert written.to_pylist() == ["\U0001f600", "\ufffd", "7", None]


@given(st.lists(PLAIN))
def test_space_is_what_python_takes_for_it(values: list[str]) -> None:
    spaced = [f"\u2003{one}\x1f\n" for one in values]
    trimmed = text_columns.trimmed(pa.array(spaced, TEXT))
    assert trimmed.to_pylist() == list(map(str.strip, spaced))
    assert text_columns.filled(trimmed).to_pylist() == [one.strip() or None for one in spaced]


@given(LISTS, HOW)
def test_no_text_with_a_sign_is_missed(values: list[str | None], part: slice) -> None:
    found = text_columns.holding(pa.array(values, TEXT)[part], b"://", b"w.").tolist()
    holding = [at for at, one in enumerate(values[part]) if one and ("://" in one or "w." in one)]
    assert set(holding) <= set(found) <= set(range(len(values[part])))
    assert found == sorted(found)


@given(LISTS, HOW)
def test_ends_are_the_last_bytes(values: list[str | None], part: slice) -> None:
    ends = text_columns.ends_of(pa.array(values, TEXT)[part]).tolist()
    told = [(one or "").encode()[-8:][::-1].ljust(8, b"\0") for one in values[part]]
    assert ends == [int.from_bytes(one, "big", signed=True) for one in told]


@given(LISTS)
def test_links_of_a_column_are_those_of_its_texts(values: list[str | None]) -> None:
    texts = [one or "" for one in values]
    expected = [(at, link) for at, one in enumerate(texts) for link in links_in(one)]
    for column in (texts, pa.array(texts, TEXT)):
        places, links = links_of(column)
        assert list(zip(places, links, strict=True)) == expected


@given(st.lists(st.lists(st.tuples(*[st.sampled_from(["a", "b", "c", ""])] * 2), max_size=9)))
def test_each_key_comes_once_for_the_first_time(blocks: list[list[tuple[str, str]]]) -> None:
    firsts, others, seen = Firsts(), Firsts(), set[tuple[str, str]]()
    for block in blocks:
        keys = [pa.array([one[n] for one in block], TEXT) for n in range(2)]
        times = pa.array([{"a": 1}.get(one[0]) for one in block], pa.timestamp("us"))
        expected = [one not in seen and not seen.add(one) for one in block]  # type: ignore[func-returns-value]
        assert firsts.of(keys, times).tolist() == expected
        assert others.of(keys).tolist() == expected


def test_each_different_text_is_told_of() -> None:
    told = text_columns.told_of_each(pa.array(["a", None, "b", "a"], TEXT), {"a": "A"}.get)
    assert told.to_pylist() == ["A", None, None, "A"]
