"""A SELECT sent to a SPARQL endpoint (SPARQL 1.1 Protocol, section 2.1.2): all rows or an error."""

import json
from collections.abc import Mapping

from connectors.http import Client, Reply, Request
from connectors.waiting import Passing

Row = Mapping[str, str]
_RESULTS = "application/sparql-results+json"
# Blazegraph writes this after the rows it had, inside an answer that began well.
_TOOK_TOO_LONG = b"TimeoutException"


def select(client: Client, endpoint: str, query: str) -> tuple[Row, ...]:
    """Give the rows of a SELECT as text by variable, empty where a variable is not bound.

    A blank node begins with ``_:``. Raises AuthError, RetryLater or SourceError; what is not a
    whole answer is asked for again, and never given as a short one.
    """
    request = Request(endpoint, form={"query": query}, headers={"Accept": _RESULTS})
    return client.fetch(request, lambda reply: _rows(reply, request))


def _rows(reply: Reply, request: Request) -> tuple[Row, ...]:
    """Read results in the SPARQL 1.1 Query Results JSON Format."""
    try:
        written = json.loads(reply.body)
        names = [str(name) for name in written["head"]["vars"]]
        bindings = [
            {str(name): _text(term) for name, term in binding.items()}
            for binding in written["results"]["bindings"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        if _TOOK_TOO_LONG in reply.body:
            problem = f"The query took too long for {request.host}"
        else:
            problem = f"{request.host} sent no whole SPARQL results"
        raise Passing(problem) from None
    return tuple({name: binding.get(name, "") for name in names} for binding in bindings)


def _text(term: Mapping[str, object]) -> str:
    value = term["value"]
    if not isinstance(value, str):
        raise TypeError
    return f"_:{value}" if term["type"] == "bnode" else value
