"""Acts read column by column: order, counts, what nobody asked for, and where reading breaks."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors import frames, times
from connectors.collected import OwnAccount
from connectors.columns import Acts, Block, Rows, first_of_each, gather, in_blocks, together
from connectors.records import NOT_ASKED_FOR

READ_AT = datetime(2026, 10, 5, tzinfo=UTC)


def interpret(block: Block) -> Acts:
    """Make a post and a link of each number, but for those below zero."""
    kept = [at for at, number in enumerate(block.records) if number >= 0]
    links = [f"https://site{block.records[at]}.example/" for at in kept]
    shared = {
        "platform": "tiktok",
        "agency_account": "@us",
        "evidence": block.evidence_with(["x" if one == 7 else "" for one in block.records]),
    }
    reported = {"below zero": len(block.records) - len(kept)}
    rows = [Rows(kept, {"kind": "post"}), Rows(kept, {"kind": "link", "url": links})]
    return Acts(rows, shared, reported)


def gathered(numbers: list[int], *kinds: str, some: int = 2) -> Any:
    blocks = [numbers[at : at + some] for at in range(0, len(numbers), some)]
    account = OwnAccount("tiktok", "us", "export", (), kinds, READ_AT)
    return gather("a.json", "a.json, record", blocks, interpret, account)


def test_rows_come_in_the_order_of_their_records() -> None:
    read = gathered([5, -1, 7])
    assert list(read.interactions["kind"]) == ["post", "link", "post", "link"]
    assert list(read.interactions["evidence"].unique()) == [
        "a.json, record 1",
        "a.json, record 3 (x)",
    ]
    assert (read.tally.records, read.tally.kept, read.tally.reported) == (3, 2, {"below zero": 1})
    frames.validate("interactions", read.interactions, "test")


@given(st.lists(st.integers(-2, 9)), st.integers(1, 5))
def test_how_many_come_at_a_time_makes_no_difference(numbers: list[int], some: int) -> None:
    one, other = gathered(numbers, some=some), gathered(numbers, some=100)
    assert one.tally == other.tally
    assert one.interactions.equals(other.interactions)


def test_what_nobody_asked_for_is_counted() -> None:
    read = gathered([5, -1, 7], "follow")
    assert read.interactions.empty
    assert read.tally.reported == {"below zero": 1, NOT_ASKED_FOR: 2}
    assert gathered([5, -1, 7], "link").tally.kept == 2


def test_records_before_a_damage_are_given() -> None:
    def broken() -> Iterator[int]:
        yield from (1, 2)
        raise ValueError("cut short")

    found: list[list[int]] = []
    with pytest.raises(ValueError, match="cut short"):
        found.extend(in_blocks(broken()))
    assert found == [[1, 2]]


def test_tables_before_a_damage_are_joined_and_given() -> None:
    def broken() -> Iterator[pa.Table]:
        yield from (pa.table({"a": [1]}), pa.table({"a": [2, 3]}))
        raise ValueError("cut short")

    found: list[pa.Table] = []
    with pytest.raises(ValueError, match="cut short"):
        found.extend(together(broken()))
    assert [table.to_pydict() for table in found] == [{"a": [1, 2, 3]}]


def test_each_key_is_new_once() -> None:
    seen = {"b"}
    assert first_of_each(["a", "b", "a"], seen) == [True, False, False]
    assert seen == {"a", "b"}


WRITTEN = st.sampled_from(["2026-01-02 03:04:05", "2026-01-02T03:04:05+13:00", "", "x", None, 7])
ALIKE = st.one_of(
    st.datetimes().map(str),
    st.datetimes(timezones=st.timezones()).map(str),
    st.datetimes().map(lambda time: f"{time.isoformat('T', 'milliseconds')}Z"),
    st.dates().map(str),
    st.text("0123456789-:T Z+.", max_size=30).map(lambda end: f"2026-01-02{end}"),
    st.text("0123456789-:T Z+.", max_size=12).map(lambda end: f"2026-01-02 03:04{end}"),
)


@given(st.lists(WRITTEN) | st.lists(ALIKE, max_size=2))
def test_a_column_of_times_is_read_as_each_of_them(written: list[Any]) -> None:
    read = list(map(times.iso_time, written))
    assert times.iso_times(written).to_pylist() == read
    if all(isinstance(one, str) for one in written):
        assert times.iso_times(pa.array(written, pa.large_string())).to_pylist() == read
