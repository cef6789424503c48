"""A register that has not caught up with an election says so, and one that has does not."""

from datetime import date

import pytest

from audit.register import load
from audit.register.age import age_problems
from tests.audit.small_pack import ROWS, SOURCED, write_pack

AFTER = date(2026, 11, 24)
RESULT = [
    *ROWS["elections"][:2],
    f"2026,2026-11-07,2026-11-20,2026-08-07,2026-11-06,party:kauri,1000,11,{SOURCED}",
]
SEATS = [*ROWS["seats"], f"2026-11-20,party:kauri,11,{SOURCED}"]
SEATED = f"per:caro-example,member,party:kauri,List,,2026-11-08,,{SOURCED}"


def said(folder, day=AFTER, **changed):
    write_pack(folder / "tahi", **changed)
    return age_problems(load("tahi", folder), day)


@pytest.mark.parametrize("day", [date(2026, 10, 5), date(2026, 11, 7)])
def test_before_the_count_nothing_is_missing(tmp_path, day):
    assert said(tmp_path, day) == ()


def test_an_election_without_result_or_members_is_said(tmp_path):
    (sentence,) = said(tmp_path)
    assert sentence.startswith(
        "The register stands for 1 June 2026, before the general election of 7 November 2026: "
        "its result and the members it elected are not in it."
    )


def test_a_result_without_members_is_said(tmp_path):
    (sentence,) = said(tmp_path, elections=RESULT, seats=SEATS)
    assert "7 November 2026: the members it elected are not in it." in sentence


def test_members_without_a_result_are_said(tmp_path):
    (sentence,) = said(tmp_path, offices=[*ROWS["offices"], SEATED])
    assert "7 November 2026: its result is not in it." in sentence


def test_a_register_that_has_both_says_nothing(tmp_path):
    offices = [*ROWS["offices"], SEATED]
    assert said(tmp_path, elections=RESULT, seats=SEATS, offices=offices) == ()


def test_a_result_without_the_seats_of_its_house_is_said(tmp_path):
    (sentence,) = said(tmp_path, elections=RESULT, offices=[*ROWS["offices"], SEATED])
    assert "7 November 2026: the seats of its House are not in it." in sentence


def test_an_earlier_parliament_that_is_not_loaded_is_said_too(tmp_path):
    earlier = f"2017,2017-09-23,,,,,,,{SOURCED}"
    sentences = said(tmp_path, elections=[earlier, *ROWS["elections"]])
    assert sentences[1] == (
        "The register knows of the general election of 23 September 2017, but its result is not "
        "in it."
    )
