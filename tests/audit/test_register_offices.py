"""What office a person holds on a day: one answer for every day, the same in any order of rows."""

import dataclasses
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.register import load
from audit.register.coverage import register_coverage
from audit.register.offices import ANSWER, members_on, offices_on
from audit.register.spells import first_day, last_day, not_a_date
from tests.audit.small_pack import ROWS, SOURCED, write_pack


@pytest.fixture(scope="module")
def tahi(tmp_path_factory):
    folder = tmp_path_factory.mktemp("register")
    write_pack(folder / "tahi")
    return load("tahi", folder)


def on(register, *asked):
    frame = pd.DataFrame(asked, columns=["actor", "day"])
    answers = offices_on(register, frame.assign(day=pd.to_datetime(frame["day"])))
    return [tuple(row) for row in answers.to_numpy()]


@pytest.mark.parametrize(
    ("actor", "day", "answer"),
    [
        ("aroha", "2020-10-17", ("", "", "")),
        ("aroha", "2020-10-18", ("party:kauri", "member", "Member from a party list")),
        ("aroha", "2023-10-15", ("party:kauri", "member", "Member for Tahi North")),
        (
            "aroha",
            "2024-02-01",
            ("party:kauri", "member", "Minister: Finance; Member for Tahi North"),
        ),
        (
            "aroha",
            "2025-06-30",
            ("party:kauri", "member", "Minister: Finance, Tourism; Member for Tahi North"),
        ),
        (
            "aroha",
            "2026-11-08",
            ("party:kauri", "minister", "Minister: Finance; Outgoing member for Tahi North"),
        ),
        ("aroha", "2027-06-01", ("party:kauri", "minister", "Minister: Finance")),
        ("bill", "2025-03-04", ("party:rimu", "member", "Member from a party list")),
        ("bill", "2025-03-05", ("party:independent", "member", "Member from a party list")),
        (
            "bill",
            "2026-11-08",
            ("party:independent", "outgoing member", "Outgoing member from a party list"),
        ),
        ("bill", "2027-06-01", ("", "former member", "")),
        ("bill", "2020-01-01", ("", "", "")),
        ("caro", "2023-09-14", ("", "", "")),
        ("caro", "2023-11-02", ("party:rimu", "candidate", "Candidate for Tahi South")),
        ("caro", "2023-11-03", ("", "", "")),  # declared: a private person again
        ("dan", "2026-11-24", ("party:nikau", "candidate", "Candidate for Tahi East")),
        ("dan", "2027-03-01", ("", "", "")),  # no result was ever loaded: the label lapses
        ("mere", "2022-10-01", ("", "mayor", "Mayor of Tahi City")),
        ("mere", "2025-10-31", ("", "mayor", "Mayor of Tahi City")),
        ("mere", "2025-11-01", ("", "", "")),
        ("nobody", "2025-11-01", ("", "", "")),
    ],
)
def test_the_office_of_a_day(tahi, actor, day, answer):
    assert on(tahi, (f"per:{actor}-example", day)) == [answer]


def test_the_answer_keeps_the_index_and_order_of_the_question(tahi):
    asked = pd.DataFrame(
        {
            "actor": ["per:bill-example", "per:aroha-example", "per:bill-example"],
            "day": pd.to_datetime(["2025-03-05", "2024-01-01", "2025-03-04"]),
        },
        index=[7, 3, 5],
    )
    answers = offices_on(tahi, asked)
    assert answers.index.tolist() == [7, 3, 5]
    assert answers["party"].tolist() == ["party:independent", "party:kauri", "party:rimu"]


def test_no_question_gives_no_answer(tahi):
    empty = pd.DataFrame({"actor": pd.Series([], dtype="str"), "day": pd.to_datetime([])})
    assert offices_on(tahi, empty).empty


def test_who_is_elected_at_the_end_is_a_member_and_no_candidate(tmp_path):
    rows = [*ROWS["offices"], f"per:caro-example,member,party:rimu,List,,2023-10-15,,{SOURCED}"]
    write_pack(tmp_path / "tahi", offices=rows)
    register = load("tahi", tmp_path)
    assert on(register, ("per:caro-example", "2023-12-01"))[0][1] == "member"
    assert on(register, ("per:caro-example", "2023-10-20"))[0] == (
        "party:rimu",
        "member",
        "Member from a party list; Candidate for Tahi South",
    )


