"""The House, the government and the elections of a day or a period."""

from datetime import date

import pytest

from audit.register import load
from audit.register.seats import (
    election_in,
    elections_of,
    government_on,
    outside_on,
    parties_of,
    seats_on,
)
from tests.audit.small_pack import write_pack


@pytest.fixture(scope="module")
def tahi(tmp_path_factory):
    folder = tmp_path_factory.mktemp("register")
    write_pack(folder / "tahi")
    return load("tahi", folder)


@pytest.mark.parametrize(
    ("day", "seats", "outside"),
    [
        (date(2020, 10, 17), {}, 0),
        (date(2020, 10, 18), {"party:kauri": 6, "party:rimu": 4}, 0),
        (date(2025, 3, 4), {"party:kauri": 6, "party:rimu": 5}, 0),
        (date(2025, 3, 5), {"party:kauri": 6, "party:rimu": 4}, 1),
        (date(2030, 1, 1), {"party:kauri": 6, "party:rimu": 4}, 1),
    ],
)
def test_the_seats_of_a_day_leave_independents_out(tahi, day, seats, outside):
    assert seats_on(tahi, day) == seats
    assert list(seats_on(tahi, day)) == list(seats)
    assert outside_on(tahi, day) == outside


def test_the_government_changes_overnight(tahi):
    assert government_on(tahi, date(2023, 11, 26)) == {"party:rimu"}
    assert government_on(tahi, date(2023, 11, 27)) == {"party:kauri"}
    assert government_on(tahi, date(2020, 1, 1)) == frozenset()


def test_parties_are_those_of_the_day_in_the_order_of_the_register(tahi):
    assert [party.short for party in parties_of(tahi, date(2024, 6, 1))] == [
        "Kauri",
        "Rimu",
        "Nīkau",
        "Independent",
    ]
    later = parties_of(tahi, date(2025, 1, 1))
    assert [party.id for party in later] == ["party:kauri", "party:rimu", "party:independent"]
    assert [party.government for party in later] == [True, False, False]


def test_elections_fall_in_a_period_by_polling_day_or_by_declaration(tahi):
    assert [election.id for election in elections_of(tahi)] == ["2023", "2026"]
    polled = election_in(tahi, date(2023, 10, 1), date(2023, 10, 31))
    declared = election_in(tahi, date(2023, 11, 3), date(2023, 12, 31))
    assert polled == declared
    assert polled[0].result_known
    (open_,) = election_in(tahi, date(2026, 10, 1), date(2026, 12, 31))
    assert not open_.result_known
    assert election_in(tahi, date(2024, 1, 1), date(2024, 12, 31)) == ()
