"""A result against the register: one difference for elections and seats, accepted whole."""

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.register import read
from audit.register.check import problems_in
from audit.register.integrity import integrity_problems
from audit.register.overlay import lay_over
from audit.register.pack import TABLES
from audit.register.register import register_of
from audit.register.seats import Election, outside_on, seats_on
from audit.update.accept import SourceFile, accept
from audit.update.offices import office_differences
from audit.update.owners import known_owners
from audit.update.result_differences import members_said, result_differences
from audit.update.results import read_results
from connectors.frames import TEXT
from tests.audit.election_files import (
    ELECTION,
    GIVEN,
    WON,
    Won,
    candidates,
    feed,
    summary,
    votes_alone,
    winners,
)
from tests.audit.source_rows import tables_of

WHEN = datetime(2026, 11, 28, 9, tzinfo=UTC)
FILE = SourceFile("election.xml", "ab" * 32)
DECLARED = date(2026, 11, 27)


def differences(tables, files, election=ELECTION):
    return result_differences(read_results(files), tables.frames, election, GIVEN)


def accepted(folder, files):
    tables = tables_of(folder, folder / "ours")
    accept(differences(tables, files), folder / "ours", tables, FILE, WHEN)
    return read("tahi", folder, overlay=folder / "ours")


def only_why(found):
    assert [(one.kind, one.written) for one in found] == [("unusable", ())]
    return found[0].why


OUTCOME = "9 seats and 80,001 votes: Kauri 5 (50,001), Rimu 4 (30,000)"
IDS = {"Rōpū KAURI": "party:kauri", "The Rimu Party": "party:rimu", "Nikau": "party:nikau"}


@st.composite
def houses(draw):
    votes, seats = st.integers(1, 900_000), st.integers(0, 60)
    won = [Won(name, draw(votes), draw(seats), draw(seats)) for name in IDS]
    won[0] = replace(won[0], electorates=won[0].electorates + 1)
    return draw(st.permutations([*won, Won("The Unheard Party", draw(votes))]))


def laid(tables, found):
    """Lay the rows of a difference over a register, as accepting does but for the files."""
    written = [pair for one in found for pair in one.written]
    over = {
        name: pd.DataFrame(
            [row for table, row in written if table == name],
            columns=[*TABLES[name].columns],
            dtype=TEXT,
        ).assign(file="new", line=1)
        for name in {table for table, _ in written}
    }
    return replace(tables, frames=lay_over(tables.frames, over))


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return tables_of(tmp_path_factory.mktemp("small"))


@given(first=houses(), second=houses(), outside=st.integers(0, 2))
def test_what_is_laid_over_differs_no_more_and_is_the_house(small, first, second, outside):
    tables = small
    for won in (first, second):
        files = {**feed(won), **summary(won, outside)}
        tables = laid(tables, differences(tables, files))
        assert differences(tables, files) == ()
        house = {IDS[o.name]: o.listed + o.electorates for o in won if o.name in IDS}
        register = register_of(tables)
        sitting = seats_on(register, DECLARED)
        assert {party: sitting.get(party, 0) for party in house} == house
        assert sum(sitting.values()) == sum(house.values())
        assert outside_on(register, DECLARED) == outside


@settings(max_examples=5)
@given(first=houses(), second=houses(), outside=st.integers(0, 2))
def test_what_is_accepted_can_be_used_and_differs_no_more(first, second, outside):
    with tempfile.TemporaryDirectory() as name:
        ours = Path(name) / "ours"
        tables = tables_of(Path(name), ours)
        for won in (first, second):
            files = {**feed(won), **summary(won, outside)}
            accept(differences(tables, files), ours, tables, FILE, WHEN)
            tables = read("tahi", Path(name), overlay=ours)
            assert differences(tables, files) == ()
        assert list(problems_in(tables.frames)) == []


