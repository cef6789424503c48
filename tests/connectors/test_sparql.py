"""A SELECT gives every row or an error: never the first rows of an answer that was broken off."""

import json

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from connectors.errors import AuthError, FollowAuditError, RetryLater, SourceError
from connectors.sparql import select
from tests.servers.local import Time, Written, client_of, in_turn, serving
from tests.servers.sparql import RESULTS, serving_graph

NAMES = (
    "SELECT ?thing ?name ?other WHERE { ?thing <https://tahi.example/name> ?name } ORDER BY ?name"
)
EVERY = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"


def results(*rows: dict) -> bytes:
    return json.dumps({"head": {"vars": ["a", "b"]}, "results": {"bindings": rows}}).encode()


ROW = {"a": {"type": "literal", "value": "Ōtāhuhu", "xml:lang": "mi"}}
WHOLE = Written(results(ROW, ROW), headers={"Content-Type": RESULTS})
# What Blazegraph sends when a query runs out of time: rows, and then the trace of its stack.
RAN_OUT = Written(
    WHOLE.body[:-20]
    + b"\njava.util.concurrent.TimeoutException\n\tat java.util.concurrent.FutureTask.get(...)\n",
    headers={"Content-Type": RESULTS},
)
BROKEN = {
    "cut between rows": Written(WHOLE.body[: WHOLE.body.index(b"}, {") + 1]),
    "ran out of time": RAN_OUT,
    "shorter than told": Written(WHOLE.body, length=len(WHOLE.body) + 30),
    "a login page": Written(b"<html><title>Sign in</title></html>"),
    "another JSON": Written(b'{"error": "no"}'),
    "rows that are none": Written(b'{"head": {"vars": ["a"]}, "results": {"bindings": [1]}}'),
    "a value that is none": Written(results({"a": {"type": "literal", "value": {"x": 1}}})),
    "a list": Written(b"[]"),
    "nothing": Written(b""),
    "an answer to ASK": Written(b'{"head": {}, "boolean": true}'),
    "deep": Written(b"[" * 100_000),
}


def ask(*answers: Written, time=None):
    with serving(in_turn(*answers)) as (address, asked):
        try:
            return select(client_of(time or Time()), f"{address}/sparql", EVERY), asked
        except FollowAuditError as error:
            return error, asked


def test_rows_come_as_text_by_variable_from_a_real_engine():
    store = Store()
    name = NamedNode("https://tahi.example/name")
    for thing, text in (("b", "Taupō"), ("a", 'Ngā "Rimu" \U0001f333')):
        store.add(Quad(NamedNode(f"https://tahi.example/{thing}"), name, Literal(text)))
    with serving_graph(store) as (endpoint, _):
        assert select(client_of(Time()), endpoint, NAMES) == (
            {"thing": "https://tahi.example/a", "name": 'Ngā "Rimu" \U0001f333', "other": ""},
            {"thing": "https://tahi.example/b", "name": "Taupō", "other": ""},
        )
        assert select(client_of(Time()), endpoint, NAMES.replace("name>", "none>")) == ()


def test_a_query_that_is_wrong_is_an_error_at_once():
    with serving_graph(Store()) as (endpoint, asked):
        with pytest.raises(SourceError, match="does not answer this request"):
            select(client_of(Time()), endpoint, "SELECT nonsense")
        assert len(asked) == 1


def test_a_blank_node_is_no_text_of_its_own():
    rows, _ = ask(Written(results({"a": {"type": "bnode", "value": "t1"}})))
    assert rows == ({"a": "_:t1", "b": ""},)


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_not_whole_is_asked_for_again_and_never_given_short(name):
    rows, asked = ask(BROKEN[name], WHOLE)
    assert [row["a"] for row in rows] == ["Ōtāhuhu", "Ōtāhuhu"]
    assert len(asked) == 2
    error, asked = ask(BROKEN[name])
    assert isinstance(error, SourceError)
    assert len(asked) == 4


def test_a_query_that_takes_too_long_is_named_as_that():
    error, _ = ask(RAN_OUT)
    assert str(error).startswith("The query took too long for 127.0.0.1:")


def test_a_busy_endpoint_is_waited_for_and_at_last_left_with_the_time():
    time = Time()
    busy = Written(status=429, headers={"Retry-After": "90"})
    assert len(ask(busy, WHOLE, time=time)[0]) == 2
    assert time.slept == [90]
    error, _ = ask(busy)
    assert isinstance(error, RetryLater)
    for status in (500, 503):
        assert len(ask(Written(b"TimeoutException", status=status), WHOLE)[0]) == 2
        assert isinstance(ask(Written(status=status))[0], SourceError)
    assert isinstance(ask(Written(status=403))[0], AuthError)
