"""Wikidata asked as the command asks it: with the register's own pack, and politely."""

from dataclasses import replace

import pytest

from audit import __version__
from audit.run.wikidata import ask_wikidata, said_by_wikidata
from connectors.errors import ConfigError, SourceError
from connectors.waiting import Patience
from tests.audit.wikidata_source import AROHA, ITEMS, KAURI, SINCE, TODAY, graph_of_tahi, tables_of
from tests.servers.local import Time, Written, in_turn, serving
from tests.servers.sparql import serving_graph


@pytest.fixture
def tables(tmp_path):
    tables = tables_of(tmp_path)
    return replace(tables, manifest=replace(tables.manifest, wikidata=ITEMS))


def patience(time):
    return Patience(lambda: time.now, time.sleep, jitter=lambda: 0.0)


def test_the_claims_are_those_of_the_packs_own_items(tables):
    graph = graph_of_tahi()
    graph.politician(AROHA, KAURI, en="Aroha Example")
    graph.seat(AROHA, P580=SINCE, P4100=KAURI)
    with serving_graph(graph.store()) as (endpoint, asked):
        answers = ask_wikidata(endpoint, tables, patience(Time()))
    said = said_by_wikidata(answers, tables, TODAY)
    assert [claim.owner["name"] for claim in said.people] == ["Aroha Example"]
    assert {one.headers["User-Agent"] for one in asked} == {f"follow-audit/{__version__}"}


def test_a_pack_that_does_not_know_wikidata_says_so(tmp_path):
    tables = tables_of(tmp_path)
    with pytest.raises(ConfigError, match="The register tahi does not say what it is in Wikidata"):
        ask_wikidata("http://127.0.0.1:9/", tables, patience(Time()))


def test_an_endpoint_that_fails_is_an_error(tables):
    time = Time()
    with serving(in_turn(Written(b"{", status=200))) as (address, asked):
        with pytest.raises(SourceError, match="sent no whole SPARQL results, in 4 tries"):
            ask_wikidata(address, tables, patience(time))
        assert len(asked) == 4
    assert len(time.slept) == 3
