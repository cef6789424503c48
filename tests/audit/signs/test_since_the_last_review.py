"""Since the review before: the same id under other names, the same handle under another id."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import matching
from audit.register import Register
from audit.signs import SIGN_COLUMNS, SIGNS, signs_of
from audit.signs.answer import COULD_NOT_LOOK, NOT_SEEN, SEEN
from audit.signs.identity import identity_changed
from audit.signs.passed_on import handle_passed_on
from tests.audit.signs.accounts import BEFORE, accounts, guarded, small_register

SAME = {"handle": "kea", "name": "Kea Example", "description": "Birds of the alps, mostly"}
ID = {"account_id": "50000"}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return small_register(tmp_path_factory.mktemp("signs"))


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({}, NOT_SEEN),
        ({"handle": "KEA"}, NOT_SEEN),
        ({"handle": "other"}, NOT_SEEN),
        ({"handle": "other", "name": "Kea Exāmple"}, NOT_SEEN),
        ({"handle": "other", "name": "Brix"}, SEEN),
        ({"name": "Brix", "description": "WIN $$$ 0987"}, SEEN),
        ({"handle": "other", "name": None, "description": None}, COULD_NOT_LOOK),
    ],
)
def test_two_of_handle_name_and_profile(changed: dict[str, str | None], state: str) -> None:
    before = accounts(SAME, as_at=BEFORE)
    found = identity_changed(accounts(SAME | changed), before).iloc[0]
    assert found["state"] == state
    if state == SEEN:
        assert found["what"].startswith("Since 5 July 2026 it changed its ")


def test_nothing_to_compare_with_is_said() -> None:
    asked = accounts(SAME, SAME | {"account_id": "@kea"})
    assert set(identity_changed(asked, None)["state"]) == {COULD_NOT_LOOK}
    other = accounts(SAME | {"account_id": "999999"}, as_at=BEFORE)
    told = identity_changed(asked, other)
    assert "did not see this id" in told["what"].iloc[0]
    assert "Its id is not known" in told["what"].iloc[1]


def passed(register: Register, asked: pd.DataFrame, before: pd.DataFrame | None) -> pd.DataFrame:
    return handle_passed_on(asked, matching.label(asked, register), register, before)


def test_the_same_handle_under_another_id(register: Register) -> None:
    before = accounts(SAME, as_at=BEFORE)
    asked = accounts(SAME | {"account_id": "888888", "handle": "Kea"}, SAME | ID, {"handle": "new"})
    found = passed(register, asked, before)
    assert list(found["state"]) == [SEEN, NOT_SEEN, COULD_NOT_LOOK]
    assert found["level"].iloc[0] == "strong"
    assert "had the id 50000; now it has 888888." in found["what"].iloc[0]


def test_a_members_handle_with_another_id_than_the_registers(register: Register) -> None:
    asked = accounts(
        {"handle": "ArohaExample", "account_id": "98765"},
        {"handle": "ArohaExample", "account_id": "111"},
        {"handle": "arohaexample", "account_id": "@arohaexample"},
    )
    found = passed(register, asked, None)
    assert list(found["state"]) == [SEEN, NOT_SEEN, COULD_NOT_LOOK]
    assert found["evidence"].iloc[0] == "register: id 111 (OFFICIAL, as at 2026-06-01)"


def test_every_sign_answers_for_every_account(register: Register) -> None:
    asked = accounts(SAME, {}, {"platform": "mastodon", "account_id": "kea@tahi.example"})
    labels = matching.label(asked, register)
    found = signs_of(asked, labels, register, guarded(register), accounts(SAME, as_at=BEFORE))
    assert list(found) == list(SIGN_COLUMNS)
    assert len(found) == len(asked) * len(SIGNS)
    assert list(dict.fromkeys(found["sign"])) == [words.id for words in SIGNS]
    assert (found.loc[found["state"] == COULD_NOT_LOOK, "what"] != "").all()
    assert signs_of(asked.iloc[:0], labels.iloc[:0], register, guarded(register)).empty


@given(st.lists(st.sampled_from(["kea", "tui", "weka"]), min_size=1, max_size=4), st.booleans())
def test_an_account_has_not_changed_against_itself(handles: list[str], named: bool) -> None:
    rows = [{"handle": handle, "name": handle if named else None} for handle in handles]
    asked = accounts(*rows)
    assert not (identity_changed(asked, asked)["state"] == SEEN).any()