def test_one_difference_holds_the_rows_of_both_tables(tmp_path):
    (found,) = differences(tables_of(tmp_path), feed())
    assert (found.kind, found.table, found.name) == (
        "new",
        "elections",
        "Election of 7 November 2026",
    )
    assert found.said == OUTCOME
    assert "The Unheard Party (TUP)" in found.why
    assert [(row[0], row[2], *row[5:8]) for row in found.rows] == [
        ("2026", "2026-11-27", "party:kauri", "50001", "5"),
        ("2026", "2026-11-27", "party:rimu", "30000", "4"),
    ]
    assert [(table, row[:3]) for table, row in found.beside] == [
        ("seats", ("2026-11-27", "party:kauri", "5")),
        ("seats", ("2026-11-27", "party:rimu", "4")),
    ]


def test_the_row_without_a_result_gives_way_and_keeps_its_period(tmp_path):
    elections = accepted(tmp_path, feed()).frames["elections"]
    rows = elections[elections["election"] == "2026"]
    assert set(rows["party"]) == {"party:kauri", "party:rimu"}
    assert set(rows["period_from"]) == {"2026-08-07"}
    assert set(rows["source"]) == {"RESULT"}


def test_the_old_house_stands_until_the_declaration(tmp_path):
    tables = accepted(tmp_path, feed())
    register = register_of(tables)
    assert seats_on(register, date(2026, 11, 26)) == {"party:kauri": 6, "party:rimu": 4}
    assert seats_on(register, DECLARED) == {"party:kauri": 5, "party:rimu": 4}
    assert not [one for one in integrity_problems(tables, register) if "2026-11-27" in one]


def test_a_recount_says_what_the_register_had_and_keeps_its_sources(tmp_path):
    tables = accepted(tmp_path, feed())
    again = (replace(WON[0], votes=50_003, listed=2), WON[1])
    found = result_differences(
        read_results(feed(again)), tables.frames, ELECTION, replace(GIVEN, source="RECOUNT")
    )
    assert [(one.kind, one.held) for one in found] == [("changed", OUTCOME)]
    (row,) = found[0].rows
    assert row[6:9] == ("50003", "4", "RESULT+RECOUNT")
    assert [one[1][1:3] for one in found[0].beside] == [("party:kauri", "4")]


def test_a_party_that_loses_its_last_seat_in_a_recount_has_none(tmp_path):
    tables = accepted(tmp_path, feed())
    again = (replace(WON[0], listed=7), replace(WON[1], electorates=0))
    tables = laid(tables, differences(tables, feed(again)))
    sitting = seats_on(register_of(tables), DECLARED)
    assert {party: seats for party, seats in sitting.items() if seats} == {"party:kauri": 9}
    assert differences(tables, feed(again)) == ()


def test_a_count_that_is_not_final_is_never_proposed(tmp_path):
    tables = tables_of(tmp_path)
    assert "is not final" in only_why(differences(tables, feed(final="97.22")))
    assert (
        members_said(
            read_results({**feed(final="97.22"), **candidates()}), tables.frames, ELECTION, GIVEN
        ).offices
        == ()
    )


def test_statistics_that_do_not_say_so_are_to_be_ticked(tmp_path):
    (found,) = differences(tables_of(tmp_path), summary(independents=1))
    assert found.kind == "doubtful"
    assert "does not say that the count is official" in found.why
    assert ("2026-11-27", "party:independent", "1") in [row[:3] for _, row in found.beside]


def test_an_electorate_that_nobody_explains_is_to_be_ticked(tmp_path):
    (found,) = differences(tables_of(tmp_path), feed(electorates=7))
    assert found.kind == "doubtful"
    assert "1 electorate went to no party" in found.why


def test_independents_are_seated_when_the_winners_are_known(tmp_path):
    files = {**feed(electorates=7), **candidates(independents=1)}
    (found,) = differences(tables_of(tmp_path), files)
    assert found.kind == "new"
    assert (
        found.said == "10 seats and 80,001 votes: Kauri 5 (50,001), Rimu 4 (30,000), Independent 1"
    )
    assert "party:independent" not in [row[5] for row in found.rows]
    assert "party:independent" in [row[1] for _, row in found.beside]


