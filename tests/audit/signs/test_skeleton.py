"""How a text looks: the same after a second time, the same for what nobody can tell apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.signs.skeleton import doubled, loose, packed, skeleton, spelling

NAMES = st.text(max_size=30)
TE_REO = st.text(alphabet="aeiouhkmnprtwgāēīōūĀŌ ", min_size=1, max_size=30)


@given(NAMES)
def test_a_skeleton_is_its_own_skeleton(written: str) -> None:
    assert skeleton(skeleton(written)) == skeleton(written)
    assert loose(loose(written)) == loose(written)
    assert loose(skeleton(written)) == loose(written)


@given(NAMES)
def test_a_spelling_is_its_own_spelling(written: str) -> None:
    assert spelling(spelling(written)) == spelling(written)
    assert packed(packed(written)) == packed(written)


@given(TE_REO)
def test_macrons_change_neither_spelling_nor_look(written: str) -> None:
    bare = written.translate(str.maketrans("āēīōūĀŌ", "aeiouAO"))
    assert spelling(written) == spelling(bare)
    assert skeleton(written) == skeleton(bare)
    assert packed(doubled(written)) == doubled(written)


@pytest.mark.parametrize(
    "written",
    [
        "nzpоlice",
        "NZPOLICE",
        "nz_police",
        "nzp0lice",
        "ｎｚｐｏｌｉｃｅ",
        "nzp\u200bolice",
        "ñzpolice",
    ],
)
def test_what_looks_alike_has_one_skeleton(written: str) -> None:
    assert skeleton(written) == skeleton("nzpolice")


@pytest.mark.parametrize(
    ("written", "other"), [("nzpoIice", "nzpolice"), ("rnz_news", "mz_news"), ("vvaka", "waka")]
)
def test_letters_alike_in_some_type_are_alike_loosely_only(written: str, other: str) -> None:
    assert skeleton(written) != skeleton(other)
    assert loose(written) == loose(other)


def test_long_vowels_may_be_doubled() -> None:
    assert doubled("Te Puni Kōkiri") == packed("Te Puni Kookiri")
