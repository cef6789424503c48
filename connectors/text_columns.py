"""Columns of text in Arrow's form, as every frame holds them: NFC, no halves of surrogate pairs."""

import unicodedata
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

TEXT = pa.large_string()
Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
_AT_A_TIME = 50_000


def text(value: object) -> str:
    """Give a value as text that any file can hold: NFC, no halves of surrogate pairs."""
    written = str(value)
    if written.isascii():
        return written
    # JSON may hold half of a surrogate pair, which no file can: join pairs, replace halves.
    whole = written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return unicodedata.normalize("NFC", whole)


def texts(values: Any) -> pa.Array:
    """Give values as a column of texts as ``text`` gives each; what is null stays null."""
    try:
        written = pa.array(values, TEXT, from_pandas=True)
    except (pa.ArrowException, UnicodeEncodeError):  # numbers, halves of surrogate pairs
        kept = pd.Series(values, dtype="object").map(text, na_action="ignore")
        return pa.array(kept, TEXT, from_pandas=True)
    return in_nfc(written)


def in_nfc(written: pa.Array) -> pa.Array:
    """Give a column of texts in NFC."""
    # Nearly all texts are as they should be, and looking takes a tenth of writing them anew.
    wrong = not_nfc(written)
    if not wrong.any():
        return written
    mended = pa.array(map(text, written.filter(wrong).to_pylist()), TEXT)
    return pc.replace_with_mask(written, wrong, mended)


def trimmed(values: pa.Array) -> pa.Array:
    """Give texts without the space around them, as ``str.strip`` does."""
    return pc.utf8_trim_whitespace(values)


def filled(values: pa.Array) -> pa.Array:
    """Give texts with null in place of empty ones."""
    return pc.if_else(pc.equal(values, ""), pa.scalar(None, TEXT), values)


def known(values: pa.Array) -> Flags:
    """Tell which values are not null."""
    return np.asarray(pc.is_valid(values), dtype=bool)


def joined(*parts: pa.Array | str) -> pa.Array:
    """Put texts together, those of columns and those that are the same everywhere; null is null."""
    written = [pa.scalar(text(one), TEXT) if isinstance(one, str) else one for one in parts]
    return pc.binary_join_element_wise(*written, pa.scalar("", TEXT))


def taken(values: pa.Array, places: Places) -> pa.Array:
    """Give the values at some places, in their order; all in order are not copied."""
    if len(places) == len(values) and np.array_equal(places, np.arange(len(values))):
        return values
    return values.take(pa.array(places))


def told_of_each(values: pa.Array, tell: Callable[[str], str | None]) -> pa.Array:
    """Give what ``tell`` says of each text, asked once for each that differs; null stays null."""
    found = pc.dictionary_encode(values)
    told = [None if one is None else tell(one) for one in found.dictionary.to_pylist()]
    return texts(told).take(found.indices)


def told_at(
    values: pa.Array, about: pa.Array, places: Places, tell: Callable[[str], str | None]
) -> pa.Array:
    """Give values with what ``tell`` says of some texts about them in their places."""
    if not len(places):
        return values
    told = texts([tell(one) for one in about.take(pa.array(places)).to_pylist()])
    there = np.zeros(len(values), bool)
    there[places] = True
    return pc.replace_with_mask(values, there, told)


def part_of_each(values: pa.Array, pattern: str) -> pa.Array:
    """Give the part of each text that the group ``part`` of a pattern finds first, or null."""
    return pc.struct_field(pc.extract_regex(values, pattern), "part")


def holding(values: pa.Array, *signs: bytes) -> Places:
    """Give the places of the texts that may hold one of some signs, and of all that do.

    All texts are looked through at once: a sign may begin in one and end in the next.
    """
    found, written = [np.empty(0, np.int64)], _bytes_of(values)
    ends = _ends(values) - _ends(values)[0] if len(written) else written
    for sign in signs:
        at = np.flatnonzero(written == sign[0])
        for further, byte in enumerate(sign[1:], 1):
            at = at[written.take(at + further, mode="clip") == byte]
        found.append(np.searchsorted(ends, at, side="right") - 1)
    return np.unique(np.concatenate(found))


def ends_of(values: pa.Array) -> npt.NDArray[np.int64]:
    """Give the last eight bytes of each text as a number: those of equal texts are equal."""
    written, numbers = _bytes_of(values), np.zeros(len(values), np.int64)
    if not len(written):
        return numbers
    places = _ends(values) - _ends(values)[0]
    for back in range(1, 9):
        at = places[1:] - back
        byte = np.where(at >= places[:-1], written.take(at, mode="clip"), 0)
        numbers = numbers << 8 | byte
    return numbers


def not_nfc(values: pa.Array | pa.ChunkedArray) -> Flags:
    """Tell which texts are not NFC; what makes a Python text does so for some at a time."""
    if _are_plain(values):
        return np.zeros(len(values), bool)
    parts = [values.slice(at, _AT_A_TIME) for at in range(0, len(values), _AT_A_TIME)]
    return np.concatenate([np.empty(0, bool), *map(_not_nfc_in, parts)])


def _not_nfc_in(values: pa.Array | pa.ChunkedArray) -> Flags:
    beyond_ascii = pc.invert(pc.fill_null(pc.string_is_ascii(values), True))
    wrong = np.array(beyond_ascii, dtype=bool)
    texts = values.filter(beyond_ascii)
    if _are_plain(texts):
        return np.zeros(len(values), bool)
    wrong[wrong] = [not unicodedata.is_normalized("NFC", one) for one in texts.to_pylist()]
    return wrong


def _are_plain(texts: pa.Array | pa.ChunkedArray) -> bool:
    chunks = texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
    return all(_is_plain(_bytes_of(one)) for one in chunks)


def _bytes_of(texts: pa.Array) -> npt.NDArray[np.uint8]:
    """Give the bytes in which an array, or a slice of one, has its texts, without copying them."""
    written = texts.buffers()[2]
    if not len(texts) or not written:
        return np.empty(0, np.uint8)
    ends = _ends(texts)
    return np.frombuffer(written, np.uint8)[ends[0] : ends[-1]]


def _ends(texts: pa.Array) -> npt.NDArray[Any]:
    """Give where among its bytes each text begins, and where the last ends."""
    ends = np.frombuffer(texts.buffers()[1], np.int64 if texts.type == TEXT else np.int32)
    return ends[texts.offset : texts.offset + len(texts) + 1]


def _is_plain(written: npt.NDArray[np.uint8]) -> bool:
    """Tell by the bytes whether all characters are ones that nothing can be joined to.

    Those below U+0300, macrons among them, and punctuation from U+2010 to U+203F are: in UTF-8
    they begin with a byte below CC, or are E2 80 and a byte from 90 on.
    """
    if not len(written) or written.max() < 0xCC:
        return True
    begin = np.flatnonzero(written >= 0xCC)
    second, third = (written.take(begin + n, mode="clip") for n in (1, 2))
    return bool(((written[begin] == 0xE2) & (second == 0x80) & (third >= 0x90)).all())
