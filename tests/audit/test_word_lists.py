"""Public lists of words: each form read, fetched into the cache, and on once it is there.

The words are invented; the shapes are those of the lists.
"""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import config, inputs
from audit.case import Case
from audit.checks import CHECKS
from audit.run.update_lists import update
from audit.screen.found import screened
from audit.screen.of_case import screen
from audit.screen.public import USUAL, WORD_LISTS
from audit.screen.terms import NO_WORDS, TermList, load
from audit.sources import cached
from audit.sources.rows import COLUMNS
from audit.unscreened import unscreened
from connectors import frames
from connectors.errors import ConfigError, SourceError
from tests.audit.builders import acts, coverage
from tests.servers.local import Asked, Time, Written, client_of, serving

NOW = datetime(2026, 10, 5, tzinfo=UTC)
DSOJEVIC = [
    {"id": "a", "match": "kra*kt|krakts", "tags": ["racial"], "severity": 3},
    {"id": "b", "match": "blorp gull", "tags": ["sexual"], "severity": 4, "exceptions": ["s*"]},
    {"id": "c", "match": "mild", "tags": ["racial"], "severity": 2},
    {"id": "d", "match": "cheese-eating mo.a", "tags": ["racial"], "severity": 3},
]
SURGE = (
    "text,canonical_form_1,canonical_form_2,canonical_form_3,category_1,category_2,category_3,"
    "severity_rating,severity_description\n"
    "grimp,grimp,,,racial / ethnic slurs,,,2.4,Strong\n"
    "blip,blip,,,sexual anatomy / sexual acts,,,2.0,Strong\n"
    "meh,meh,,,political,,,1.9,Mild\n"
    "f@g,,,,racial / ethnic slurs,,,3,Severe\n"
)
LINES = "fnord\nfnord on toast\n88\n"
CONTENT = {
    "dsojevic-profanity": json.dumps(DSOJEVIC).encode(),
    "surge-profanity": SURGE.encode(),
    "ldnoobw": LINES.encode(),
}
CONFIG = """[agency]
name = "Ministry of Gulls"
[[account]]
platform = "x"
handle = "gulls"
path = "x.zip"
"""


@pytest.mark.parametrize(
    ("name", "rows", "dropped"),
    [
        (
            "dsojevic-profanity",
            [("krakt", "look", 1), ("krakts", "look", 1), ("blorp gull", "info", 2)],
            {"milder than what is used": 1, "letters hidden behind signs": 1},
        ),
        (
            "surge-profanity",
            [("grimp", "look", 2), ("blip", "info", 3)],
            {"milder than what is used": 1, "letters hidden behind signs": 1},
        ),
        ("ldnoobw", [("fnord", "info", 1), ("fnord on toast", "info", 2), ("88", "info", 3)], {}),
    ],
)
def test_each_form_is_read_by_its_groups_and_severity(
    name: str, rows: list[tuple[str, str, int]], dropped: dict[str, int]
) -> None:
    found = WORD_LISTS[name].read([CONTENT[name]])
    columns = (found.rows[column].tolist() for column in ("key", "level", "line"))
    assert list(zip(*columns, strict=True)) == rows
    assert dict(found.dropped) == dropped
    assert found.rows.columns.tolist() == list(COLUMNS)


@pytest.mark.parametrize("name", list(WORD_LISTS))
@pytest.mark.parametrize(
    "content", [b"<html>gone</html>", b"\xff\xfe", b"{}", b"[1]", b"[{}]", b"text,b\n1,2\n" * 9]
)
def test_what_is_no_such_list_is_refused_by_its_title(name: str, content: bytes) -> None:
    if name == "ldnoobw" and content.startswith(b"text"):
        pytest.skip("any lines are words")
    with pytest.raises(SourceError, match=WORD_LISTS[name].title):
        WORD_LISTS[name].read([content])


