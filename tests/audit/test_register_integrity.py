"""What looks wrong in a register is said with file and line, and a sound one says nothing."""

import pytest

from audit.register import read, register_of
from audit.register.integrity import integrity_problems
from tests.audit.small_pack import ROWS, SOURCED, write_pack

# One member for each seat, so that the small register has nothing wrong.
SOUND = {
    "seats": [
        f"2020-10-18,party:kauri,1,{SOURCED}",
        f"2023-10-15,party:kauri,1,{SOURCED}",
        f"2023-10-15,party:rimu,1,{SOURCED}",
        f"2025-03-05,party:kauri,1,{SOURCED}",
        f"2025-03-05,party:independent,1,{SOURCED}",
    ],
    "elections": [
        f"2023,2023-10-14,2023-11-03,2023-07-14,2023-10-13,party:kauri,1000,1,{SOURCED}",
        f"2023,2023-10-14,2023-11-03,2023-07-14,2023-10-13,party:rimu,900,1,{SOURCED}",
        ROWS["elections"][2],
    ],
}


def said(folder, **changed):
    write_pack(folder / "tahi", **(SOUND | changed))
    tables = read("tahi", folder)
    return integrity_problems(tables, register_of(tables))


def test_a_sound_register_says_nothing(tmp_path):
    assert said(tmp_path) == ()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            f"per:aroha-example,member,party:rimu,Tahi East,,2024-01-01,,{SOURCED}",
            "per:aroha-example is member here and in offices.csv, line 3, at the same time.",
        ),
        (
            f"per:aroha-example,minister,party:kauri,,Finance,2026,,{SOURCED}",
            "per:aroha-example is minister here and in offices.csv, line 4, at the same time.",
        ),
        (
            f"per:mere-example,member,,List,,2019,2019-12-31,{SOURCED}",
            "per:mere-example is a member without party; party:independent is for none.",
        ),
    ],
)
def test_a_spell_that_cannot_be_is_named(tmp_path, row, sentence):
    found = said(tmp_path, offices=[*ROWS["offices"], row])
    assert f"offices.csv, line {len(ROWS['offices']) + 2}: {sentence}" in found


def test_spells_that_need_not_overlap_are_let_be(tmp_path):
    row = f"per:aroha-example,minister,party:kauri,,Tourism,2025-06,2025-09,{SOURCED}"
    assert said(tmp_path, offices=[*ROWS["offices"], row]) == ()


def test_two_portfolios_at_once_are_let_be(tmp_path):
    row = f"per:aroha-example,minister,party:kauri,,Health,2025-01-01,,{SOURCED}"
    assert said(tmp_path, offices=[*ROWS["offices"], row]) == ()


def test_members_and_seats_that_differ_are_said_once_for_each_difference(tmp_path):
    seats = [row.replace("party:kauri,1", "party:kauri,2") for row in SOUND["seats"][3:]]
    found = said(tmp_path, seats=[*SOUND["seats"][:3], *seats])
    assert found == ("seats.csv, line 5: on 5 March 2025 party:kauri has 2 seats and 1 member.",)


def test_a_party_with_members_and_no_seat_is_said(tmp_path):
    found = said(tmp_path, seats=SOUND["seats"][:4])
    assert found == (
        "seats.csv, line 5: on 5 March 2025 party:independent has 0 seats and 1 member.",
    )


def test_a_result_that_is_not_the_house_after_it_is_said(tmp_path):
    elections = [SOUND["elections"][0].replace("1000,1", "1000,3"), *SOUND["elections"][1:]]
    assert said(tmp_path, elections=elections) == (
        "elections.csv, line 2: party:kauri won 3 seats, and seats.csv gives it 1 from 2023-10-15.",
    )


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("2026-11-07,,2026-11-06,2026-08-07", "the election period ends (2026-08-07) before it"),
        ("2026-11-07,,2026-08-07,2026-11-08", "the election period ends (2026-11-08) after poll"),
    ],
)
def test_election_days_out_of_order_are_said(tmp_path, days, sentence):
    elections = [*SOUND["elections"][:2], f"2026,{days},,,,{SOURCED}"]
    (found,) = said(tmp_path, elections=elections)
    assert found.startswith(f"elections.csv, line 4: {sentence}")


def test_a_result_declared_before_polling_day_is_said(tmp_path):
    elections = [row.replace("2023-11-03", "2023-10-01") for row in SOUND["elections"][:2]] + SOUND[
        "elections"
    ][2:]
    found = said(tmp_path, elections=elections)
    assert (
        "elections.csv, line 2: the result is declared (2023-10-01) before polling day "
        "(2023-10-14)." in found
    )


def test_a_difference_that_lasts_is_said_once_from_the_result_on(tmp_path):
    seats = [row.replace("party:kauri,1", "party:kauri,2") for row in SOUND["seats"][1:]]
    elections = [row.replace("1000,1", "1000,2") for row in SOUND["elections"]]
    assert said(tmp_path, seats=[SOUND["seats"][0], *seats], elections=elections) == (
        "seats.csv, line 3: on 3 November 2023 party:kauri has 2 seats and 1 member.",
    )
