"""Answers that must hold a list: one in which it is missing is no empty list."""

from connectors.http import Reply, Request
from connectors.lookup.answers import Record, whole_record
from connectors.waiting import Passing


def whole_list(reply: Reply, request: Request, key: str) -> Record:
    """Read an answer whose list is under a key; raises Passing where there is none."""
    answer = whole_record(reply, request, key)
    if not isinstance(answer[key], list):
        raise Passing(f"{request.host} sent no whole answer")
    return answer
