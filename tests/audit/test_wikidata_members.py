"""A seat that Wikidata states becomes a claim about an office, which says what it lacks."""

import pytest

from audit.update.offices import office_differences
from audit.update.owners import known_owners
from tests.audit.wikidata_source import (
    AROHA,
    BILL,
    DAN,
    ITEMS,
    KAURI,
    LIST,
    NOBODYS,
    NORTH,
    RIMU,
    SINCE,
    SOUTH,
    TERM,
    cells,
    graph_of_tahi,
    said,
    tables_of,
)
from tests.servers.wikidata import HOUSE, SEAT, UNKNOWN, Day

SPELL = ("party", "electorate", "from", "to")


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return tables_of(tmp_path_factory.mktemp("pack"))


def seats(graph, tables, item=AROHA, **more):
    return [one for one in said(graph, tables, **more).offices if one.owner["wikidata"] == item]


def with_seat(**qualifiers):
    graph = graph_of_tahi()
    graph.politician(AROHA, KAURI, en="Aroha Example")
    graph.seat(AROHA, **{"P580": SINCE, "P768": NORTH, "P4100": KAURI} | qualifiers)
    return graph


def test_a_seat_is_said_with_its_source_its_page_and_the_day_of_asking(tables):
    (one,) = seats(with_seat(), tables)
    assert one.owner == {"actor": "", "name": "Aroha Example", "wikidata": AROHA}
    assert one.cells == {
        "role": "member",
        "party": "party:kauri",
        "electorate": "Tahi North",
        "portfolio": "",
        "from": "2023-10-15",
        "to": "",
        "source": "WIKIDATA",
        "evidence_url": f"https://www.wikidata.org/wiki/{AROHA}",
        "as_at": "2026-06-20",
    }
    assert (one.where, one.problem) == (f"Wikidata, {AROHA}", "")


@pytest.mark.parametrize(
    ("qualifiers", "first", "last"),
    [
        ({"P582": Day("2026-03-31")}, "2023-10-15", "2026-03-31"),
        ({"P580": Day("2023-10"), "P582": Day("2026")}, "2023-10", "2026"),
        ({"P580": Day("2023")}, "2023", ""),
    ],
)
def test_days_are_as_exact_as_wikidata_knows_them(tables, qualifiers, first, last):
    (one,) = seats(with_seat(**qualifiers), tables)
    assert cells(one, "from", "to") == (first, last)
    assert one.problem == ""


@pytest.mark.parametrize(
    ("qualifiers", "problem"),
    [
        ({"P582": UNKNOWN}, "Wikidata says that this seat was given up, but not when."),
        ({"P580": UNKNOWN}, "Wikidata gives no first day of this seat."),
        (
            {"P580": [], "P2937": TERM},
            "Wikidata names the 4th Parliament of Tahi but no first day of this seat.",
        ),
        ({"P580": [SINCE, Day("2024-02-01")]}, "Wikidata gives 2 first days."),
        (
            {"P768": [NORTH, SOUTH]},
            "Wikidata gives 2 electorates: Tahi North and Tahi ki te Tonga.",
        ),
        ({"P768": "Q99"}, "Wikidata has no name for the electorate Q99."),
    ],
)
def test_what_a_seat_lacks_is_said(tables, qualifiers, problem):
    (one,) = seats(with_seat(**qualifiers), tables)
    assert one.problem == problem


def test_a_seat_without_last_day_is_not_open_when_its_term_or_the_person_is_over(tables):
    graph = with_seat(P2937=TERM)
    graph.state(TERM, "P582", Day("2026-05-01"))
    (one,) = seats(graph, tables)
    assert one.problem == (
        "Wikidata gives no last day, though its 4th Parliament of Tahi was over on 2026-05-01."
    )
    graph.state(AROHA, "P570", Day("2026-04-02"))
    (one,) = seats(graph, tables)
    assert one.problem == "Wikidata gives no last day, though a death on 2026-04-02."


