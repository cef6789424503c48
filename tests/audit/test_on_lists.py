from datetime import date

import pandas as pd
import pytest

from audit.case import Case
from audit.on_lists import on_lists
from tests.audit.builders import acts, coverage

LINK = {"kind": "link", "url": "https://gull.tauira/1"}
ON = {"flag_on": "yes"}


def said(*rows: dict[str, str], lists_given: bool = True) -> list[str]:
    table: pd.DataFrame = acts(*rows)
    follows = table[table["kind"] == "follow"]
    return on_lists(Case(table, follows, coverage(), date(2026, 10, 5), lists_given=lists_given))


def test_sites_and_accounts_are_counted_once_each() -> None:
    (sentence,) = said(
        {**LINK, "host": "gull.tauira", **ON},
        {**LINK, "host": "www.gull.tauira"},
        {**LINK, "host": "tui.tauira"},
        {"account_id": "1", **ON},
        {"account_id": "1", "kind": "like", **ON},
        {"account_id": "2"},
        {"account_id": "3", "kind": "repost"},
        {"account_id": None, "kind": "like"},
    )
    assert sentence.startswith(
        "Of 2 linked sites, 1 is on a list that was used and 1 on none. "
        "Of 3 accounts followed or shared, 1 is on a list that was used and 2 on none. "
    )
    assert "says nothing good or bad" in sentence


@pytest.mark.parametrize("rows", [(), ({"account_id": None, "kind": "like"},)])
def test_nothing_is_said_of_nothing(rows: tuple[dict[str, str], ...]) -> None:
    assert said(*rows) == []


def test_nothing_is_said_where_no_list_was_used() -> None:
    assert said({"account_id": "1"}, lists_given=False) == []
