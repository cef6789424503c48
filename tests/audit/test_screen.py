"""Words in texts: whole words, te reo and names never, macrons and tags as people write them."""

import hashlib
import unicodedata
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.case import Case
from audit.checks import CHECKS
from audit.screen.found import screened
from audit.screen.of_case import screen
from audit.screen.terms import NO_WORDS, TermList, load
from audit.screen.tokens import tokens, words
from connectors import frames
from connectors.errors import ConfigError
from tests.audit.builders import acts, coverage

# Invented words stand for those of a list.
OWN = (
    "term,group\nkrakt,slur\nblorp,profanity\nkrakt of gull,slur\npuke,profanity\ngrīmp,slur\n"
    "enby,slur\npansy,slur\nrape,profanity\n"
)


@pytest.fixture
def lists(tmp_path: Path) -> TermList:
    path = tmp_path / "words.csv"
    path.write_text(OWN, encoding="utf-8")
    return load([path], [])


def found(text: str, lists: TermList) -> list[str]:
    return screened(pd.Series([text], dtype=frames.TEXT), lists)["excerpt"].tolist()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A krakt here", "A k**** here"),
        ("KRAKT!", "K****!"),
        ("a Krakt of Gull, a blorp", "a K**** ** ****, a b****"),
        ("#KraktNow", "#K****Now"),
        ("@old_krakt", "@old_k****"),
        ("grimp and gri\u0304mp", "g**** and g****"),
    ],
)
def test_a_word_is_found_whole_and_shown_masked(text: str, shown: str, lists: TermList) -> None:
    assert found(text, lists) == [shown]


@pytest.mark.parametrize(
    "text",
    [
        "krakten and unkrakt",
        "#kraktnow",
        "Te Puke is a town",
        "puke",
        "He maunga, he puke",
        "",
        "Ngā mihi nui ki a koutou",
        "Enby artist, and Pansy's mother",
        "Rape Crisis Tauira",
    ],
)
def test_parts_of_words_te_reo_and_names_are_never_found(text: str, lists: TermList) -> None:
    assert found(text, lists) == []


def test_a_phrase_allowed_covers_its_words_alone(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("term,group\ngull,slur\n", encoding="utf-8")
    (tmp_path / "names.csv").write_text("Gull Bay\n", encoding="utf-8")
    lists = load([tmp_path / "words.csv"], [tmp_path / "names.csv"])
    assert found("We swam at Gull Bay", lists) == []
    assert found("A gull at Gull Bay", lists) == ["A g*** at Gull Bay"]


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", "[1]", "{", "term,group\nx,rude\n", "[{}]"])
def test_a_file_that_is_no_list_is_refused_by_name(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.csv").write_text(content)
    with pytest.raises(ConfigError, match=r"bad\.csv is no list of words"):
        load([tmp_path / "bad.csv"], [])


def test_profiles_are_screened_and_posts_only_if_asked(lists: TermList) -> None:
    table = acts(
        {"account_id": "1", "handle": "gull"},
        {"account_id": "2", "handle": "kea"},
        {"account_id": "3", "kind": "like", "post_id": "9", "text": "what a blorp"},
    )
    follows = table[table["kind"] == "follow"]
    base = {"platform": "x", "status": "unknown", "as_at": "2026-10-01"}
    accounts = frames.make(
        "accounts",
        [
            base | {"account_id": "1", "description": "We are krakt"},
            base | {"account_id": "2"},
            base | {"account_id": "3"},
        ],
    )
    for posts, expected in (
        (False, ["text-to-look-at"]),
        (True, ["text-to-look-at", "strong-language"]),
    ):
        one = screen(follows, table, accounts, lists, posts=posts)
        assert (one.profiles, one.with_text, one.on) == (2, 1, True)
        assert one.posts_off == (0 if posts else 1)
        case = Case(table, follows, coverage(), date(2026, 10, 5), screened=one)
        hits = {check.words.id: check.find(case) for check in CHECKS}
        assert [
            name
            for name in hits
            if len(hits[name]) and name in ("text-to-look-at", "strong-language")
        ] == expected
        (hit,) = hits["text-to-look-at"].to_dict("records")
        assert hit["why"].startswith("Its profile says “We are k****”. Your list counts the word")
        assert hit["source_row"] == "characters 8 to 12 of the text"
        assert (hit["source"], hit["source_file"]) == ("Your list of words", "words.csv, line 2")
        assert hit["source_sha256"] == hashlib.sha256(OWN.encode()).hexdigest()
        assert "[screen] allowed" in hit["source_correct"]
    assert not screen(follows, table, accounts, NO_WORDS, posts=True).on


@given(st.text(max_size=60))
def test_the_quick_words_are_those_with_places(text: str) -> None:
    whole = unicodedata.normalize("NFC", text)
    quick, placed = words(text), tokens(whole)
    for token in placed:
        assert 0 <= token.start < token.end <= len(whole)
    if whole.isascii():
        assert quick == [token.word for token in placed]
