"""What pack.toml says of Wikidata is checked whole, and the shipped pack says it."""

from datetime import date
from pathlib import Path

import pytest

from audit.register import read
from audit.register.wikidata_items import read_items

GOOD = {"membership": "Q1", "since": date(2020, 10, 17)}


def test_a_pack_may_say_nothing_of_wikidata():
    problems: list[str] = []
    assert read_items(None, problems) is None
    assert problems == []


def test_a_whole_table_is_read():
    parties, groups = {"Q2": "party:kauri"}, {"Q3": "party:rimu"}
    written = GOOD | {"languages": ["mi", "en-nz"], "parties": parties, "groups": groups}
    items = read_items(written, [])
    assert items is not None
    assert (items.membership, items.since, items.no_district) == ("Q1", date(2020, 10, 17), "")
    assert items.languages == ("mi", "en-nz")
    assert [items.party(one) for one in ("Q2", "Q3", "Q4")] == ["party:kauri", "party:rimu", ""]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("Q1", "write it as a section"),
        (GOOD | {"membership": "P39"}, "membership must be an item"),
        (GOOD | {"membership": 1}, "membership must be an item"),
        ({"membership": "Q1"}, "since must be a date"),
        (GOOD | {"since": "2020"}, "since must be a date"),
        (GOOD | {"languages": "en"}, "languages must be a list"),
        (GOOD | {"languages": ['en") } #']}, "languages must be a list"),
        (GOOD | {"no_district": 1}, "no_district must be a text"),
        (GOOD | {"parties": {"Q2 } #": "party:kauri"}}, "parties must say which party"),
        (GOOD | {"parties": {"Q2": "kauri"}}, "parties must say which party"),
        (GOOD | {"groups": ["Q2"]}, "groups must say which party"),
        (GOOD | {"terms": []}, "the key terms is not known"),
    ],
)
def test_what_is_wrong_is_said(wrong, said):
    problems: list[str] = []
    assert read_items(wrong, problems) is None
    assert [problem for problem in problems if said in problem] == problems
    assert problems[0].startswith("pack.toml, [wikidata]: ")


def test_the_shipped_pack_names_parties_that_it_has():
    tables = read("nz", Path())
    items = tables.manifest.wikidata
    assert items is not None
    assert items.membership == "Q18145518"
    assert {*items.parties.values(), *items.groups.values()} <= {*tables.frames["parties"]["party"]}
