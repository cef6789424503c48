"""Each office of a source is new, changed, ended, doubtful or in conflict, or says nothing new."""

import pytest

from audit.register import read
from connectors.errors import ConfigError
from tests.audit.office_source import accepted, differences, said
from tests.audit.small_pack import ROWS, SOURCED, write_pack
from tests.audit.source_rows import tables_of

HEADING = "actor|name|role|party|electorate|portfolio|from|to\n"


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return tables_of(tmp_path_factory.mktemp("pack"))


def only(tables, row, as_at="2026-06-30", **options):
    (one,) = differences(tables, said(HEADING + row, as_at), **options)
    return one


def spells(one):
    return [(row[2].removeprefix("party:"), row[3] or row[4], row[5], row[6]) for row in one.rows]


@pytest.mark.parametrize(
    "row",
    [
        "per:aroha-example||member|Kauri|Tahi North|||",
        "per:aroha-example||MP|The Kauri Party|TAHI NORTH||2023-10-15|",
        "per:aroha-example||member|party:kauri|||2023|2026",
        "per:aroha-example||member|Rōpū Kauri|Tahi North||2023-10-14|2026-10-01",
        "per:bill-example||list mp|Rimu|||2023-11|2025-03-04",
        "per:aroha-example||minister|||Finance|2023-11-27|",
        "per:bill-example||member|Independent - no party|List|||",
        "per:caro-example||candidate|Rimu Party|Tahi South||2023-09-15|",
    ],
)
def test_what_the_register_has_is_no_difference(tables, row):
    assert differences(tables, said(HEADING + row)) == ()


@pytest.mark.parametrize(
    ("row", "kind", "written"),
    [
        (
            "per:aroha-example||member|Rimu|Tahi North||2026-06-10|",
            "changed",
            [
                ("kauri", "Tahi North", "2023-10-15", "2026-06-09"),
                ("rimu", "Tahi North", "2026-06-10", "2026-11-07"),
            ],
        ),
        (
            "per:aroha-example||member|Independent|Tahi North|||",
            "changed",
            [
                ("kauri", "Tahi North", "2023-10-15", "2026-06-29"),
                ("independent", "Tahi North", "2026-06-30", "2026-11-07"),
            ],
        ),
        (
            "per:aroha-example||member|Kauri|Tahi South||2026-06-10|",
            "changed",
            [
                ("kauri", "Tahi North", "2023-10-15", "2026-06-09"),
                ("kauri", "Tahi South", "2026-06-10", "2026-11-07"),
            ],
        ),
        (
            "per:aroha-example||minister|Kauri||Finance||2026-06-20",
            "ended",
            [("kauri", "Finance", "2023-11-27", "2026-06-20")],
        ),
        (
            "per:aroha-example||member|Kauri|Tahi North|||2026-06-20",
            "changed",
            [("kauri", "Tahi North", "2023-10-15", "2026-06-20")],
        ),
        (
            "per:aroha-example||minister|Kauri||Health|2026-06-01|",
            "new",
            [("kauri", "Health", "2026-06-01", "")],
        ),
        (
            "per:aroha-example||minister|Kauri||Finance|2023-11-01|",
            "changed",
            [("kauri", "Finance", "2023-11-01", "2023-11-26")],
        ),
        (
            "per:caro-example||member|Rimu|List|||",
            "new",
            [("rimu", "List", "2026-06-30", "")],
        ),
        (
            "per:mere-example||Mayor||Tahi City||2025-11-01|",
            "new",
            [("", "Tahi City", "2025-11-01", "")],
        ),
        (
            "per:aroha-example||member|Rimu|Tahi North||2023-10-15|",
            "conflicting",
            [("rimu", "Tahi North", "2023-10-15", "2026-11-07")],
        ),
        ("per:aroha-example||member|Kauri|Tahi South||2023-10-15|", "conflicting", []),
        ("per:aroha-example||minister|||Finance|2024-02-01|", "conflicting", []),
        (
            "per:aroha-example||member|Kauri|List||2017-09-24|2020-10-17",
            "new",
            [("kauri", "List", "2017-09-24", "2020-10-17")],
        ),
    ],
)
def test_an_office_is_of_one_kind(tables, row, kind, written):
    one = only(tables, row)
    assert (one.kind, spells(one)) == (kind, written)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("per:aroha-example||member|Beech|List|||", "'Beech' is no party of the register. It has"),
        ("per:aroha-example||member|Rimu|List||2026-02-01|2026-01-01", "It ends (2026-01-01) bef"),
        ("|Nobody At All|member|||||", "It does not say for which party."),
        ("per:dan-example||member||List|||", "It does not say for which party."),
        ("per:mere-example||candidate|Rimu|Tahi East|||", "A candidate needs the day from which"),
        ("per:aroha-example||king||Tahi North|||", "role 'king' is not one of member, minister"),
        ("party:kauri||member|Kauri|List|||", "party:kauri is not a person."),
        ("|The Rimu Party|member|Rimu|List|||", "party:rimu is not a person."),
        ("per:aroha-example||member|Rimu|List||2026-13|", "from '2026-13' is not a date"),
    ],
)
def test_what_cannot_be_used_says_why(tables, row, why):
    found = differences(tables, said(HEADING + row))
    one = next(one for one in found if one.table == "offices")
    assert one.kind == "unusable"
    assert why in one.why
    assert one.rows == ()


