import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.clean import LIMIT, REPLACEMENT, SHORTENED, clean, csv_cell, one_line
from tests.reports.example import HOSTILE

UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
ANY = st.text(st.characters(blacklist_categories=()), max_size=200)
texts = st.one_of(
    ANY, st.sampled_from(HOSTILE), st.tuples(ANY, st.sampled_from(HOSTILE)).map("".join)
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_clean_text_is_nfc_short_and_without_controls(text):
    safe = clean(text)
    assert not UNSAFE.search(safe)
    assert not re.search("_x[0-9A-Fa-f]{4}_", safe)
    assert unicodedata.is_normalized("NFC", safe)
    assert units(safe) <= LIMIT


@given(texts, st.integers(30, LIMIT))
def test_cleaning_twice_is_cleaning_once(text, limit):
    assert clean(clean(text, limit), limit) == clean(text, limit)
    assert one_line(one_line(text, limit), limit) == one_line(text, limit)


@given(texts)
def test_one_line_has_no_line_feed(text):
    assert "\n" not in one_line(text)


@given(texts)
def test_no_csv_cell_begins_as_a_formula_does(text):
    assert not csv_cell(text).startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"))


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Ma\u0304ori", "Māori"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\tb", "a b"),
        ("\u202egnp.exe", f"{REPLACEMENT}gnp.exe"),
        ("NUL\x00", f"NUL{REPLACEMENT}"),
        ("_x000D_", REPLACEMENT),
        ("\ud800 alone", f"{REPLACEMENT} alone"),
        ("#N/A", "#N/A"),
        ("Tēnā koe – 100 %", "Tēnā koe – 100 %"),
    ],
)
def test_what_becomes_of_text(text, safe):
    assert clean(text) == safe


def test_long_text_says_that_it_was_shortened_and_no_emoji_is_cut_in_half():
    safe = clean("🥝" * 40_000)
    assert safe.endswith(SHORTENED)
    assert units(safe) in {LIMIT - 1, LIMIT}
    assert set(safe.removesuffix(SHORTENED)) == {"🥝"}


def test_csv_text_that_runs_nothing_stays_as_it_is():
    assert csv_cell("Kia ora, e hoa") == "Kia ora, e hoa"
    assert csv_cell("\t=1+1") == "'=1+1"