def test_seats_given_up_long_ago_and_deprecated_statements_are_left_out(tables):
    graph = with_seat()
    graph.seat(AROHA, P580=Day("2017-09-23"), P582=Day("2020-10-16"), P4100=KAURI)
    graph.seat(AROHA, P580=Day("2011"), P582=Day("2014"), P4100=KAURI)
    graph.state(AROHA, SEAT, HOUSE, "Deprecated", P580=Day("2022"), P4100=RIMU)
    graph.item("Q300", en="Old Example")
    graph.seat("Q300")
    graph.state("Q300", "P570", Day("1931"))
    assert [cells(one, "from") for one in seats(graph, tables)] == [("2023-10-15",)]
    assert seats(graph, tables, "Q300") == []
    assert "Q300" not in {one.owner["wikidata"] for one in said(graph, tables).people}


def test_an_undated_seat_of_a_term_long_over_is_left_out(tables):
    graph = with_seat()
    graph.item("Q61", en="2nd Parliament of Tahi")
    graph.state("Q61", "P582", Day("2017-08-17"))
    graph.seat(AROHA, P2937="Q61", P4100=KAURI)
    assert [cells(one, "from") for one in seats(graph, tables)] == [("2023-10-15",)]


def new_seat(tables, district, items=ITEMS, **more):
    graph = graph_of_tahi()
    graph.item("Q150", en="New Example")
    graph.seat("Q150", **{"P580": SINCE, "P768": district, "P4100": KAURI} | more)
    (one,) = seats(graph, tables, "Q150", items=items)
    return one


@pytest.mark.parametrize(
    ("district", "place"), [([], "List"), (LIST, "List"), (SOUTH, "Tahi ki te Tonga")]
)
def test_a_seat_without_district_is_what_the_pack_says(tables, district, place):
    assert new_seat(tables, district).cells["electorate"] == place


def test_wikidatas_silence_takes_no_electorate_from_a_seat_that_the_register_has(tables):
    (one,) = seats(with_seat(P768=[]), tables)
    assert one.cells["electorate"] == ""
    (one,) = seats(with_seat(P768=LIST), tables)
    assert one.cells["electorate"] == "List"
    (one,) = seats(with_seat(P768=[], P580=Day("2026-11-07")), tables)
    assert one.cells["electorate"] == "List"


def test_without_the_packs_word_for_it_a_missing_district_says_nothing(tables):
    items = ITEMS.__class__(ITEMS.membership, ITEMS.since, parties=ITEMS.parties)
    one = new_seat(tables, [], items)
    assert (one.cells["electorate"], one.problem) == ("", "")


def test_a_label_in_brackets_is_the_electorate_alone(tables):
    graph = with_seat(P768="Q54")
    graph.item("Q54", en="Tahi East (electorate)")
    assert seats(graph, tables)[0].cells["electorate"] == "Tahi East"


def party_said(tables, *memberships, **seat):
    graph = graph_of_tahi()
    graph.item(AROHA, en="Aroha Example")
    graph.item("Q70", en="Mataī")
    graph.seat(AROHA, **{"P580": SINCE} | seat)
    for party, qualifiers in memberships:
        graph.state(AROHA, "P102", party, **qualifiers)
    (one,) = seats(graph, tables)
    return one.cells["party"], one.problem


def test_the_party_is_that_of_the_group_or_else_the_one_belonged_to_at_the_time(tables):
    assert party_said(tables, (RIMU, {}), P4100=KAURI) == ("party:kauri", "")
    assert party_said(tables, (RIMU, {}), P4100="Q70") == ("party:rimu", "")
    assert party_said(tables, (NOBODYS, {})) == ("party:independent", "")
    wrong = (RIMU, {"rank": "Deprecated"})
    assert party_said(tables, wrong, (KAURI, {})) == ("party:kauri", "")
    earlier = (RIMU, {"P582": Day("2023-01")})
    assert party_said(tables, earlier, (KAURI, {"P580": Day("2023-02")})) == ("party:kauri", "")
    over = (RIMU, {"P582": UNKNOWN})
    assert party_said(tables, over, (KAURI, {})) == ("party:kauri", "")
    later = (RIMU, {"P580": Day("2026-05")})
    assert party_said(tables, (KAURI, {}), later, P582=Day("2026-03")) == ("party:kauri", "")


