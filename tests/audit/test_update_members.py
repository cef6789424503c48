"""A whole list of members: who is matched by name, who vanished, and a House newly elected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.register import read, register_of
from audit.register.integrity import integrity_problems
from audit.register.offices import members_on
from audit.review.difference import SURE
from tests.audit.office_source import WHEN, accepted, differences, laid, said
from tests.audit.small_pack import ROWS, SOURCED, write_pack
from tests.audit.source_rows import tables_of

HEADING = "Surname, Firstname|Party|Electorate\n"
HOUSE = "Example, Rt Hon Aroha|Kauri Party|Tahi North\nExample, Bill|Independent|List"


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return tables_of(tmp_path_factory.mktemp("pack"))


def listed(rows, as_at="2026-06-30"):
    return said(HEADING + rows, as_at, complete=True)


def test_a_list_that_the_register_agrees_with_is_no_difference(tables):
    assert differences(tables, listed(HOUSE)) == ()


def test_a_member_who_is_not_in_a_complete_list_vanished(tables):
    (one,) = differences(tables, listed(HOUSE.splitlines()[0]))
    assert (one.kind, one.actor, one.party) == ("vanished", "per:bill-example", "Independent")
    assert one.rows[0][6] == "2026-06-30"


def test_nobody_vanished_from_a_list_that_is_not_complete(tables):
    assert differences(tables, said(HEADING + HOUSE.splitlines()[0])) == ()


def test_a_member_whose_party_is_not_known_has_not_vanished(tables):
    found = differences(tables, listed(HOUSE.replace("Independent", "Beech")))
    assert [one.kind for one in found] == ["unusable"]


def test_nobody_vanished_from_a_list_of_which_nothing_can_be_used(tables):
    found = differences(tables, listed("Example, Aroha|Beech|Tahi North"))
    assert [one.kind for one in found] == ["unusable"]


def test_a_vanished_member_who_is_accepted_is_gone(tmp_path):
    write_pack(tmp_path / "tahi")
    source = listed(HOUSE.splitlines()[0])
    after = accepted(tmp_path, differences(read("tahi", tmp_path), source), ("vanished",))
    assert differences(after, source) == ()


@pytest.mark.parametrize(
    ("row", "kind", "why"),
    [
        ("Example, Bill|Rimu|List", "changed", "has them as member of the same party."),
        ("Example, Caro|Rimu|List", "new", "has them as candidate of the same party."),
        ("Example, Aroha|Rimu|Tahi North", "changed", "has them as member for the same place."),
        ("Example, Aroha|Rimu|List", "doubtful", "Matched by name alone: is it them?"),
        ("Example, Mere|Kauri|List", "doubtful", "Matched by name alone: is it them?"),
    ],
)
def test_a_name_is_sure_with_a_party_or_an_electorate(tables, row, kind, why):
    (one,) = differences(tables, said(HEADING + row, "2026-06-30"))
    assert one.kind == kind
    assert why in one.why


def test_a_party_of_long_ago_makes_no_name_sure(tmp_path):
    offices = [f"per:aroha-example,member,party:kauri,List,,2011,2014-09-20,{SOURCED}"]
    write_pack(tmp_path / "tahi", offices=offices)
    (one,) = differences(read("tahi", tmp_path), said(HEADING + "Example, Aroha|Kauri|List"))
    assert (one.kind, one.why[:28]) == ("doubtful", "Matched by name alone: is it")


def test_a_new_spell_begins_after_the_one_before_it(tables):
    source = said(HEADING + "Example, Bill|Rimu|List", "2026-11-24")
    (one,) = differences(tables, source, from_day="2026-11-01")
    assert (one.kind, one.rows[0][5]) == ("new", "2026-11-08")


def test_a_name_that_two_have_is_matched_by_party(tmp_path):
    people = [*ROWS["people"], f"per:aroha-2,Aroha Example,,,{SOURCED}"]
    write_pack(tmp_path / "tahi", people=people)
    tables = read("tahi", tmp_path)
    assert differences(tables, said(HEADING + HOUSE)) == ()
    (one,) = differences(tables, said(HEADING + "Example, Aroha|Rimu|List"))
    assert one.kind == "unusable"
    assert "per:aroha-example and per:aroha-2" in one.why


def test_someone_of_the_same_surname_and_party_is_asked_about(tables):
    found = differences(tables, said(HEADING + "Example, Caroline|Rimu|List"))
    assert [(one.table, one.kind) for one in found] == [
        ("people", "doubtful"),
        ("offices", "doubtful"),
    ]
    assert "Caro Example (per:caro-example) of the same party: is it nobody" in found[0].why
    both = f"{HEADING}Example, Caroline|Rimu|List\nExample, Bill|Rimu|List\nExample, Caro|Rimu|List"
    assert {one.kind for one in differences(tables, said(both))} == {"new", "changed"}


def test_a_house_newly_elected_sits_from_the_day_after_polling_day(tmp_path):
    write_pack(tmp_path / "tahi")
    rows = "Example, Aroha|Kauri|List\nExample, Dan|Nīkau Party|Tahi East\nTāne, Hera|Rimu|List"
    source = listed(rows, "2026-11-24")
    found = differences(read("tahi", tmp_path), source)
    assert [(one.table, one.kind, one.party) for one in found] == [
        ("people", "new", "Rimu"),
        ("offices", "new", "Kauri"),
        ("offices", "new", "Nīkau"),
        ("offices", "new", "Rimu"),
    ]
    after = accepted(tmp_path, found)
    register = register_of(after)
    sitting = dict(members_on(register, WHEN.date()).to_numpy())
    assert sitting["per:hera-tane"] == "party:rimu"
    assert sitting["per:bill-example"] == "party:independent"  # outgoing: no result is loaded
    own = after.frames["offices"][after.frames["offices"]["file"] == "ours/offices.csv"]
    assert {*own["from"]} == {"2026-11-08"}
    assert differences(after, source) == ()
    assert not [one for one in integrity_problems(after, register) if "same time" in one]


def test_a_house_that_is_loaded_changes_on_the_day_of_the_list(tmp_path):
    write_pack(tmp_path / "tahi")
    first = listed("Example, Aroha|Kauri|Tahi North\nExample, Caro|Rimu|List", "2026-11-24")
    after = accepted(tmp_path, differences(read("tahi", tmp_path), first))
    rows = "Example, Aroha|Independent|Tahi North\nTāne, Hera|Rimu|List"
    found = differences(after, listed(rows, "2026-12-10"))
    assert [(one.kind, one.actor, [row[5:7] for row in one.rows]) for one in found[1:]] == [
        ("changed", "per:aroha-example", [("2026-11-08", "2026-12-09"), ("2026-12-10", "")]),
        ("new", "per:hera-tane", [("2026-12-10", "")]),
        ("vanished", "per:caro-example", [("2026-11-08", "2026-12-10")]),
    ]


NAMES = [
    "Example, Aroha",
    "Example, Bill",
    "Example, Hon Caro",
    "Example, Dan",
    "Mere Example",
    "Tāne, Dame Hera",
    "Dr Ngaio Reed",
]
ROSTER = st.lists(
    st.builds(
        "|".join,
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(["Kauri", "The Rimu Party", "Nikau", "Independent", "Beech"]),
            st.sampled_from(["List", "Tahi North", "TAHI SOUTH", "Tahi West"]),
            st.sampled_from(["", "", "2023-10-14", "2025-03-05", "2026-11-07", "2026-11-20"]),
            st.sampled_from(["", "", "", "2025-06-30", "2026-11-22"]),
        ),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row.split("|")[0],
)
DAYS = st.sampled_from(["2024-05-01", "2026-06-01", "2026-06-30", "2026-11-24"])
ALL = (*SURE, "doubtful", "vanished")


@given(rows=ROSTER, day=DAYS, complete=st.booleans(), kinds=st.sampled_from([SURE, ALL]))
def test_what_was_accepted_differs_no_more(tables, rows, day, complete, kinds):
    source = said("\n".join(["name|party|electorate|from|to", *rows]), day, complete=complete)
    found = [one for one in differences(tables, source) if one.kind in kinds]
    after, problems = laid(tables, found)
    assert problems == []
    assert [one for one in differences(after, source) if one.kind in kinds] == []
    overlapping = integrity_problems(after, register_of(after))
    assert [one for one in overlapping if "at the same time" in one] == []
