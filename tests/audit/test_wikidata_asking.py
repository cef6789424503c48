"""Wikidata is asked in few, small questions, and what it answers can be kept and read again."""

import json
import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.update.wikidata import ask, is_answers, queries, read_answers, said_of
from connectors.errors import RetryLater, SourceError
from connectors.sparql import select
from tests.audit.wikidata_source import (
    AROHA,
    ITEMS,
    KAURI,
    NORTH,
    SINCE,
    TODAY,
    answers_of,
    graph_of_tahi,
    tables_of,
)
from tests.servers.local import Time, Written, client_of, serving
from tests.servers.sparql import answer_of, serving_graph
from tests.servers.wikidata import Day


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return tables_of(tmp_path_factory.mktemp("pack"))


@pytest.fixture(scope="module")
def graph():
    graph = graph_of_tahi()
    for number in range(110, 117):
        item = graph.politician(f"Q{number}", KAURI, en=f"Member {number}", mi=f"Mema {number}")
        graph.seat(item, P580=SINCE, P768=NORTH, P4100=KAURI)
        graph.state(item, "P2002", f"member_{number}")
    graph.seat("Q110", P580=Day("2020-10-17"), P582=Day("2023-10-14"), P4100=KAURI)
    graph.politician(AROHA, KAURI, en="Aroha Example")
    return graph


def test_small_batches_say_the_same_as_large_ones(graph, tables, monkeypatch):
    whole = answers_of(graph, tables)
    monkeypatch.setattr(queries, "BATCH", 2)
    with serving_graph(graph.store()) as (endpoint, asked):
        client = client_of(Time())
        parts = ask(lambda query: select(client, endpoint, query), ITEMS, tables.frames, TODAY)
        assert len(asked) > 10
    assert said_of(parts, ITEMS, tables.frames) == said_of(whole, ITEMS, tables.frames)


def test_a_house_is_asked_about_in_a_handful_of_questions(graph, tables):
    with serving_graph(graph.store()) as (endpoint, asked):
        ask(lambda query: select(client_of(Time()), endpoint, query), ITEMS, tables.frames, TODAY)
    assert len(asked) == 5


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("fault", ["cut", "busy"])
def test_one_answer_that_cannot_be_had_leaves_no_short_list(graph, tables, number, fault):
    store, before = graph.store(), []

    def answer(asked):
        before.append(asked)
        if len(before) <= number:
            return answer_of(store, asked)
        whole = answer_of(store, asked)
        return Written(whole.body[:-9]) if fault == "cut" else Written(status=429)

    with serving(answer) as (address, _):
        client = client_of(Time())
        with pytest.raises(SourceError if fault == "cut" else RetryLater):
            ask(lambda query: select(client, address, query), ITEMS, tables.frames, TODAY)


@given(st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_the_order_of_rows_says_nothing(answers, tables, shuffler: random.Random):
    rows = {name: rows for name, rows in vars(answers).items() if name != "as_at"}
    mixed = {name: tuple(shuffler.sample(some, len(some))) for name, some in rows.items()}
    other = replace(answers, **mixed)
    first, second = (said_of(one, ITEMS, tables.frames) for one in (answers, other))
    for part in ("people", "offices", "accounts"):
        assert sorted(map(str, getattr(first, part))) == sorted(map(str, getattr(second, part)))


@pytest.fixture(scope="module")
def answers(graph, tables):
    return answers_of(graph, tables)


def test_answers_are_kept_and_read_again(answers):
    assert read_answers(answers.written()) == answers
    assert is_answers(answers.written())
    assert is_answers(replace(answers, accounts=()).written())
    assert not is_answers(b'{"accounts": []}')


@pytest.mark.parametrize("row", [{"item": "Q1"}, {}, 1, None, "item"])
@pytest.mark.parametrize("name", ["members", "politicians", "parties", "names", "accounts"])
def test_rows_that_answer_another_question_are_an_error(answers, name, row):
    written = json.loads(answers.written())
    written[name].append(row)
    with pytest.raises(SourceError, match=f"An answer about {name} is none to what Wikidata"):
        read_answers(json.dumps(written).encode())


def test_a_server_that_answers_every_question_alike_is_an_error(tables):
    with pytest.raises(SourceError, match="An answer about members is none"):
        ask(lambda _: ({"thing": "Q1"},), ITEMS, tables.frames, TODAY)


@pytest.mark.parametrize(
    "damage", [b"", b"[]", b'{"as_at": "2026-11-24"}', b'{"as_at": 1}', b'{"as_at": "today"}']
)
def test_answers_that_are_damaged_are_an_error(damage):
    with pytest.raises(SourceError, match="damaged; ask again"):
        read_answers(damage)


def test_nothing_is_asked_twice_and_nothing_of_wrong_ids(tables):
    people = tables.frames["people"].assign(wikidata="Q1 } # nonsense")
    asked: list[str] = []
    ask(lambda query: asked.append(query) or (), ITEMS, {**tables.frames, "people": people}, TODAY)
    assert len(asked) == len(set(asked)) == 4
    assert not any("nonsense" in query for query in asked)


def test_the_claims_stand_for_the_day_of_asking(answers, tables):
    told = said_of(replace(answers, as_at=date(2026, 11, 24)), ITEMS, tables.frames)
    claims = (*told.people, *told.offices, *told.accounts)
    assert {claim.cells["as_at"] for claim in claims} == {"2026-11-24"}
    assert not told.complete_accounts
    assert not told.complete_members
