"""Look-alikes of agencies and office holders: the measured traps, pinned."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.register import Register
from audit.signs.alike import look_alike, texts_of
from audit.signs.alike_pairs import alike_pairs
from audit.signs.answer import COULD_NOT_LOOK, NOT_SEEN, SEEN
from audit.signs.protected import HANDLE, PERSON, WRITTEN, with_forms
from tests.audit.signs.accounts import accounts, guarded, small_register

HANDLES = st.text(st.characters(codec="utf-8", exclude_characters="@/"), min_size=1, max_size=20)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return small_register(tmp_path_factory.mktemp("signs"))


def one(register: Register, **row: str) -> "pd.Series[str]":
    asked = accounts(row)
    answer = look_alike(asked, guarded(register), pd.Series(False, index=asked.index))
    return answer.iloc[0]


@pytest.mark.parametrize(
    ("handle", "level"),
    [
        ("nzpоlice", "strong"),
        ("nzpoIice", "strong"),
        ("ｎｚｐｏｌｉｃｅ", "strong"),
        ("nz_police", "strong"),
        ("nzp0lice", "strong"),
        ("ArohaExamp1e", "strong"),
        ("nzpolice_official", "info"),
        ("real_nzpolice", "info"),
        ("nzpolices", "look"),
        ("arohaexampel", "look"),
    ],
)
def test_what_can_be_taken_for_another_is_seen(register: Register, handle: str, level: str) -> None:
    found = one(register, handle=handle)
    assert (found["state"], found["level"]) == (SEEN, level)
    assert f"“@{handle}”" in found["what"]
    assert "does not have this account as theirs" in found["what"]


@pytest.mark.parametrize(
    "handle",
    ["nzra", "nztb", "mz_news", "rnc_news", "nzta", "nzpolice", "NZPolice", "rnzhelp", "kea"],
)
def test_short_names_and_a_name_itself_are_not(register: Register, handle: str) -> None:
    assert one(register, handle=handle)["state"] == NOT_SEEN


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Ministry of Tūī Matters", NOT_SEEN),
        ("Ministry of Tui Matters", NOT_SEEN),
        ("Ministry of Tuuii Matters", NOT_SEEN),
        ("Ministry of Tui Мatters", SEEN),
        ("Ministry of Tui Mattres", SEEN),
        ("Rōpū Kauri", NOT_SEEN),
        ("Ropu Kauri", NOT_SEEN),
        ("Aroha Example", NOT_SEEN),
        ("Aroha Exampel", NOT_SEEN),
        ("Arоha Example", SEEN),
    ],
)
def test_names(register: Register, name: str, state: str) -> None:
    assert one(register, handle="someone_else", name=name)["state"] == state


def test_a_handle_of_another_platform_is_no_measure(register: Register) -> None:
    there = one(register, platform="instagram", handle="nz_police")
    assert there["state"] == NOT_SEEN
    server = one(register, platform="mastodon", handle="t0hu@elsewhere.example")
    assert server["state"] == SEEN


def test_people_share_names_unless_written_in_another_script() -> None:
    rows = [(PERSON, "", "Mere Burns", "Mere Burns", "S", "2026", "")]
    guard = with_forms(pd.DataFrame(rows, columns=list(WRITTEN)))
    asked = accounts({"name": "Mere Bums"}, {"name": "Mere Burn"}, {"name": "Мere Burns"})
    assert list(alike_pairs(texts_of(asked), guard)["place"]) == [2]


def test_of_several_that_are_near_the_nearest_is_named() -> None:
    far = (HANDLE, "x", "ravenwat_tauira", "A Ravenwater", "S", "2026", "")
    near = (HANDLE, "x", "ravengat_tauira", "B Ravengate", "S", "2026", "")
    guard = with_forms(pd.DataFrame([far, near], columns=list(WRITTEN)))
    asked = accounts({"handle": "ravengta_tauira"})
    answer = look_alike(asked, guard, pd.Series(False, index=asked.index))
    assert "from “@ravengat_tauira”, of B Ravengate" in answer["what"].iloc[0]


def test_whose_owner_is_known_looks_like_itself(register: Register) -> None:
    asked = accounts({"handle": "nz_police"}, {"handle": "nz_police", "account_id": "9"})
    answer = look_alike(asked, guarded(register), pd.Series([True, False], index=asked.index))
    assert list(answer["state"]) == [NOT_SEEN, SEEN]


def test_without_handle_and_name_there_was_nothing_to_look_at(register: Register) -> None:
    found = one(register, account_id="77777")
    assert (found["state"], found["level"]) == (COULD_NOT_LOOK, "")
    assert found["what"] == "Neither its handle nor its name is known."


def test_without_protected_names_nothing_was_compared(register: Register) -> None:
    asked = accounts({"handle": "kea"})
    none = look_alike(asked, guarded(register).iloc[:0], pd.Series(False, index=asked.index))
    assert list(none["state"]) == [COULD_NOT_LOOK]


@given(st.lists(HANDLES, min_size=1, max_size=6, unique=True))
def test_a_handle_never_looks_like_itself(handles: list[str]) -> None:
    rows = [(HANDLE, "x", handle, handle, "S", "2026", "") for handle in handles]
    guard = with_forms(pd.DataFrame(rows, columns=list(WRITTEN)))
    asked = accounts(*({"handle": handle} for handle in handles))
    assert alike_pairs(texts_of(asked), guard).empty


def test_protected_are_only_those_in_office_and_bodies(register: Register, tmp_path: Path) -> None:
    written = set(guarded(register)["written"])
    assert {"ArohaExample", "rimuyouth", "The Kauri Party", "Rimu Youth", "tohu"} <= written
    assert "caro_old" not in written
    assert "Mere Example" not in written
