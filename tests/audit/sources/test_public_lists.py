import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.sources.listed_places import ADDRESS, CANARY, HIDDEN, NO_HOST, TWICE
from audit.sources.public import cred, lin
from audit.sources.public.base import table_of
from audit.sources.public.registry import PUBLIC
from audit.sources.rows import COLUMNS, KINDS, LEVELS
from connectors.errors import SourceError

LIN = (
    "domain,pc1\n"
    "paper.example.tauira,1\n"
    "low.gull.tauira,0.3996\n"
    "lower.gull.tauira,0.1999\n"
    "www.lower.gull.tauira,0.15\n"
    "pages.gull.tauira/kea/,0.1\n"
    "gull–kea.tauira,0.1\n"
    "192.0.2.7,0.1\n"
    "canary.tier0.example.com,0.1\n"
    "x***.tauira,0.1\n"
    "strange,0.1\n"
)
CRED = (
    "domain,category,credibility_score,sources,iffy_factual,iffy_bias\n"
    "gull.tauira,fake,0.1,1,L,LEANING\n"
    "kea.tauira,unreliable,0.1,1,,\n"
    "tui.tauira,satire,0.1,1,L,LEANING\n"
)
BLOCKS = (
    "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n"
    "gull.tauira,suspend,FALSE,FALSE,iftas:hate-speech;harassment,TRUE\n"
    "kea.tauira,suspend,FALSE,FALSE,,TRUE\n"
    "dni.invalid,suspend,FALSE,FALSE,canary,TRUE\n"
)
WIKITEXT = (
    "{| class=wikitable\n"
    '|- class="s-gu" id="The_Gull"\n| [[The Gull]]\n| {{WP:RSPSTATUS|gu}}\n'
    "| {{WP:RSPLAST|2024}}\n| Words.\n| {{WP:RSPUSES|gull.tauira|gull.pukapuka}}\n"
    '|- class="s-gr" id="The_Tui"\n| [[The Tui]]\n| {{WP:RSPSTATUS|gr}}\n'
    "| {{WP:RSPUSES|tui.tauira}}\n"
    '|- class="s-d" id="The_Kea"\n| [[The Kea]]\n| {{WP:RSPSTATUS|d|b=y}}\n'
    "| {{WP:RSPUSES|kea.tauira}}\n"
    "|}"
)


def _wikipedia(text: str) -> bytes:
    page = {"revisions": [{"slots": {"main": {"content": text}}}]}
    return json.dumps({"query": {"pages": [page]}}).encode()


def _by_key(rows):
    return rows.set_index("key")


def test_low_scores_ask_for_a_look_and_dirt_is_counted():
    found = lin.read([LIN.encode()])
    rows = _by_key(found.rows)
    assert rows["level"].to_dict() == {
        "paper.example.tauira": "none",
        "low.gull.tauira": "info",
        "lower.gull.tauira": "look",
        "pages.gull.tauira/kea": "look",
    }
    assert rows["kind"].to_dict()["pages.gull.tauira/kea"] == "path"
    assert rows.loc["low.gull.tauira", "label"] == "score 0.39 of 1"
    assert rows.loc["lower.gull.tauira", "row"] == "lower.gull.tauira | 0.1999"
    assert found.dropped == {
        TWICE: 1,
        NO_HOST: 2,
        ADDRESS: 1,
        CANARY: 1,
        HIDDEN: 1,
    }
    assert len(found.rows) + sum(found.dropped.values()) == LIN.count("\n") - 1


def test_a_category_that_an_ended_list_alone_gives_is_for_information():
    found = cred.read([CRED.encode()])
    rows = _by_key(found.rows)
    assert rows["level"].to_dict() == {
        "gull.tauira": "look",
        "kea.tauira": "info",
        "tui.tauira": "none",
    }
    assert rows.loc["gull.tauira", "lineage"] == cred.MBFC
    assert rows.loc["gull.tauira", "row"] == "gull.tauira | fake | 1 | L"
    assert rows.loc["kea.tauira", "lineage"] == "OpenSources"
    assert not found.dropped


@pytest.mark.parametrize("name", ["garden-fence", "iftas-dni", "seirdy-tier0"])
def test_a_server_is_for_information_with_the_words_of_the_list(name):
    found = PUBLIC[name].read([BLOCKS.encode()])
    rows = _by_key(found.rows)
    assert set(rows["kind"]) == {"fediverse"}
    assert set(rows["level"]) == {"info"}
    assert rows.loc["gull.tauira", "label"] == "not to federate with: hate-speech, harassment"
    assert rows.loc["kea.tauira", "label"] == "not to federate with: no reason given"
    assert found.dropped == {CANARY: 1}


def test_wikipedia_is_read_from_its_table_with_the_entry_to_read():
    found = PUBLIC["wikipedia"].read([_wikipedia(WIKITEXT)])
    rows = _by_key(found.rows)
    assert rows["label"].to_dict() == {
        "gull.tauira": "“generally unreliable” for citing it",
        "gull.pukapuka": "“generally unreliable” for citing it",
        "kea.tauira": "“blacklisted” for citing it",
        "tui.tauira": "“generally reliable” for citing it",
    }
    assert rows.loc["tui.tauira", "level"] == "none"
    assert set(rows["level"].drop("tui.tauira")) == {"info"}
    assert rows.loc["kea.tauira", "evidence_url"].endswith("Perennial_sources#The_Kea")
    assert not found.dropped


def test_wikipedia_is_read_from_a_derived_table_too():
    table = "source_name,status,domain\nThe Gull,gu,gull.tauira\nThe Tui,gr,tui.tauira\n"
    found = PUBLIC["wikipedia"].read([table.encode()])
    assert found.rows["level"].tolist() == ["info", "none"]


@pytest.mark.parametrize("name", list(PUBLIC))
@pytest.mark.parametrize(
    "content", [b"", b"<html>Not here</html>", b"{}", b"\xff\xfe", b"a,b\n1,2"]
)
def test_an_answer_that_is_no_such_list_is_refused_by_name(name, content):
    with pytest.raises(SourceError, match=PUBLIC[name].title):
        PUBLIC[name].read([content])


@pytest.mark.parametrize("name", list(PUBLIC))
def test_every_list_says_what_it_is_and_speaks_of_no_leaning(name):
    one = PUBLIC[name]
    assert one.about.endswith(".")
    assert one.licence
    assert all(address.startswith("https://") for address in (*one.addresses, one.correct))


@given(st.lists(st.tuples(st.text(max_size=20), st.floats(0, 1)), max_size=10))
def test_whatever_a_list_writes_every_row_is_kept_or_counted(rows):
    written = "domain,pc1\n" + "".join(
        '"' + domain.replace('"', '""').replace("\x00", "") + f'",{score}\n'
        for domain, score in rows
    )
    content = written.encode("utf-8", "replace")
    found = lin.read([content])
    read = len(table_of(content, "a list", "domain", "pc1"))
    assert len(found.rows) + sum(found.dropped.values()) == read
    assert list(found.rows.columns) == list(COLUMNS)
    assert set(found.rows["kind"]) <= set(KINDS)
    assert set(found.rows["level"]) <= set(LEVELS)