def test_a_party_with_seats_must_be_in_the_register_first(tmp_path):
    won = (*WON[:2], Won("A New Party", 40_000, 3))
    why = only_why(differences(tables_of(tmp_path), feed(won)))
    assert "A New Party has 3 seats" in why
    assert "parties.csv first" in why


def test_a_party_whose_seats_vanish_from_the_source_is_said(tmp_path):
    tables = accepted(tmp_path, feed())
    why = only_why(differences(tables, feed((Won("Kauri", 50_001, 3, 2),))))
    assert "seats of Rimu" in why


def test_votes_alone_ask_for_the_seats(tmp_path):
    why = only_why(differences(tables_of(tmp_path), votes_alone()))
    assert "votes but no seats: give overall-results-summary.csv" in why


@pytest.mark.parametrize(
    ("updated", "declared", "said"),
    [
        ("2023-11-04T00:00:00", DECLARED, "before polling day"),
        ("2026-11-08T02:00:00", DECLARED, "before the result was declared"),
        ("2026-11-28T02:00:00", None, "Give the day"),
        ("2026-11-28T02:00:00", date(2026, 11, 6), "before polling day"),
    ],
)
def test_a_file_of_another_day_is_not_the_official_result(tmp_path, updated, declared, said):
    election = Election("2026", ELECTION.polling_day, declared)
    assert said in only_why(differences(tables_of(tmp_path), feed(updated=updated), election))


def test_a_file_may_be_of_a_later_election(tmp_path):
    election = Election("2023", date(2023, 10, 14), date(2023, 11, 3))
    why = only_why(differences(tables_of(tmp_path), feed(), election))
    assert "the later election" in why


def test_days_that_the_register_has_otherwise_are_said(tmp_path):
    tables = accepted(tmp_path, feed())
    other = Election("2026", date(2026, 11, 7), date(2026, 11, 26))
    assert "The register has declared 2026-11-27" in only_why(differences(tables, feed(), other))


def test_each_reason_has_its_own_key(tmp_path):
    won = (Won("One New", 40, 3), Won("Two New", 40, 3))
    found = differences(tables_of(tmp_path), feed(won))
    assert len({one.key for one in found}) == 2


def test_members_are_said_as_offices_from_the_day_after_polling_day(tmp_path):
    tables = tables_of(tmp_path)
    read_back = read_results({**feed(), **candidates()})
    said = members_said(read_back, tables.frames, ELECTION, GIVEN)
    assert said.complete_members
    assert len(said.offices) == 9
    cells = said.offices[0].cells
    assert said.offices[0].owner["name"] == "W2 McWinner"
    assert (cells["role"], cells["electorate"], cells["from"]) == ("member", "Tahi 1", "2026-11-08")
    assert cells["as_at"] == "2026-11-27"
    found = office_differences(
        said.offices, tables.frames, known_owners(tables.frames), complete_members=True
    )
    assert {one.table for one in found} == {"people", "offices"}
    assert "unusable" not in {one.kind for one in found}


def test_members_of_electorates_alone_are_not_the_whole_house(tmp_path):
    read_back = read_results({**feed(), **winners()})
    said = members_said(read_back, tables_of(tmp_path).frames, ELECTION, GIVEN)
    assert len(said.offices) == 6
    assert not said.complete_members


def test_result_and_members_played_through_leave_nothing_wrong(tmp_path):
    tables = accepted(tmp_path, feed())
    said = members_said(read_results({**feed(), **candidates()}), tables.frames, ELECTION, GIVEN)
    found = office_differences(
        said.offices,
        tables.frames,
        known_owners(tables.frames),
        complete_members=said.complete_members,
    )
    accept([one for one in found if one.rows], tmp_path / "ours", tables, FILE, WHEN)
    after = read("tahi", tmp_path, overlay=tmp_path / "ours")
    sentences = integrity_problems(after, register_of(after))
    assert not [one for one in sentences if "November 2026" in one]
