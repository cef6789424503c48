"""Which acts a review covers: the flow of the period, the stock of follows, first sights."""

from datetime import date

import pandas as pd

from audit import acts
from audit.history import ACT_KEY, History, undated
from audit.period import quarter_of
from tests.audit.builders import interactions

PERIOD = quarter_of(date(2026, 8, 1), "financial")
TABLE = interactions(
    {"account_id": "1"},
    {"account_id": "1", "kind": "like", "post_id": "old", "happened_at": "2026-06-30T11:59:59Z"},
    {"account_id": "1", "kind": "like", "post_id": "first", "happened_at": "2026-06-30T12:00:00Z"},
    {"account_id": "1", "kind": "like", "post_id": "last", "happened_at": "2026-09-30T10:59:59Z"},
    {"account_id": "1", "kind": "like", "post_id": "late", "happened_at": "2026-09-30T11:00:00Z"},
    {"unknown_reason": "not_in_export", "kind": "like", "post_id": "undated"},
)


def covered(history: History) -> list[str]:
    return acts.of_period(TABLE, PERIOD, history)["post_id"].fillna("follow").tolist()


def test_the_first_review_of_an_account_counts_everything() -> None:
    assert len(covered(History())) == len(TABLE)


def test_later_reviews_count_the_new_zealand_days_of_the_period() -> None:
    history = History(reviewed=frozenset(["x:900"]))
    assert covered(history) == ["follow", "first", "last", "undated"]


def test_an_undated_act_belongs_to_the_period_that_saw_it_first() -> None:
    history = History(seen=undated(TABLE), reviewed=frozenset(["x:900"]))
    assert covered(history) == ["follow", "first", "last"]


def test_only_flows_without_a_date_are_remembered() -> None:
    assert undated(TABLE)["post_id"].tolist() == ["undated"]
    assert list(undated(TABLE).columns) == list(ACT_KEY)


def test_no_acts_at_all_is_no_trouble() -> None:
    nothing = interactions()
    assert acts.of_period(nothing, PERIOD, History()).empty
    assert isinstance(acts.of_period(nothing, PERIOD, History()), pd.DataFrame)
