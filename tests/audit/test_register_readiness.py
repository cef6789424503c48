"""A register that has not kept up with an election: said first, and no list is judged by it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit.case import Case
from audit.config_sections import BalanceSection
from audit.mix.measure import Yardstick
from audit.mix.rows import balance_rows
from audit.period import quarter_of
from audit.register import Register
from audit.register.age import review_problems
from audit.register.readiness import not_ready
from audit.review.model import Balance
from tests.audit.builders import acts, coverage
from tests.audit.house import SEATS, acts_of, house

POLLED = date(2026, 8, 10)
OBSERVED = date(2026, 10, 5)
OPEN = "2026,2026-08-10,,2026-05-10,2026-08-09,,,"
RESULT = [
    f"2026,2026-08-10,2026-08-20,2026-05-10,2026-08-09,party:{party},1000,{seats}"
    for party, seats in SEATS.items()
]
NEW_HOUSE: Mapping[str, Mapping[str, int]] = {"2026-08-20": SEATS}
FOLLOWED = {"kauri": 12, "rimu": 8, "totara": 4}


def judged(register: Register, reference: str = "seats") -> Balance:
    """Give the follows of the quarter of polling day, as of the day on which they were read."""
    table = acts(*acts_of(FOLLOWED))
    case = Case(table, table, coverage({"kind": "follow"}), OBSERVED)
    yardstick = Yardstick(register, BalanceSection(reference=reference), None)
    rows = balance_rows(case, yardstick, quarter_of(date(2026, 8, 1), "financial"))
    return next(row for row in rows if (row.scope, row.kind) == ("all", "follow"))


def without(register: Register, party: str, kept: int = 0) -> Register:
    """Leave out all members of a party but the first few."""
    offices = register.offices
    there = offices[offices["party"] == f"party:{party}"].index[kept:]
    return replace(register, offices=offices.drop(index=there))


def test_a_register_that_has_kept_up_is_ready_and_judged_by(tmp_path: Path) -> None:
    register = house(tmp_path, elections=RESULT, later=NEW_HOUSE)
    assert not_ready(register, OBSERVED) == ""
    assert review_problems(register, (OBSERVED, OBSERVED)) == ()
    assert judged(register).verdict == "no_sign"


@pytest.mark.parametrize("reference", ["seats", "equal", "available"])
def test_a_register_older_than_the_election_judges_nothing_after_it(
    tmp_path: Path, reference: str
) -> None:
    register = house(tmp_path, elections=[OPEN])  # stands for 1 June 2026
    assert not_ready(register, POLLED) == ""
    row = judged(register, reference)
    assert (row.verdict, row.p_adjusted) == ("not_assessable", None)
    assert row.sentence == (
        "Not assessed, because the register stands for 1 June 2026, before the general election "
        "of 10 August 2026, and has no result of it."
    )
    assert not [note for note in row.notes if "measured against the House before it" in note]
    (said,) = review_problems(register, (OBSERVED, OBSERVED))
    assert said.endswith("No list after it is judged.")


def test_until_the_result_a_register_of_after_polling_day_judges_by_the_old_house(
    tmp_path: Path,
) -> None:
    register = replace(house(tmp_path, elections=[OPEN]), version=date(2026, 8, 12))
    assert judged(register).verdict == "no_sign"
    (said,) = review_problems(register, (OBSERVED, OBSERVED))
    assert said.endswith("rest on the House before it, or have no party.")


def test_without_a_result_for_long_nobody_sits_and_nothing_is_judged(tmp_path: Path) -> None:
    known = house(tmp_path, elections=[OPEN], until="2026-08-10")
    register = replace(known, version=date(2026, 8, 12))
    assert judged(register).verdict == "no_sign"
    later = date(2026, 11, 9)
    assert not_ready(register, later) == "the register has no members of Parliament for that day"
    (said,) = review_problems(register, (later, later))
    assert "its result and the members it elected are not in it" in said


def test_a_result_without_the_seats_of_its_house_judges_nothing(tmp_path: Path) -> None:
    row = judged(house(tmp_path, elections=RESULT))
    assert row.verdict == "not_assessable"
    assert "does not have the seats of the House elected in the general election of 10 " in (
        row.sentence
    )


def test_a_result_without_the_members_it_elected_judges_nothing(tmp_path: Path) -> None:
    register = house(tmp_path, elections=RESULT, later=NEW_HOUSE, until="2026-08-10")
    row = judged(register)
    assert row.verdict == "not_assessable"
    assert "no members of Parliament for that day" in row.sentence
    (said,) = review_problems(register, (OBSERVED, OBSERVED))
    assert "10 August 2026: the members it elected are not in it." in said


def test_one_partys_members_missing_judges_nothing_and_names_it(tmp_path: Path) -> None:
    whole = house(tmp_path, elections=RESULT, later=NEW_HOUSE)
    row = judged(without(whole, "totara"))
    assert row.verdict == "not_assessable"
    assert row.sentence == (
        "Not assessed, because the register has only 0 of 10 members of Totara."
    )
    (said,) = review_problems(without(whole, "totara"), (OBSERVED, date(2026, 9, 30)))
    assert said.startswith("On 5 October 2026 the register has only 0 of 10 members of Totara.")


def test_a_few_vacant_seats_are_no_missing_party(tmp_path: Path) -> None:
    whole = house(tmp_path)
    assert not_ready(without(whole, "totara", kept=5), OBSERVED) == ""
    assert "4 of 10 members of Totara" in not_ready(without(whole, "totara", kept=4), OBSERVED)


def test_nobody_found_is_not_said_where_members_are_missing(tmp_path: Path) -> None:
    register = house(tmp_path, until="2026-09-30")
    table = acts()
    case = Case(table, table, coverage({"kind": "follow"}), OBSERVED)
    yardstick = Yardstick(register, BalanceSection(), None)
    rows = balance_rows(case, yardstick, quarter_of(date(2026, 8, 1), "financial"))
    assert {row.verdict for row in rows if row.kind == "follow"} == {"not_assessable"}