def test_a_row_without_a_day_cannot_be_used(tables):
    rows = "name|party|electorate|as at\nAroha Example|Kauri|List|"
    (one,) = differences(tables, said(rows, as_at=""))
    assert one.kind == "unusable"
    assert one.why.endswith("It does not say as of when it stands.")


def test_an_older_source_is_a_conflict(tables):
    one = only(tables, "per:aroha-example||member|Rimu|Tahi North|||", "2026-01-31")
    assert one.kind == "conflicting"
    assert "The source is the older one." in one.why
    assert "LIST" in "".join(one.rows[0])


def test_a_spell_before_one_that_the_register_has_ends_there(tables):
    row = "per:mere-example||mayor||Tahi City|||"
    one = only(tables, row, "2022-01-01")
    assert (one.kind, spells(one)) == ("doubtful", [("", "Tahi City", "2022-01-01", "2022-09-30")])


def test_a_member_of_the_new_house_has_a_new_spell(tables):
    one = only(tables, "per:aroha-example||member|Kauri|Tahi North|||", "2026-11-24")
    assert (one.kind, spells(one)) == ("new", [("kauri", "Tahi North", "2026-11-24", "")])
    assert "its own day" in one.why
    row = "per:aroha-example||member|Kauri|Tahi North||2026-11-07|"
    assert spells(only(tables, row, "2026-11-24"))[0][2] == "2026-11-08"
    row = "per:aroha-example||member|Kauri|Tahi North|||"
    assert spells(only(tables, row, "2026-11-24", from_day="2026-11-08"))[0][2] == "2026-11-08"


def test_a_source_that_contradicts_itself_is_a_conflict(tables):
    rows = "per:caro-example||member|Rimu|List|||\nper:caro-example||member|Rimu|Tahi South|||"
    found = differences(tables, said(HEADING + rows))
    assert [one.kind for one in found] == ["conflicting", "conflicting"]
    assert found[0].why.startswith("The source also says: member, Tahi South, Rimu")


def test_spells_that_share_a_day_follow_each_other(tables):
    rows = [
        "per:dan-example||member|Rimu|List||2024-01-10|2025-03-01",
        "per:dan-example||member|Independent|List||2025-03-01|",
    ]
    found = differences(tables, said(HEADING + "\n".join(rows)))
    assert [spells(one) for one in found] == [
        [("rimu", "List", "2024-01-10", "2025-02-28")],
        [("independent", "List", "2025-03-01", "")],
    ]


def test_the_day_a_member_left_their_party_is_taken_once(tables):
    rows = [
        "per:aroha-example||member|Kauri|Tahi North||2023-10-15|2026-03-01",
        "per:aroha-example||member|Independent|Tahi North||2026-03-01|2026-11-07",
    ]
    found = differences(tables, said(HEADING + "\n".join(rows)))
    assert [one.kind for one in found] == ["changed", "new"]
    assert [one[3] for one in map(spells, found) for one in one] == ["2026-02-28", "2026-11-07"]


def test_a_register_whose_members_begin_on_polling_day_keeps_it(tmp_path):
    write_pack(tmp_path / "tahi", offices=[f"per:mere-example,mayor,,Tahi City,,2022,,{SOURCED}"])
    row = "per:dan-example||member|Rimu|List||2026-11-07|"
    (one,) = differences(read("tahi", tmp_path), said(HEADING + row, "2026-11-24"))
    assert spells(one) == [("rimu", "List", "2026-11-07", "")]


def test_a_new_person_and_the_office_go_together(tmp_path):
    write_pack(tmp_path / "tahi")
    tables = read("tahi", tmp_path)
    found = differences(tables, said(HEADING + "|Ngata, Hon Hēmi|member|Rimu|List|||"))
    assert [(one.table, one.kind, one.actor) for one in found] == [
        ("people", "new", "per:hemi-ngata"),
        ("offices", "new", "per:hemi-ngata"),
    ]
    assert found[0].rows[0][:2] == ("per:hemi-ngata", "Hēmi Ngata")
    with pytest.raises(ConfigError, match=r"per:hemi-ngata' is not in people\.csv"):
        accepted(tmp_path, found[1:])
    after = accepted(tmp_path, found)
    assert len(after.frames["offices"]) == len(ROWS["offices"]) + 1
    assert differences(after, said(HEADING + "|Ngata, Hon Hēmi|member|Rimu|List|||")) == ()
