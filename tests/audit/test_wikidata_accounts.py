"""Accounts that Wikidata states: ranks, ended ones, two of them, numbers, and whose they are."""

import pytest

from audit.update.accounts import account_differences
from audit.update.owners import known_owners
from tests.audit.wikidata_source import (
    AROHA,
    BILL,
    DAN,
    KAURI,
    RIMU,
    SINCE,
    cells,
    graph_of_tahi,
    said,
    tables_of,
)
from tests.servers.wikidata import UNKNOWN, Day

OLD = "older_or_second_account"
CHANNEL, OTHER_CHANNEL = "UC" + "a" * 22, "UC" + "b" * 22


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return tables_of(tmp_path_factory.mktemp("pack"))


@pytest.fixture
def graph():
    graph = graph_of_tahi()
    graph.politician(AROHA, KAURI, en="Aroha Example")
    graph.seat(AROHA, P580=SINCE, P4100=KAURI)
    return graph


def accounts(graph, tables, item=AROHA):
    return [one for one in said(graph, tables).accounts if one.owner["wikidata"] == item]


def spelled(graph, tables, *names):
    return sorted(cells(one, "handle", *names) for one in accounts(graph, tables))


def test_an_account_has_its_number_its_source_and_its_owner(graph, tables):
    graph.state(AROHA, "P2002", "ArohaExample", P6552="111", P580=Day("2012-03"))
    (one,) = accounts(graph, tables)
    assert one.owner == {"actor": "", "name": "Aroha Example", "wikidata": AROHA}
    assert one.cells == {
        "platform": "x",
        "handle": "ArohaExample",
        "platform_id": "111",
        "role": "",
        "from": "2012-03",
        "to": "",
        "status": "",
        "source": "WIKIDATA",
        "evidence_url": f"https://www.wikidata.org/wiki/{AROHA}",
        "as_at": "2026-06-20",
    }


@pytest.mark.parametrize(
    ("claim", "value", "said_as"),
    [
        ("P2002", "12345678", ("x", "12345678", "")),
        ("P2003", "aroha.example", ("instagram", "aroha.example", "")),
        ("P2013", "ArohaExampleMP", ("facebook", "ArohaExampleMP", "")),
        ("P2013", "Aroha-Example-100063512345678", ("facebook", "", "100063512345678")),
        ("P2397", CHANNEL, ("youtube", "", CHANNEL)),
        ("P4033", "aroha@tahi.example", ("mastodon", "aroha@tahi.example", "")),
        ("P4264", "kauri-party", ("linkedin", "company/kauri-party", "")),
        ("P6634", "aroha-example", ("linkedin", "in/aroha-example", "")),
        ("P7085", "aroha_example", ("tiktok", "aroha_example", "")),
        ("P11245", "ArohaExample", ("youtube", "ArohaExample", "")),
        ("P11892", "aroha.example", ("threads", "aroha.example", "")),
        ("P12361", "aroha.bsky.social", ("bluesky", "aroha.bsky.social", "")),
        ("P12361", "did:plc:aroha123", ("bluesky", "", "did:plc:aroha123")),
    ],
)
def test_each_property_is_read_as_its_platform_writes_accounts(
    graph, tables, claim, value, said_as
):
    graph.state(AROHA, claim, value)
    (one,) = accounts(graph, tables)
    assert (cells(one, "platform", "handle", "platform_id"), one.problem) == (said_as, "")


@pytest.mark.parametrize(
    ("claim", "value", "platform"),
    [("P2002", "not a handle", "X"), ("P2013", "groups/9", "Facebook"), ("P4033", "aroha", "Mas")],
)
def test_a_value_that_names_no_account_is_said(graph, tables, claim, value, platform):
    graph.state(AROHA, claim, value)
    (one,) = accounts(graph, tables)
    assert one.problem.startswith(f"{value!r} names no account on {platform}")


def test_the_preferred_account_is_the_one_in_use(graph, tables):
    graph.state(AROHA, "P2002", "aroha_new", "Preferred")
    graph.state(AROHA, "P2002", "ArohaExample")
    graph.state(AROHA, "P2002", "aroha_gone", P582=Day("2020-05-01"))
    graph.state(AROHA, "P2002", "aroha_lost", P582=UNKNOWN)
    graph.state(AROHA, "P2002", "aroha_fake", "Deprecated")
    graph.state(AROHA, "P2002", UNKNOWN)
    graph.state(AROHA, "P2003", "aroha")
    assert spelled(graph, tables, "status", "to") == [
        ("ArohaExample", OLD, ""),
        ("aroha", "", ""),
        ("aroha_gone", "", "2020-05-01"),
        ("aroha_lost", OLD, ""),
        ("aroha_new", "current", ""),
    ]


