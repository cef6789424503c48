"""Every sign, its title and its rule stand in docs/signs.md."""

import re
from pathlib import Path

import pytest

from audit.signs import SIGNS, SignWords

TEXT = (Path(__file__).parents[3] / "docs" / "signs.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", SIGNS, ids=lambda words: words.id)
def test_a_sign_is_documented(words: SignWords) -> None:
    match = re.search(rf"^## {words.id}$(.*?)(?=^## |\Z)", TEXT, re.M | re.S)
    assert match
    said = " ".join(match[1].split())
    assert said.startswith(f"**{words.title}**.")


def test_no_section_without_a_sign() -> None:
    assert set(re.findall(r"^## (\S+)$", TEXT, re.M)) == {words.id for words in SIGNS}
