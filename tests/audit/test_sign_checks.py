"""Each account sign is a check of its own, over followed accounts alone."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from audit.case import Case
from audit.checks import CHECKS
from audit.history import of_these
from audit.signs import COULD_NOT_LOOK, NOT_SEEN, SEEN, SIGN_COLUMNS
from audit.signs.unlooked import unlooked
from connectors import frames
from tests.audit.builders import acts, coverage

CHECK_OF = {
    ("gone", "look"): "account-gone",
    ("moved", "look"): "account-moved",
    ("handle-passed-on", "look"): "handle-passed-on",
    ("identity-changed", "look"): "identity-changed",
    ("look-alike", "strong"): "look-alike",
    ("look-alike", "look"): "nearly-alike",
    ("dormant", "info"): "account-dormant",
    ("says-automated", "info"): "says-automated",
}


def signs(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    when = pd.Timestamp("2026-10-04T00:00:00Z")
    cells = [
        ("x", account, sign, state, level, "What was seen.", "evidence 1", when)
        for account, sign, state, level in rows
    ]
    return pd.DataFrame(cells, columns=list(SIGN_COLUMNS))


def case(table: pd.DataFrame, found: pd.DataFrame) -> Case:
    follows = table[table["kind"] == "follow"]
    return replace(Case(table, follows, coverage(), date(2026, 10, 5)), signs=found)


@pytest.mark.parametrize(("seen", "check"), CHECK_OF.items())
def test_a_sign_that_was_seen_is_one_finding_of_its_check(
    seen: tuple[str, str], check: str
) -> None:
    sign, level = seen
    table = acts(
        {"account_id": "1", "handle": "gull"},
        {"account_id": "2", "handle": "kea"},
        {"account_id": "1", "handle": "gull", "kind": "like"},
    )
    one = case(table, signs(("1", sign, SEEN, level), ("2", sign, NOT_SEEN, "")))
    found = {each.words.id: each.find(one) for each in CHECKS}
    assert {name for name in CHECK_OF.values() if len(found[name])} == {check}
    (hit,) = found[check].to_dict("records")
    assert hit["account_id"] == "1"
    assert hit["why"] == "What was seen."
    assert hit["source"] == "The account as read on 4 October 2026"
    assert hit["source_row"] == "evidence 1"


def test_a_sign_that_could_not_be_looked_at_finds_nothing_and_is_said() -> None:
    table = acts({"account_id": "1"}, {"account_id": "2"})
    blind = signs(
        ("1", "gone", COULD_NOT_LOOK, ""),
        ("2", "gone", COULD_NOT_LOOK, ""),
        ("1", "dormant", COULD_NOT_LOOK, ""),
        ("2", "dormant", NOT_SEEN, ""),
    )
    one = case(table, blind)
    assert not any(len(each.find(one)) for each in CHECKS if each.words.id in CHECK_OF.values())
    assert list(unlooked(blind)) == [
        "What was read of every followed account does not tell of these signs: "
        "“Suspended, deactivated or deleted”.",
        "What was read of 1 of 2 followed accounts does not tell of these signs: "
        "“No post for a year”.",
    ]


def test_of_the_accounts_before_those_with_an_id_or_a_handle_of_now_are_kept() -> None:
    def accounts(*pairs: tuple[str, str | None]) -> pd.DataFrame:
        base = {"platform": "x", "status": "unknown", "as_at": "2026-10-01"}
        rows = [base | {"account_id": one, "handle": handle} for one, handle in pairs]
        return frames.make("accounts", rows)

    before = accounts(("1", "gull"), ("2", "Kea"), ("3", "tui"), ("4", None))
    now = accounts(("1", "gull_now"), ("9", "kea"), ("8", None))
    assert of_these(before, now)["account_id"].tolist() == ["1", "2"]
