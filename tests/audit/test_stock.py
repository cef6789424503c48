"""Which day the follows are of, in the limits of a review."""

from datetime import date, datetime

import pytest

from audit.assemble import coverage_rows
from audit.period import NEW_ZEALAND, quarter_of
from audit.stock import stock_days
from tests.audit.builders import coverage

PERIOD = quarter_of(date(2026, 8, 1), "financial")
READ_AT = datetime(2026, 10, 5, 6, 30, tzinfo=NEW_ZEALAND)
ENDED = "The period ended on 30 September 2026."
AFTER = "Whom we followed or unfollowed after a list was made is not looked at."
THIRD, NOW, LAST_DAY = "2026-10-03T01:00:00Z", "2026-10-04T17:30:00Z", "2026-09-30T05:00:00Z"


def said(*lists: tuple[str, str], read_at: datetime = READ_AT, **more: str) -> str:
    rows = [
        {"agency_account": name, "kind": kind, "as_at": made, "method": "api", **more}
        for name, made in lists
        for kind in ("follow", "like")
    ]
    handles = {f"x:{name}": name for name, _ in lists}
    return " ".join(stock_days(coverage_rows(coverage(*rows), handles), PERIOD, read_at))


def test_follows_read_after_the_period_are_of_the_day_of_reading() -> None:
    assert said(("a", NOW), ("b", NOW)) == (f"Follows are as they stood on 5 October 2026. {ENDED}")


def test_an_export_older_than_the_review_says_so() -> None:
    assert said(("a", THIRD), method="export") == (
        f"Follows are as they stood on 3 October 2026. {ENDED} {AFTER}"
    )


def test_lists_of_different_days_are_told_apart() -> None:
    assert said(("a", THIRD), ("b", NOW), ("c", THIRD)) == (
        "Follows are as each list stood when it was made: on 3 October 2026 for @a on X and @c on "
        f"X; on 5 October 2026 for @b on X. {ENDED} {AFTER}"
    )
    many = said(*((name, THIRD) for name in "abcde"), ("f", NOW))
    assert "on 3 October 2026 (5 lists); on 5 October 2026 (1 list)." in many


@pytest.mark.parametrize(
    ("lists", "more"),
    [
        ([("a", LAST_DAY)], {"read_at": datetime(2026, 9, 30, 20, tzinfo=NEW_ZEALAND)}),
        ([("a", THIRD)], {"status": "failed"}),  # nothing was read
        ([("a", NOW)], {"method": "export"}),  # it does not say of which day it is
        ([], {}),
    ],
)
def test_nothing_is_said_where_there_is_nothing_to_tell_apart(lists, more) -> None:
    assert said(*lists, **more) == ""


def test_the_other_lists_are_named_where_one_does_not_say_its_day() -> None:
    rows = coverage(
        {"agency_account": "a", "kind": "follow", "as_at": NOW, "method": "export"},
        {"agency_account": "b", "kind": "follow", "as_at": THIRD, "method": "export"},
    )
    handles = {"x:a": "a", "x:b": "b"}
    assert list(stock_days(coverage_rows(rows, handles), PERIOD, READ_AT)) == [
        "Follows are as each list stood when it was made: on 3 October 2026 for @b on X. "
        f"{ENDED} {AFTER}"
    ]
