"""Findings: stable keys, item numbers kept for good, the highest priority first."""

from dataclasses import replace
from datetime import date

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from audit import findings, item
from audit.case import Case
from audit.history import History
from audit.period import quarter_of
from audit.review.model import Finding
from tests.audit.builders import acts, coverage

PERIOD = quarter_of(date(2026, 8, 1), "financial")
FLAG = {
    "flag_list": "Our list",
    "flag_label": "loud",
    "flag_reason": "",
    "flag_row": "row",
    "flag_level": "look",
}
TABLE = acts(
    {"account_id": "1", "handle": "heron", "purpose": "Partner"},
    {"account_id": "2", "handle": "gull", **FLAG},
    {
        "account_id": "2",
        "handle": "gull",
        "kind": "like",
        "post_id": "7",
        "happened_at": "2026-07-31T20:00:00Z",
        **FLAG,
    },
)


def find(table: pd.DataFrame = TABLE, history: History | None = None) -> tuple[Finding, ...]:
    follows = table[table["kind"] == "follow"]
    case = Case(table, follows, coverage(), date(2026, 10, 5))
    return findings.find(case, {"x:900": "example_tauira"}, history or History(), PERIOD)


def test_the_highest_priority_comes_first_and_is_numbered_first() -> None:
    found = find()
    assert [(one.priority, one.check) for one in found] == [
        ("high", "flagged-source-followed"),
        ("high", "flagged-source-shared"),
        ("info", "purpose-missing"),
    ]
    assert [one.item[:9] for one in found] == ["26Q3-0001", "26Q3-0002", "26Q3-0003"]
    assert found[0].handle == "example_tauira"
    assert found[1].happened_on == date(2026, 8, 1)


def test_only_what_asks_for_a_decision_needs_one() -> None:
    assert [one.needs_decision for one in find()] == [True, True, False]
    assert not replace(find()[0], status="decided").needs_decision


def test_a_finding_keeps_its_number_and_is_open_the_next_quarter() -> None:
    first = find()
    items = {one.key: one.item for one in first}
    known = History(items=items, found=frozenset([first[0].key]))
    again = find(history=known)
    assert [one.item for one in again] == [one.item for one in first]
    assert [one.status for one in again] == ["open", "new", "new"]


def test_a_new_finding_gets_the_next_number() -> None:
    known = History(items={"other": "26Q3-0041-X", "older": "26Q1-0090-X"})
    assert find(history=known)[0].item.startswith("26Q3-0042-")


def test_the_order_of_rows_changes_nothing() -> None:
    assert find(TABLE.iloc[::-1]) == find()


@given(st.integers(0, 99_999), st.data())
def test_one_wrong_digit_or_two_swapped_are_noticed(number: int, data: st.DataObject) -> None:
    stem, _, check = item.item_number(date(2026, 8, 1), number).rpartition("-")
    digits = [place for place, letter in enumerate(stem) if letter.isdigit()]
    place = data.draw(st.sampled_from(digits))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != stem[place]]))
    assert item.check_character(stem[:place] + other + stem[place + 1 :]) != check
    later = data.draw(st.sampled_from(digits))
    swapped = list(stem)
    swapped[place], swapped[later] = swapped[later], swapped[place]
    if "".join(swapped) != stem:
        assert item.check_character("".join(swapped)) != check


@given(st.lists(st.text(min_size=1), unique=True), st.integers(1, 5))
def test_every_key_has_a_number_of_its_own(keys: list[str], known: int) -> None:
    before = item.assign(keys[:known], {}, date(2026, 8, 1))
    after = item.assign(keys, before, date(2026, 11, 1))
    assert len(set(after.values())) == len(keys)
    assert all(after[key] == number for key, number in before.items())
