"""The shipped pack of Aotearoa New Zealand: sourced, whole, and honest about what it lacks."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from audit.register import Register, load
from audit.register.accounts import handle_key
from audit.register.coverage import register_coverage
from audit.register.integrity import integrity_problems
from audit.register.offices import members_on, offices_on
from audit.register.register import read
from audit.register.seats import (
    INDEPENDENT,
    election_in,
    elections_of,
    government_on,
    outside_on,
    parties_of,
    seats_on,
)

PARTIES = ("national", "labour", "green", "act", "nzfirst", "tpm")
FIRST_DAY = date(2017, 9, 24)
# Between polling day and the result, members of two Houses are listed and the seats of the old
# one stand; these are the only days on which members and seats differ (docs/register.md).
BETWEEN_TWO_HOUSES = {date(2020, 10, 18), date(2023, 10, 15)}
DERIVED = {"GE2017", "GE2020", "GE2023", "GE2026", "FIRSTHOUSE", "DAYAFTER", "DAYAFTERPOLL"} | {
    "DAYBEFORE", "MONTHONLY", "SEEN", "LEFT", "RESH25"
}  # fmt: skip
# electorate, polling day, who won, who held it before and until when ("" for nobody)
BY_ELECTIONS = [
    ("Northcote", "2018-06-09", "dan-bidois", "jonathan-coleman", "2018-04-14"),
    ("Tauranga", "2022-06-18", "sam-uffindell", "simon-bridges", "2022-05-06"),
    ("Hamilton West", "2022-12-10", "tama-potaka", "gaurav-sharma", "2022-10-18"),
    ("Port Waikato", "2023-11-25", "andrew-bayly", "andrew-bayly", "2023-10-14"),
    ("Tāmaki Makaurau", "2025-09-06", "oriini-kaipara", "takutai-tarsh-kemp", "2025-06-26"),
]


@pytest.fixture(scope="module")
def nz() -> Register:
    return load("nz", Path())


def house(nz, day):
    seats = seats_on(nz, day)
    return [seats.get(f"party:{party}", 0) for party in PARTIES], outside_on(nz, day)


@pytest.mark.parametrize(
    ("day", "seats", "outside"),
    [
        (date(2017, 10, 7), [56, 46, 8, 1, 9, 0], 0),
        (date(2018, 5, 1), [55, 46, 8, 1, 9, 0], 0),  # Northcote vacant
        (date(2018, 10, 16), [55, 46, 8, 1, 9, 0], 1),
        (date(2020, 7, 21), [55, 46, 8, 1, 9, 0], 1),
        (date(2020, 7, 22), [54, 46, 8, 1, 9, 0], 1),  # Rangitata vacant, no by-election
        (date(2020, 11, 5), [54, 46, 8, 1, 9, 0], 1),
        (date(2020, 11, 6), [33, 65, 10, 10, 0, 2], 0),
        (date(2022, 5, 30), [32, 65, 10, 10, 0, 2], 0),  # Tauranga vacant
        (date(2022, 12, 11), [34, 64, 10, 10, 0, 2], 0),
        (date(2023, 6, 1), [34, 62, 9, 10, 0, 2], 2),
        (date(2023, 11, 2), [34, 62, 9, 10, 0, 2], 2),
        (date(2023, 11, 3), [48, 34, 15, 11, 8, 6], 0),
        (date(2023, 11, 26), [49, 34, 15, 11, 8, 6], 0),
        (date(2024, 2, 22), [49, 34, 14, 11, 8, 6], 0),  # a list seat not yet filled
        (date(2024, 8, 1), [49, 34, 14, 11, 8, 6], 1),
        (date(2025, 8, 1), [49, 34, 15, 11, 8, 5], 0),  # Tāmaki Makaurau vacant
        (date(2025, 11, 10), [49, 34, 15, 11, 8, 4], 2),
        (date(2026, 6, 13), [48, 34, 15, 11, 8, 4], 2),
        (date(2026, 11, 24), [48, 34, 15, 11, 8, 4], 2),  # no result loaded: the old House stands
    ],
)
def test_the_house_of_a_day(nz, day, seats, outside):
    assert house(nz, day) == (seats, outside)


def test_seats_add_up_to_the_house_on_every_day(nz):
    sizes = {
        "2017-09-24": 120,
        "2018-04-15": 119,
        "2018-06-10": 120,
        "2020-07-22": 119,
        "2020-11-06": 120,
        "2022-05-07": 119,
        "2022-06-19": 120,
        "2022-07-24": 119,
        "2022-07-25": 120,
        "2022-10-19": 119,
        "2022-12-11": 120,
        "2023-04-16": 119,
        "2023-11-03": 122,
        "2023-11-26": 123,
        "2024-02-22": 122,
        "2024-03-01": 123,
        "2024-03-23": 122,
        "2024-03-25": 123,
        "2024-05-06": 122,
        "2024-05-07": 123,
        "2025-06-27": 122,
        "2025-09-07": 123,
        "2025-10-04": 122,
        "2025-10-06": 123,
        "2026-05-15": 122,
    }
    listed = nz.seats.assign(seats=nz.seats["seats"].astype(int)).groupby("from")["seats"].sum()
    changed = listed[listed != listed.shift()]
    assert changed.to_dict() == sizes
    assert listed.index.min() == FIRST_DAY.isoformat()


def days_of_change(nz):
    """Give every day on which a seat or a member changes, and each polling day and result."""
    spells = nz.offices[nz.offices["role"] == "member"]
    known = [e for e in elections_of(nz) if e.polling_day >= FIRST_DAY]
    elections = pd.Series(pd.to_datetime([d for e in known for d in (e.polling_day, e.declared)]))
    listed = pd.to_datetime(nz.seats["from"])
    moments = pd.concat(
        [listed, spells["starts"], spells["ends"] + pd.Timedelta(days=1), elections]
    )
    return sorted({moment.date() for moment in moments.dropna()})


def test_the_members_of_each_party_are_as_many_as_its_seats(nz):
    differing = set()
    days = days_of_change(nz)
    for day in days:
        members = members_on(nz, day)["party"].value_counts().to_dict()
        seats = seats_on(nz, day) | {INDEPENDENT: outside_on(nz, day)}
        if members != {party: count for party, count in seats.items() if count}:
            differing.add(day)
    assert days[0] == FIRST_DAY
    assert len(days) > 40
    assert differing == BETWEEN_TWO_HOUSES


def test_nothing_looks_wrong_with_the_pack(nz):
    assert integrity_problems(read("nz", Path()), nz) == ()


@pytest.mark.parametrize(("electorate", "polled", "winner", "before", "until"), BY_ELECTIONS)
def test_each_by_election_is_in_place(nz, electorate, polled, winner, before, until):
    seat = nz.offices[(nz.offices["role"] == "member") & (nz.offices["electorate"] == electorate)]
    vacant = (seat["starts"] <= polled) & ~(seat["ends"] <= polled)
    assert seat[vacant].empty
    day_after = pd.Timestamp(polled) + pd.Timedelta(days=1)
    assert seat.loc[seat["starts"] == day_after, "actor"].tolist() == [f"per:{winner}"]
    held = seat[seat["ends"] < polled].sort_values("ends").iloc[-1]
    assert (held["actor"], held["to"]) == (f"per:{before}", until)


def test_no_one_sits_for_two_parties_at_once(nz):
    members = nz.offices[nz.offices["role"] == "member"]
    pairs = members.merge(members, on="actor")
    both = (pairs["starts_x"] < pairs["starts_y"]) & (pairs["starts_y"] <= pairs["ends_x"])
    assert pairs[both].empty


def test_every_day_has_a_government_and_only_one(nz):
    changes = {
        date(2017, 10, 25): {"party:national"},
        date(2017, 10, 26): {"party:labour", "party:nzfirst"},
        date(2020, 11, 5): {"party:labour", "party:nzfirst"},
        date(2020, 11, 6): {"party:labour"},
        date(2023, 11, 26): {"party:labour"},
        date(2023, 11, 27): {"party:national", "party:act", "party:nzfirst"},
        date(2026, 11, 24): {"party:national", "party:act", "party:nzfirst"},
    }
    assert {day: set(government_on(nz, day)) for day in changes} == changes


def tables_with_sources(nz):
    frames = (nz.parties, nz.people, nz.offices, nz.accounts, nz.seats, nz.elections)
    return (*frames, nz.governments, nz.organisations)


def test_every_row_says_its_source_and_every_source_is_explained(nz):
    for frame in tables_with_sources(nz):
        assert (frame["source"] != "").all()
        assert (frame["as_at"] != "").all()
    named = pd.concat([frame["source"] for frame in tables_with_sources(nz)])
    assert set(named.str.split("+").explode()) == set(nz.sources["key"])
    assert (nz.sources["what"].str.len() > 20).all()


def test_no_row_rests_on_general_knowledge_or_on_a_rule_alone(nz):
    assert not nz.sources["what"].str.contains("general knowledge", case=False).any()
    for frame in tables_with_sources(nz):
        keys = frame["source"].str.split("+")
        assert [row for row in keys if set(row) <= DERIVED] == []


def test_elections_governments_and_seats_say_where_to_look_it_up(nz):
    for frame in (nz.elections, nz.governments, nz.seats):
        assert frame["evidence_url"].str.startswith("http").all()


def test_every_election_period_is_known_and_ends_the_day_before_polling_day(nz):
    periods = nz.elections.drop_duplicates("election").set_index("election")
    known = periods[["period_from", "period_to"]].to_dict("index")
    assert {id: tuple(days.values()) for id, days in known.items()} == {  # noqa: A001
        "2017": ("2017-06-23", "2017-09-22"),
        "2020": ("2020-08-18", "2020-10-16"),
        "2023": ("2023-07-14", "2023-10-13"),
        "2026": ("2026-08-07", "2026-11-06"),
    }
    gap = pd.to_datetime(periods["polling_day"]) - pd.to_datetime(periods["period_to"])
    assert (gap == pd.Timedelta(days=1)).all()


def test_rejected_handles_stay_rejected(nz):
    rejected = set(nz.rejected["platform"] + " " + handle_key(nz.rejected["handle"]))
    known = set(nz.accounts["platform"] + " " + handle_key(nz.accounts["handle"]))
    assert len(rejected) == 17
    assert not rejected & known


def test_no_leanings_and_no_private_people(nz):
    columns = {
        column for frame in vars(nz).values() if hasattr(frame, "columns") for column in frame
    }
    assert not {column for column in columns if "left" in column or "lean" in column}
    assert set(nz.people["actor"]) == set(nz.offices["actor"])


def test_the_last_election_has_no_result_and_the_pack_says_so(nz):
    (election,) = election_in(nz, date(2026, 10, 1), date(2026, 12, 31))
    assert (election.polling_day, election.result_known) == (date(2026, 11, 7), False)
    assert "7 November 2026 is not in this pack" in nz.note
    assert max(nz.offices.loc[nz.offices["role"] == "member", "to"]) == "2026-11-07"


def test_votes_and_seats_of_the_last_result(nz):
    result = nz.elections[nz.elections["election"] == "2023"].set_index("party")
    assert result.loc["party:national", ["votes", "seats"]].tolist() == ["1085851", "48"]
    assert result["seats"].astype(int).sum() == 122


def test_the_coverage_of_x_accounts_is_as_uneven_as_it_is(nz):
    lines = register_coverage(nz, date(2026, 6, 13))
    x = {line.party: (line.known, line.members) for line in lines if line.platform == "x"}
    assert x == {
        "party:national": (22, 48),
        "party:labour": (28, 34),
        "party:green": (5, 15),
        "party:act": (4, 11),
        "party:nzfirst": (4, 8),
        "party:tpm": (2, 4),
        "party:independent": (0, 2),
    }
    assert all(line.known == 0 for line in lines if line.platform in {"mastodon", "threads"})


def test_parties_carry_their_names_with_macrons(nz):
    parties = {party.id: party for party in parties_of(nz, date(2026, 6, 13))}
    assert parties["party:tpm"].short == "Te Pāti Māori"
    assert parties["party:national"].name_mi == "Rōpū Nāhinara o Aotearoa"
    assert parties["party:act"].government
    assert not parties["party:labour"].government


def test_the_prime_minister_is_a_member_with_a_portfolio_and_then_outgoing(nz):
    asked = pd.DataFrame(
        {
            "actor": "per:christopher-luxon",
            "day": pd.to_datetime(["2019-05-01", "2024-05-01", "2026-11-24"]),
        }
    )
    answers = offices_on(nz, asked)
    assert answers["role"].tolist() == ["", "member", "minister"]
    assert answers["office"][1].startswith("Prime Minister; National Security")
    assert "Outgoing member for Botany" in answers["office"][2]
