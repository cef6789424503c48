"""What people are called in Wikidata: in the pack's languages first, and never a formula."""

import pytest

from audit.update.owners import known_owners
from audit.update.people import people_differences
from tests.audit.wikidata_source import AROHA, ITEMS, KAURI, SINCE, graph_of_tahi, said, tables_of

NEW = "Q150"


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return tables_of(tmp_path_factory.mktemp("pack"))


def person(tables, items=ITEMS, number=NEW, **labels):
    graph = graph_of_tahi()
    graph.item(number, **labels)
    graph.seat(number, P580=SINCE, P4100=KAURI)
    (one,) = said(graph, tables, items).people
    return one


@pytest.mark.parametrize(
    ("labels", "name"),
    [
        ({"en": "Aroha Example", "mi": "Aroha Tauira", "mul": "A Example"}, "Aroha Example"),
        ({"mi": "Āroha Tauira", "mul": "A Example", "de": "Aroha Beispiel"}, "Āroha Tauira"),
        ({"mul": "A Example", "de": "Aroha Beispiel"}, "A Example"),
        ({"fr": "Aroha Exemple", "de": "Aroha Beispiel"}, "Aroha Beispiel"),
    ],
)
def test_the_name_is_in_the_first_language_that_has_one(tables, labels, name):
    one = person(tables, **labels)
    assert (one.cells["name"], one.owner["name"], one.problem) == (name, name, "")
    assert one.cells["wikidata"] == NEW


def test_the_pack_says_which_language_comes_first(tables):
    items = ITEMS.__class__(ITEMS.membership, ITEMS.since, ("mi", "en"), ITEMS.parties)
    assert person(tables, items, en="Aroha Example", mi="Aroha Tauira").cells["name"] == (
        "Aroha Tauira"
    )


def test_nobody_without_a_name_or_with_a_formula_for_one_is_proposed(tables):
    assert person(tables).problem == "Wikidata has no name for this item in any language."
    assert "begins like a formula" in person(tables, en='=HYPERLINK("x")').problem


def test_whom_the_register_has_by_number_keeps_the_name_there(tables):
    one = person(tables, number=AROHA, mi="Āroha Tauira")
    assert (one.cells["name"], one.cells["wikidata"], one.problem) == ("", AROHA, "")
    assert people_differences((one,), tables.frames, known_owners(tables.frames)) == ()


def test_whom_the_register_has_by_name_alone_is_asked_about(tables):
    one = person(tables, en="Caro Example")
    (found,) = people_differences((one,), tables.frames, known_owners(tables.frames))
    assert (found.kind, found.rows[0][:4]) == (
        "doubtful",
        ("per:caro-example", "Caro Example", "", NEW),
    )
