"""A table of offices is known by its columns, and says names, roles and places as people do."""

import pytest

from audit.register.seats import INDEPENDENT
from audit.update.names import plain_name
from audit.update.parties import party_names, party_of
from tests.audit.office_source import said
from tests.audit.source_rows import tables_of


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    return party_names(tables_of(tmp_path_factory.mktemp("pack")).frames)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Example, Hon Aroha", "Aroha Example"),
        ("Example, Rt Hon Sir Aroha Mere", "Aroha Mere Example"),
        ("van Example, Hon Dr Bill MP", "Bill van Example"),
        ("The Right Honourable Dame Ngā Ōtahi", "Ngā Ōtahi"),
        ("Honora  Example", "Honora Example"),
        ("Example,Chlöe", "Chlöe Example"),
        ("Drew Sirett", "Drew Sirett"),
        ("Dame", "Dame"),
    ],
)
def test_a_name_is_said_without_its_honours(written, name):
    assert plain_name(written) == name


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("Kauri", "party:kauri"),
        ("KAURI PARTY", "party:kauri"),
        ("Ropu Kauri", "party:kauri"),
        ("party:rimu", "party:rimu"),
        ("Nikau", "party:nikau"),
        ("Independent - not party affiliated", INDEPENDENT),
        ("New Kauri Party", ""),
    ],
)
def test_a_party_is_known_by_any_of_its_names(names, written, party):
    assert party_of(written, names)[0] == party


def test_an_unknown_party_is_told_which_there_are(names):
    assert party_of("Beech", names)[1] == (
        "'Beech' is no party of the register. It has Kauri, Rimu, Nīkau and Independent."
    )


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Name|Party|Electorate\nBill Example|Rimu|list", "member|Rimu|List|"),
        (
            "Name|Party, Electorate\nBill Example|Rimu Party, Tahi North",
            "member|Rimu Party|Tahi North|",
        ),
        ("Contact|Role|Party\nx|Member for Tahi North|Rimu", "member|Rimu|Tahi North|"),
        ("Name|Role|Party\nx|List Member|Rimu", "member|Rimu|List|"),
        ("Name|Portfolio\nx|Finance", "minister|||Finance"),
        ("Name|Role|Party\nx|Co-leader|Rimu", "party_leader|Rimu||"),
    ],
)
def test_offices_are_read_from_what_a_table_says(table, expected):
    table = table.replace("Contact", "Full name")
    (claim,) = said(table).offices
    cells = [claim.cells[one] for one in ("role", "party", "electorate", "portfolio")]
    assert "|".join(cells) == expected
    assert claim.problem == ""


def test_a_first_name_and_a_surname_make_the_name():
    (claim,) = said("Surname|First name|Party|Electorate\nExample|Hon Bill|Rimu|List").offices
    assert claim.owner["name"] == "Bill Example"


def test_the_people_of_a_table_are_said_where_it_has_their_ids():
    source = said("Name|Wikidata|Party|Electorate\nBill Example|Q42|Rimu|List")
    assert [len(source.people), len(source.offices)] == [1, 1]
    assert said("Name|Party|Electorate\nBill Example|Rimu|List").people == ()


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("Name|Party|Electorate|Twitter", "accounts"),
        ("Name|Handle|Platform|Role", "accounts"),
        ("Name|Party", "people"),
        ("Name|Wikidata|Aliases", "people"),
    ],
)
def test_tables_of_accounts_and_people_stay_what_they_are(heading, table):
    source = said(f"{heading}\nBill Example|x|x|x")
    assert [one for one in ("people", "offices", "accounts") if getattr(source, one)] == [table]
