"""Shorteners are asked alone: where they lead is never contacted."""

from urllib.parse import urlsplit

import pytest
from requests.adapters import HTTPAdapter

from connectors.errors import SourceError
from connectors.http import open_session
from connectors.shorteners import Shorteners
from tests.servers.local import USER_AGENT, Asked, Written, serving

HOSTS = frozenset({"s.example", "t.example"})


class _Here(HTTPAdapter):
    """Take what is meant for a host of the tests to a server on this machine."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def send(self, request, *args, **kwargs):
        parts = urlsplit(request.url)
        request.url = f"{self._address}/{parts.netloc}{parts.path}"
        return super().send(request, *args, **kwargs)


def to(place: str, status: int = 301) -> Written:
    return Written(b"moved", status, {"Location": place, "Set-Cookie": "who=you"})


def asked_of(answers: dict[str, Written], url: str) -> tuple[str, list[Asked], list[float]]:
    slept: list[float] = []

    def answer(asked: Asked) -> Written:
        return answers[f"{asked.method} {asked.path}"]

    with serving(answer) as (address, asked):
        session = open_session(USER_AGENT)
        session.mount("https://", _Here(address))
        return Shorteners(session, HOSTS, slept.append).target(url), asked, slept


def test_the_place_it_leads_to_is_read_and_not_contacted() -> None:
    place, asked, slept = asked_of(
        {"HEAD /s.example/a": to("https://gull.example/x")}, "https://s.example/a"
    )
    assert place == "https://gull.example/x"
    assert [one.path for one in asked] == ["/s.example/a"]
    assert slept == []


def test_one_that_leads_to_another_is_asked_on_without_cookies_and_slowly() -> None:
    answers = {
        "HEAD /s.example/a": to("https://t.example/b"),
        "HEAD /t.example/b": to("/c", 302),
        "HEAD /t.example/c": to("http://gull.example/"),
    }
    place, asked, slept = asked_of(answers, "https://s.example/a")
    assert place == "http://gull.example/"
    assert slept == [1.0]
    assert not any("Cookie" in one.headers for one in asked)


def test_one_that_answers_no_head_is_asked_with_get() -> None:
    answers = {
        "HEAD /s.example/a": Written(status=405),
        "GET /s.example/a": to("https://k.example/"),
    }
    assert asked_of(answers, "https://s.example/a")[0] == "https://k.example/"


@pytest.mark.parametrize(
    "url", ["http://s.example/a", "https://gull.example/a", "https://s.example:8443/a", "x", ""]
)
def test_nothing_but_a_shortener_by_https_is_ever_asked(url: str) -> None:
    assert asked_of({}, url)[:2] == (url, [])


@pytest.mark.parametrize(
    "answers",
    [
        {"HEAD /s.example/a": to("https://s.example/a")},
        {"HEAD /s.example/a": Written(status=404), "GET /s.example/a": Written(b"none")},
    ],
)
def test_one_that_leads_nowhere_is_said(answers: dict[str, Written]) -> None:
    with pytest.raises(SourceError, match=r"s\.example"):
        asked_of(answers, "https://s.example/a")