def test_two_accounts_in_use_are_both_said(graph, tables):
    graph.state(AROHA, "P2002", "ArohaExample")
    graph.state(AROHA, "P2002", "aroha_office")
    assert spelled(graph, tables, "status") == [("ArohaExample", ""), ("aroha_office", "")]


def test_one_channel_and_one_handle_on_youtube_are_one_account(graph, tables):
    graph.state(AROHA, "P2397", CHANNEL)
    graph.state(AROHA, "P11245", "ArohaExample")
    assert spelled(graph, tables, "platform_id") == [("ArohaExample", CHANNEL)]
    graph.state(AROHA, "P2397", OTHER_CHANNEL, P582=Day("2020"))
    assert spelled(graph, tables, "platform_id") == [
        ("", OTHER_CHANNEL),
        ("ArohaExample", CHANNEL),
    ]
    graph.state(AROHA, "P2397", OTHER_CHANNEL)
    assert ("ArohaExample", "") in spelled(graph, tables, "platform_id")


def test_accounts_of_parties_and_of_whom_the_register_knows_are_asked_for(graph, tables):
    graph.state(KAURI, "P2002", "kauriparty", P6552="222")
    graph.item(BILL, en="Bill Example")  # neither a seat nor a party there
    graph.state(BILL, "P4033", "bill@tahi.example")
    graph.politician(DAN, RIMU, en="Dan Example")  # known by name alone
    graph.state(DAN, "P2002", "dan_x")
    graph.politician("Q250", RIMU, en="Private Example")
    graph.state("Q250", "P2002", "private_x")
    by_item = {one.owner["wikidata"]: one for one in said(graph, tables).accounts}
    assert set(by_item) == {KAURI, BILL, DAN}
    assert by_item[KAURI].owner["actor"] == "party:kauri"
    assert cells(by_item[KAURI], "role", "platform_id") == ("party", "222")


def differences(graph, tables):
    known = known_owners(tables.frames)
    claims = said(graph, tables).accounts
    found = account_differences(claims, tables.frames, known, complete=False)
    return sorted(
        (one.kind, [(row[2], row[3], row[6], row[7]) for row in one.rows]) for one in found
    )


def moved(graph):
    graph.state(AROHA, "P2002", "ArohaExample", P6552="111", P582=Day("2024-05-31"))
    graph.state(AROHA, "P2002", "aroha_new", "Preferred", P6552="111", P580=Day("2024-06-01"))
    return graph


def test_a_moved_account_ends_the_old_handle_and_adds_the_new_one(graph, tables):
    assert differences(moved(graph), tables) == [
        ("changed", [("aroha_new", "111", "", "current")]),
        ("ended", [("ArohaExample", "111", "2024-05-31", "last_known")]),
    ]


def test_a_moved_account_of_which_the_register_has_the_new_handle_gets_the_old_one(graph, tables):
    held = tables.frames["accounts"].replace({"ArohaExample": "aroha_new"})
    with_new = tables.__class__(tables.manifest, {**tables.frames, "accounts": held}, ())
    assert differences(moved(graph), with_new) == [
        ("changed", [("aroha_new", "111", "", "current")]),
        ("new", [("ArohaExample", "111", "2024-05-31", "last_known")]),
    ]


def test_a_moved_account_of_which_the_register_has_nothing_is_new_twice(graph, tables):
    none = tables.frames["accounts"].iloc[:0]
    without = tables.__class__(tables.manifest, {**tables.frames, "accounts": none}, ())
    assert differences(moved(graph), without) == [
        ("new", [("ArohaExample", "111", "2024-05-31", "last_known")]),
        ("new", [("aroha_new", "111", "", "current")]),
    ]


def test_an_ended_account_is_not_seen_again(graph, tables):
    graph.state(AROHA, "P2002", "ArohaExample", P6552="111", P582=Day("2024-05-31"))
    ended = tables.frames["accounts"]
    ended = ended.assign(to=ended["to"].mask(ended["handle"] == "ArohaExample", "2024-05-31"))
    with_end = tables.__class__(tables.manifest, {**tables.frames, "accounts": ended}, ())
    assert differences(graph, with_end) == []