@given(st.sampled_from(list(WORD_LISTS)), st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(name: str, content: bytes) -> None:
    with suppress(SourceError):
        WORD_LISTS[name].read([content])


@pytest.mark.parametrize("name", list(WORD_LISTS))
def test_every_list_says_whose_it_is(name: str) -> None:
    one = WORD_LISTS[name]
    assert one.licence
    assert one.about.endswith(".")
    assert all(address.startswith("https://") for address in (*one.addresses, one.correct))


def fetched(folder: Path, content: dict[str, bytes]) -> dict[str, str]:
    def answer(asked: Asked) -> Written:
        name = asked.path.removeprefix("/")
        return Written(content[name]) if name in content else Written(status=404)

    with serving(answer) as (address, _):
        wanted = [replace(one, addresses=(f"{address}/{one.id}",)) for one in WORD_LISTS.values()]
        updated = update(wanted, folder, client_of(Time()), NOW)
    return {one.list.id: one.trouble for one in updated}


def used(base: Path, more: str = "") -> TermList:
    (base / "config.toml").write_text(CONFIG + more, encoding="utf-8")
    loaded = config.load(base / "config.toml", check_files=False)
    return inputs.load_words(inputs.paths_of(loaded))


def test_one_list_that_fails_stops_no_other(tmp_path: Path) -> None:
    content = {name: CONTENT[name] for name in USUAL[1:]}
    troubles = fetched(tmp_path / "sources", content)
    assert [name for name, trouble in troubles.items() if not trouble] == list(USUAL[1:])
    assert [file.name for file in used(tmp_path).files] == ["lists/surge-profanity"]


def test_the_screen_is_on_once_the_usual_lists_were_fetched(tmp_path: Path) -> None:
    assert used(tmp_path) == replace(NO_WORDS, allowed=used(tmp_path).allowed)
    fetched(tmp_path / "sources", CONTENT)
    words = used(tmp_path)
    assert sorted(words.terms) == ["blip", "blorp", "grimp", "krakt", "krakts"]
    assert [file.as_at for file in words.files] == ["2026-10-05"] * 2
    assert sorted(used(tmp_path, '[screen]\nlists = ["ldnoobw"]\n').terms) == ["fnord"]
    assert not used(tmp_path, "[screen]\nlists = []\n").terms


def test_a_list_that_is_named_and_not_there_is_a_problem_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="follow-audit sources update ldnoobw"):
        used(tmp_path, '[screen]\nlists = ["ldnoobw"]\n')
    with pytest.raises(ConfigError, match=r"\[screen\], lists: there is no list 'rude'"):
        used(tmp_path, '[screen]\nlists = ["rude"]\n')


def test_a_run_keeps_the_lists_it_used(tmp_path: Path) -> None:
    fetched(tmp_path / "sources", CONTENT)
    here = used(tmp_path)
    loaded = config.load(tmp_path / "config.toml", check_files=False)
    where = replace(inputs.paths_of(loaded), jurisdiction="nz", base=tmp_path)
    inputs.copy(where, tmp_path / "run")
    assert inputs.load_words(inputs.copied(tmp_path / "run")) == here


def test_a_finding_names_the_list_its_day_and_how_to_correct_it(tmp_path: Path) -> None:
    fetched(tmp_path / "sources", CONTENT)
    case = _case(used(tmp_path), "Krakt and mild")
    (hit,) = _hits(case).to_dict("records")
    title = WORD_LISTS["dsojevic-profanity"].title
    assert hit["why"].startswith(
        f"Its profile says “K**** and mild”. The list “{title}”, fetched on 5 October 2026, counts "
        "the word as a slur;"
    )
    copy = cached.read(tmp_path / "sources" / USUAL[0], WORD_LISTS[USUAL[0]])
    assert hit["source_file"] == "dsojevic-profanity/answer-1.txt, line 1"
    assert (hit["source"], hit["source_as_at"], hit["source_sha256"]) == (
        (title, "2026-10-05", copy.sha256)
    )
    assert hit["source_correct"].startswith("Its makers take corrections at https://github.com/")


def test_a_review_says_which_texts_were_not_screened(tmp_path: Path) -> None:
    (off,) = unscreened(_case(NO_WORDS, "Krakt"))
    assert off.startswith("No list of words is used, so no profile was screened")
    fetched(tmp_path / "sources", CONTENT)
    assert unscreened(_case(used(tmp_path), "Krakt")) == []
    profile, posts = unscreened(_case(used(tmp_path), None, {"kind": "like", "text": "krakt"}))
    assert profile.startswith("The text of the profile is known for 0 of 1 follow;")
    assert "1 liked, reposted or quoted post of others with a text" in posts


@pytest.mark.parametrize("text", ["A, B, C, D, E, F, G", "f-g", "moa", "Kra, kt"])
def test_letters_behind_signs_never_meet_letters_that_stand_apart(
    tmp_path: Path, text: str
) -> None:
    fetched(tmp_path, CONTENT)
    lists = load([], [], [tmp_path / name for name in WORD_LISTS])
    assert screened(pd.Series([text], dtype=frames.TEXT), lists).empty


def _case(words: TermList, description: str | None, *more: dict[str, str]) -> Case:
    table = acts({"account_id": "1", "handle": "gull"}, *more)
    follows = table[table["kind"] == "follow"]
    about = {"platform": "x", "status": "unknown", "as_at": "2026-10-01", "account_id": "1"}
    accounts = frames.make("accounts", [about | {"description": description}])
    found = screen(follows, table, accounts, words, posts=False)
    return Case(table, follows, coverage(), date(2026, 10, 5), screened=found)


def _hits(case: Case) -> pd.DataFrame:
    (check,) = (one for one in CHECKS if one.words.id == "text-to-look-at")
    return check.find(case)
