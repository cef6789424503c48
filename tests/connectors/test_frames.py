"""The frames' contract: what it lets in, and how a violation is named."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors import frames
from connectors.collected import Tally
from connectors.errors import SourceError

FOLLOW = {
    "platform": "x",
    "agency_account": "900",
    "kind": "follow",
    "account_id": "1",
    "evidence": "data/following.js#1",
}


def violation(table: pd.DataFrame, frame: str = "interactions") -> str:
    with pytest.raises(SourceError) as caught:
        frames.validate(frame, table, "X archive")
    return str(caught.value)


def test_a_good_frame_comes_back_unchanged() -> None:
    table = frames.make("interactions", [FOLLOW])
    assert frames.validate("interactions", table, "X archive") is table


@pytest.mark.parametrize("frame", list(frames.FRAMES))
def test_an_empty_frame_is_valid(frame: str) -> None:
    frames.validate(frame, frames.empty(frame), "X archive")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "friend"}, "column kind holds 'friend' in row 1"),
        ({"evidence": None}, "column evidence is empty in row 1"),
        ({"account_id": None}, "exactly one of account_id and unknown_reason"),
        ({"unknown_reason": "deleted"}, "exactly one of account_id and unknown_reason"),
        ({"url": "https://a.example"}, "column url must be filled for links alone"),
        ({"kind": "link", "account_id": None}, "column url must be filled for links alone"),
    ],
)
def test_a_violation_names_frame_column_row_and_connector(
    change: dict[str, str | None], words: str
) -> None:
    table = frames.make("interactions", [FOLLOW, {**FOLLOW, **change}])
    message = violation(table)
    assert message.startswith("The interactions frame of connector X archive is not valid: ")
    assert words in message


def test_wrong_columns_and_types_are_named() -> None:
    table = frames.make("interactions", [FOLLOW])
    assert "columns missing ['url']" in violation(table.drop(columns="url"))
    assert "column post_id has type object" in violation(
        table.assign(post_id=pd.Series([1], dtype=object))
    )


def test_many_wrong_rows_are_counted() -> None:
    table = frames.make("interactions", [{**FOLLOW, "kind": "friend"}] * 9)
    assert "rows 0, 1, 2, 3, 4 and 4 more" in violation(table)


def test_an_account_stands_once() -> None:
    row = {"platform": "x", "account_id": "1", "status": "unknown", "as_at": "2026-10-01"}
    assert "platform, account_id repeat in rows 0, 1" in violation(
        frames.make("accounts", [row, row]), "accounts"
    )


@given(st.text(), st.text())
def test_any_text_can_be_kept(name: str, handle: str) -> None:
    row = {
        "platform": "x",
        "account_id": "1",
        "name": name + "\ud83d",
        "handle": handle,
        "status": "unknown",
        "as_at": "2026-10-01T00:00:00Z",
    }
    table = frames.make("accounts", [row])
    frames.validate("accounts", table, "X archive")
    assert frames.retyped("accounts", table).equals(table)


def test_a_tally_that_does_not_add_up_is_a_mistake_of_ours() -> None:
    with pytest.raises(AssertionError):
        Tally("data/tweets.js", records=3, kept=1, reported={"reply": 1})


@pytest.mark.parametrize("wanted", [[True, True, True], [False, True, False], [False] * 3])
def test_rows_are_chosen_as_pandas_chooses_them(wanted: list[bool]) -> None:
    table = frames.make("accounts", [{"platform": "x", "account_id": str(n)} for n in range(3)])
    table = table.set_axis([4, 7, 9])
    mask = pd.Series(wanted, index=table.index)
    pd.testing.assert_frame_equal(frames.rows(table, mask), table[mask])
    two = ["account_id", "platform"]
    pd.testing.assert_frame_equal(frames.rows(table, mask, two), table.loc[mask, two])


def test_each_text_of_a_part_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "_AT_A_TIME", 3)
    asked: list[str] = []

    def tell(value: str) -> str | None:
        asked.append(value)
        return value.upper() if value != "b" else None

    values = pd.Series(["a", "a", None, "b", "a"], index=[9, 8, 7, 6, 5], dtype=frames.TEXT)
    expected = pd.Series(["A", "A", None, None, "A"], index=values.index, dtype=frames.TEXT)
    pd.testing.assert_series_equal(frames.told_of_each(values, tell), expected)
    assert asked == ["a", "b", "a"]
    nothing = frames.told_of_each(values.iloc[:0], tell)
    assert nothing.empty
    assert nothing.dtype == frames.TEXT
