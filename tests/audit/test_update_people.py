"""Each person of a source is new, changed, doubtful or in conflict, or says nothing new."""

import pytest

from audit.update.owners import folded, wikidata_id
from tests.audit.source_rows import compared, tables_of


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return tables_of(tmp_path_factory.mktemp("pack"))


@pytest.mark.parametrize(
    ("row", "kind", "actor"),
    [
        ("per:aroha-example|Aroha Example|Q42", "changed", "per:aroha-example"),
        ("per:aroha-example|Aroha Renamed|", "changed", "per:aroha-example"),
        ("|AROHA  EXAMPLE|https://www.wikidata.org/wiki/Q42", "doubtful", "per:aroha-example"),
        ("per:new-example|New Example|", "new", "per:new-example"),
        ("|Nēw Example|Q43", "new", "per:new-example"),
        ("|New Example|", "doubtful", "per:new-example"),
        ("|Aroha Example|43", "unusable", "per:aroha-example"),
        ("party:kauri|The Kauri Party|", "unusable", "party:kauri"),
    ],
)
def test_a_person_is_of_one_kind(tables, row, kind, actor):
    (one,) = compared(tables, f"actor|name|wikidata\n{row}")
    assert (one.kind, one.actor) == (kind, actor)


def test_a_name_that_is_known_is_no_difference(tables):
    assert compared(tables, "name\nAroha Example\nBILL EXAMPLE") == ()


@pytest.mark.parametrize(
    ("written", "number"),
    [("Q42", "Q42"), ("http://www.wikidata.org/entity/Q42", "Q42"), ("42", ""), ("Q0", "")],
)
def test_a_wikidata_id_is_read_from_its_address_too(written, number):
    assert wikidata_id(written) == number


def test_names_are_compared_without_macrons_case_and_spaces():
    assert folded(" Mere  NĪKAU") == folded("mere nikau")