def test_of_two_spells_that_inexact_dates_make_overlap_the_later_one_counts(tmp_path):
    rows = [
        f"per:bill-example,member,party:independent,List,,2025,,{SOURCED}",
        f"per:bill-example,member,party:rimu,List,,2023,2025,{SOURCED}",
    ]
    write_pack(tmp_path / "tahi", offices=rows)
    register = load("tahi", tmp_path)
    assert on(register, ("per:bill-example", "2025-06-01"))[0][0] == "party:independent"
    assert on(register, ("per:bill-example", "2024-12-31"))[0][0] == "party:rimu"


def test_the_members_of_a_day_are_the_outgoing_ones_until_the_result(tahi):
    assert members_on(tahi, date(2025, 3, 5)).to_numpy().tolist() == [
        ["per:aroha-example", "party:kauri"],
        ["per:bill-example", "party:independent"],
    ]
    assert len(members_on(tahi, date(2026, 11, 24))) == 2
    assert members_on(tahi, date(2027, 6, 1)).empty


def test_coverage_counts_only_accounts_that_can_match_on_that_day(tmp_path):
    rows = [
        f"per:aroha-example,x,old_aroha,,,,,older_or_second_account,{SOURCED}",
        f"per:bill-example,x,bill_example,,,,2025-01-31,last_known,{SOURCED}",
        f"per:bill-example,bluesky,bill.example,,,,,current,{SOURCED}",
    ]
    write_pack(tmp_path / "tahi", accounts=rows)
    register = load("tahi", tmp_path)

    def known(day):
        lines = register_coverage(register, day)
        return {(line.party, line.platform): line.known for line in lines if line.known}

    assert known(date(2025, 2, 1)) == {("party:rimu", "bluesky"): 1}
    assert known(date(2025, 1, 31)) == {("party:rimu", "bluesky"): 1, ("party:rimu", "x"): 1}


DAYS = st.dates(date(2017, 1, 1), date(2027, 12, 31))
BREAKS = st.lists(DAYS, min_size=2, max_size=5, unique=True).map(sorted)


@st.composite
def spells_in_a_row(draw):
    breaks = draw(BREAKS)
    parties = draw(st.lists(st.sampled_from(["party:kauri", "party:rimu"]), min_size=4, max_size=4))
    return [
        (start, end - timedelta(days=1), party)
        for start, end, party in zip(breaks, breaks[1:], parties, strict=False)
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    spells=spells_in_a_row(), days=st.lists(DAYS, min_size=1, max_size=8), seed=st.integers(0, 99)
)
def test_every_day_has_one_answer_whatever_the_order_of_rows(tahi, spells, days, seed):
    rows = pd.DataFrame(
        [
            {"role": "member", "party": party, "electorate": f"Seat {number}", "portfolio": ""}
            | {"starts": pd.Timestamp(start), "ends": pd.Timestamp(end)}
            for number, (start, end, party) in enumerate(spells)
        ]
    ).assign(actor="per:bill-example")
    rows = rows.assign(starts=rows["starts"].dt.as_unit("us"), ends=rows["ends"].dt.as_unit("us"))
    asked = [("per:bill-example", day) for day in days]
    answers = on(dataclasses.replace(tahi, offices=rows), *asked)
    shuffled = rows.sample(frac=1, random_state=seed)
    assert on(dataclasses.replace(tahi, offices=shuffled), *asked) == answers
    for day, (party, role, _) in zip(days, answers, strict=True):
        held = [party for start, end, party in spells if start <= day <= end]
        assert [party for _ in range(role == "member")] == held
        assert len(held) <= 1


@given(day=DAYS)
def test_partial_dates_mean_the_first_and_last_day_they_can(day):
    written = pd.Series([f"{day.year}", f"{day:%Y-%m}", f"{day}", "", "soon", "2023-02-29"])
    first, last = first_day(written), last_day(written)
    assert (first[:3] <= pd.Timestamp(day)).all()
    assert (last[:3] >= pd.Timestamp(day)).all()
    assert (last[:2] + pd.Timedelta(days=1)).dt.day.eq(1).all()
    assert last[0] + pd.Timedelta(days=1) == pd.Timestamp(day.year + 1, 1, 1)
    assert first[2] == last[2] == pd.Timestamp(day)
    assert first[3:].isna().all()
    assert not_a_date(written).tolist() == [False] * 4 + [True] * 2


def test_the_answer_has_three_columns(tahi):
    asked = pd.DataFrame({"actor": ["per:x"], "day": [pd.Timestamp("2024-01-01")]})
    assert tuple(offices_on(tahi, asked)) == ANSWER
