"""A SPARQL endpoint on this machine: a real engine (oxigraph) behind the SPARQL protocol."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs

from pyoxigraph import QueryResultsFormat, Store

from tests.servers.local import Asked, Written, serving

RESULTS = "application/sparql-results+json"


def answer_of(store: Store, asked: Asked) -> Written:
    """Answer a query that was posted as a form."""
    if asked.method != "POST" or RESULTS not in asked.headers.get("Accept", ""):
        return Written(b"Post a query and accept JSON.", status=400)
    query = parse_qs(asked.body.decode())["query"][0]
    try:
        found = store.query(query)
    except SyntaxError as error:
        return Written(str(error).encode(), status=400)
    return Written(
        found.serialize(format=QueryResultsFormat.JSON), headers={"Content-Type": RESULTS}
    )


@contextmanager
def serving_graph(store: Store) -> Iterator[tuple[str, list[Asked]]]:
    """Serve a store; give the endpoint's address and what it was asked."""
    with serving(lambda asked: answer_of(store, asked)) as (address, asked):
        yield f"{address}/sparql", asked