def test_a_party_that_cannot_be_told_is_said(tables):
    assert party_said(tables) == ("", "")
    assert party_said(tables, (RIMU, {}), (KAURI, {})) == (
        "",
        "Wikidata gives more than one party for that time: party:kauri and party:rimu.",
    )
    assert party_said(tables, ("Q70", {})) == (
        "",
        "The party that Wikidata gives is not in [wikidata] of pack.toml: Mataī (Q70).",
    )


def test_a_sitting_member_without_a_seat_there_is_named_and_has_not_vanished(tables):
    graph = with_seat()
    graph.item(BILL, en="Bill Example")
    graph.seat(BILL, P580=Day("2017"), P582=Day("2021"), P4100=RIMU)
    ended, missing = seats(graph, tables, BILL)
    assert (ended.cells["to"], ended.problem) == ("2021", "")
    assert missing.owner["actor"] == "per:bill-example"
    assert missing.problem == (
        "Wikidata, which is never complete, states no seat of theirs on 2026-06-20."
    )
    found = office_differences(
        (missing,), tables.frames, known_owners(tables.frames), complete_members=False
    )
    assert [(one.kind, one.actor, one.rows) for one in found] == [
        ("unusable", "per:bill-example", ())
    ]


def test_politicians_without_a_seat_are_told_by_party_and_not_proposed(tables):
    graph = with_seat()
    for number in range(200, 223):
        graph.politician(f"Q{number}", RIMU, en=f"Hopeful {number}")
    graph.politician(DAN, RIMU, en="Dan Example")
    graph.politician("Q230", KAURI, mi="Hōri Tauira")
    graph.politician("Q231", KAURI, en="Late Example")
    graph.state("Q231", "P570", Day("2025"))
    graph.item("Q232", en="No Politician")
    graph.state("Q232", "P102", KAURI)
    graph.politician("Q233", "Q1000", en="Gone Example")
    graph.state("Q233", "P102", KAURI, P582=Day("2020"))
    graph.state("Q233", "P102", KAURI, "Deprecated")
    graph.politician("Q234", KAURI, en="Former Example")
    graph.seat("Q234", P580=Day("2011"), P582=Day("2014"))
    told = said(graph, tables)
    assert {one.owner["name"] for one in told.people} == {"Aroha Example", "Dan Example"}
    by_party = {one.owner["actor"]: one.problem for one in told.offices if one.where == "Wikidata"}
    assert set(by_party) == {"party:kauri", "party:rimu"}
    assert by_party["party:kauri"] == (
        "Wikidata states no seat of Hōri Tauira, and the register has none of them. Do they sit?"
    )
    assert "Hopeful 219 and 3 more" in by_party["party:rimu"].replace("and Hopeful", "Hopeful")
    assert "Dan Example" not in by_party["party:rimu"]


def test_a_new_member_is_proposed_with_the_seat(tables):
    graph = with_seat()
    graph.politician("Q240", RIMU, mi="Rangi Tauira")
    graph.seat("Q240", P580=Day("2025-03-06"), P768=SOUTH)
    claims = said(graph, tables).offices
    known = known_owners(tables.frames)
    found = office_differences(claims, tables.frames, known, complete_members=False)
    new = [one for one in found if one.kind == "new"]
    assert [(one.table, one.actor) for one in new] == [
        ("people", "per:rangi-tauira"),
        ("offices", "per:rangi-tauira"),
    ]
    assert new[0].rows[0][:4] == ("per:rangi-tauira", "Rangi Tauira", "", "Q240")
    assert new[1].rows[0][:6] == (
        *("per:rangi-tauira", "member", "party:rimu"),
        *("Tahi ki te Tonga", "", "2025-03-06"),
    )
