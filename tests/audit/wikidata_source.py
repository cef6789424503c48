"""The small pack against a graph in Wikidata's shape, asked over HTTP from a real SPARQL engine."""

from datetime import date

from audit.register import read
from audit.register.wikidata_items import WikidataItems
from audit.update.wikidata import Answers, ask, said_of
from connectors.sparql import select
from tests.audit.small_pack import ROWS, SOURCED, write_pack
from tests.servers.local import Time, client_of
from tests.servers.sparql import serving_graph
from tests.servers.wikidata import HOUSE, Day, Graph

KAURI, RIMU, NOBODYS = "Q1", "Q2", "Q9"
NORTH, SOUTH, LIST, TERM = "Q51", "Q52", "Q53", "Q60"
AROHA, BILL, DAN = "Q101", "Q102", "Q104"
TODAY = date(2026, 6, 20)
SINCE = Day("2023-10-15")
ITEMS = WikidataItems(
    membership=HOUSE,
    since=date(2020, 10, 17),
    languages=("en", "mi"),
    parties={KAURI: "party:kauri", RIMU: "party:rimu"},
    groups={NOBODYS: "party:independent"},
    no_district="List",
)
PEOPLE = [
    f"per:aroha-example,Aroha Example,,{AROHA},{SOURCED}",
    f"per:bill-example,Bill Example,,{BILL},{SOURCED}",
    *ROWS["people"][2:],
]


def tables_of(folder):
    write_pack(folder / "tahi", people=PEOPLE)
    return read("tahi", folder)


def graph_of_tahi() -> Graph:
    """Give a graph that has the parties, two electorates and a term, and nobody yet."""
    graph = Graph()
    graph.item(KAURI, en="The Kauri Party")
    graph.item(RIMU, en="The Rimu Party")
    graph.item(NOBODYS, en="independent politician")
    graph.item(NORTH, en="Tahi North")
    graph.item(SOUTH, mi="Tahi ki te Tonga")
    graph.item(LIST, en="party list seat")
    graph.item(TERM, en="4th Parliament of Tahi")
    return graph


def answers_of(graph: Graph, tables, items=ITEMS) -> Answers:
    with serving_graph(graph.store()) as (endpoint, _):
        client = client_of(Time())
        return ask(lambda query: select(client, endpoint, query), items, tables.frames, TODAY)


def said(graph: Graph, tables, items=ITEMS):
    return said_of(answers_of(graph, tables, items), items, tables.frames)


def cells(claim, *names: str) -> tuple[str, ...]:
    return tuple(claim.cells[name] for name in names)
