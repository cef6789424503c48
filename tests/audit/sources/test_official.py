"""Official accounts of listed sites: asked of a real SPARQL engine, kept, for information."""

from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Store

from audit.cli import execute
from audit.sources import cached
from audit.sources.cached import Answer, Cached
from audit.sources.flags import flag_accounts
from audit.sources.lists import FlaggedList, together
from audit.sources.official import flagged_sites, with_official
from audit.sources.public import cred, wikidata_links
from audit.sources.rows import AGENCY, formed
from audit.update.wikidata.links import ask_links
from connectors import frames
from tests.servers.sparql import serving_graph
from tests.servers.wikidata import Graph

NOW = datetime(2026, 10, 5, tzinfo=UTC)
CRED = (
    b"domain,category,iffy_factual\n"
    b"gull.tauira,fake,L\ntui.tauira,satire,L\nyoutube.com,fake,L\nheron.tauira,fake,\n"
)
CONFIG = """
[agency]
name = "Ministry of Example"
[register]
wikidata = "{endpoint}"
[sources]
lists = ["cred-1", "wikidata-links"]
[[account]]
platform = "x"
handle = "ours"
path = "none"
"""


def graph() -> Store:
    made = Graph()
    sites = {
        "Q1": "https://www.gull.tauira/",
        "Q2": "http://heron.tauira",
        "Q3": "https://tui.tauira/",
        "Q4": "https://gull.tauira/about",
        "Q5": "https://www.youtube.com/",
    }
    for item, site in sites.items():
        node = NamedNode(f"http://www.wikidata.org/entity/{item}")
        website = NamedNode("http://www.wikidata.org/prop/direct/P856")
        made.quads.append((node, website, NamedNode(site)))
        made.state(item, "P2002", f"News_{item}")
    made.state("Q1", "P2002", "gull_before", P582="2020")
    made.state("Q1", "P2002", "gull_never", rank="Deprecated")
    made.state("Q1", "P2397", "UCabcdefghijklmnopqrstuv")
    made.state("Q2", "P4033", "heron@social.tauira.example")
    return made.store()


def laid_out(folder: Path, endpoint: str) -> Path:
    answer = Answer("answer-1.csv", "https://lists.example/cred.csv", CRED)
    place = folder / "sources" / cred.LIST.id
    place.mkdir(parents=True)
    for name, content in cached.written(Cached(cred.LIST, (answer,), NOW)).items():
        (place / name).write_bytes(content)
    path = folder / "config.toml"
    path.write_text(CONFIG.format(endpoint=endpoint), encoding="utf-8")
    return path


def test_the_accounts_of_flagged_sites_are_fetched_and_are_for_information(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving_graph(graph()) as (endpoint, asked):
        config = str(laid_out(tmp_path, endpoint))
        now = ("--config", config, "--now", NOW.isoformat())
        assert execute(["sources", "update", "wikidata-links", *now]) == 0
        assert len(asked) == 1
    assert "Wikidata, official accounts: fetched, 4 rows" in capsys.readouterr().out
    kept = (tmp_path / "sources" / "wikidata-links" / "answer-1.csv").read_text(encoding="utf-8")
    assert kept.splitlines() == [
        "host,item,account",
        "gull.tauira,Q1,x:@news_q1",
        "gull.tauira,Q1,youtube:ucabcdefghijklmnopqrstuv",
        "heron.tauira,Q2,mastodon:@heron@social.tauira.example",
        "heron.tauira,Q2,x:@news_q2",
    ]
    assert execute(["sources", "explain", "@news_q1", "--platform", "x", *now]) == 0
    told = capsys.readouterr().out
    assert "@news_q1 is named by 1 row of the 2 lists looked in." in told
    assert "official account of gull.tauira by Wikidata (https://www.wikidata.org/wiki/Q1)" in told
    assert "Level: for information." in told


def loaded(folder: Path) -> FlaggedList:
    laid_out(folder, "https://wikidata.example/sparql")
    content = b"host,item,account\ngull.tauira,Q1,x:@gull\nheron.tauira,Q2,x:@heron\n"
    note = Cached(wikidata_links.LIST, (Answer("answer-1.csv", "", content),), NOW)
    place = folder / "sources" / wikidata_links.LIST.id
    place.mkdir()
    for name, made in cached.written(note).items():
        (place / name).write_bytes(made)
    return cached.load([folder / "sources" / "cred-1", place], NOW.date())


def test_an_account_gets_the_row_of_its_site_and_the_agencys_own_stay_alone(tmp_path: Path) -> None:
    public = loaded(tmp_path)
    assert flagged_sites(public) == ["gull.tauira", "heron.tauira"]
    own = {"list": "Ours", "lineage": AGENCY, "kind": "host", "key": "heron.tauira"}
    first = FlaggedList(formed(pd.DataFrame([own | {"level": "look"}])), (), NOW.date())
    flagged = with_official(together(first, public))
    accounts = frames.make(
        "accounts",
        [
            {"platform": "x", "account_id": "1", "handle": "Gull", "name": "Gull"},
            {"platform": "x", "account_id": "2", "handle": "heron", "name": "Heron"},
            {"platform": "x", "account_id": "3", "handle": "tui", "name": "Tui"},
        ],
    )
    flags = flag_accounts(accounts, flagged)
    assert flags["flag_level"].fillna("").tolist() == ["info", "info", ""]
    assert flags["flag_list"].fillna("").tolist() == ["CRED-1", "CRED-1", ""]
    assert flags["flag_label"].iloc[0] == "category “fake”"
    assert flags["flag_file"].iloc[0] == "cred-1/answer-1.csv, line 2"


def test_without_links_nothing_is_added(tmp_path: Path) -> None:
    laid_out(tmp_path, "https://wikidata.example/sparql")
    flagged = cached.load([tmp_path / "sources" / "cred-1"], NOW.date())
    assert with_official(flagged) is flagged


@given(st.lists(st.text(max_size=12), max_size=5))
def test_no_host_of_a_list_can_change_the_question(hosts: list[str]) -> None:
    store = Store()

    def select(query: str) -> list[dict[str, str]]:
        store.query(query)  # raises SyntaxError for a query that was broken
        return []

    assert ask_links(select, hosts) == b"host,item,account\n"
