"""A request over a real socket ends in a whole answer or in one error that says what to do."""

import gzip
import json
import logging
import threading
import traceback

import pytest

from connectors.errors import AuthError, FollowAuditError, QuotaSpent, RetryLater, SourceError
from connectors.http import Reply, Request
from connectors.waiting import Passing
from tests.servers.local import USER_AGENT, Time, Written, client_of, in_turn, serving

GOOD = Written(b'{"good": true}', headers={"Content-Type": "application/json"})
TOKEN = "planted-secret"  # noqa: S105 - planted to be looked for


def as_json(reply: Reply) -> object:
    try:
        return json.loads(reply.body)
    except ValueError:
        raise Passing("no JSON") from None


def ask(time: Time, *answers: Written, request=None, **rules):
    with serving(in_turn(*answers)) as (address, asked):
        asking = request or Request(f"{address}/list", params={"key": TOKEN}, token=TOKEN)
        try:
            return client_of(time, **rules).fetch(asking, as_json), asked
        except FollowAuditError as error:
            return error, asked


def test_an_answer_is_given_whole_and_the_server_told_who_asks():
    answer, (asked,) = ask(Time(), GOOD)
    assert answer == {"good": True}
    assert asked.headers["User-Agent"] == USER_AGENT
    assert asked.headers["Authorization"] == f"Bearer {TOKEN}"
    assert "gzip" in asked.headers["Accept-Encoding"]


def test_a_packed_answer_is_unpacked():
    packed = Written(gzip.compress(GOOD.body), headers={"Content-Encoding": "gzip"})
    assert ask(Time(), packed)[0] == {"good": True}


def test_without_a_token_no_password_of_a_file_is_sent(tmp_path, monkeypatch):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login a password b\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with serving(in_turn(GOOD)) as (address, asked):
        client_of(Time()).fetch(Request(address), as_json)
    assert "Authorization" not in asked[0].headers


@pytest.mark.parametrize(
    ("headers", "slept"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "Tue, 24 Nov 2026 09:00:30 GMT"}, 30),
        ({"Retry-After": "Tue, 24 Nov 2026 08:00:00 GMT"}, 1),
        ({"Retry-After": "soon"}, 60),
        ({"Retry-After": "-3"}, 60),
        ({}, 60),
    ],
)
def test_after_429_the_time_that_the_server_tells_is_waited(headers, slept):
    time = Time()
    assert ask(time, Written(status=429, headers=headers), GOOD)[0] == {"good": True}
    assert time.slept == [slept]


def test_429_for_ever_ends_with_the_time_to_run_again():
    time = Time()
    error, asked = ask(time, Written(status=429, headers={"Retry-After": "200"}))
    assert isinstance(error, RetryLater)
    assert time.slept == [200, 200, 200]
    assert len(asked) == 4
    assert error.until.isoformat() == "2026-11-24T09:13:20+00:00"
    assert "Run again after 2026-11-24 09:13+00:00." in str(error)


@pytest.mark.parametrize("told", ["0", "Tue, 24 Nov 2026 08:00:00 GMT"])
def test_a_server_that_never_says_when_is_not_asked_for_ever(told):
    time = Time()
    error, asked = ask(time, Written(status=429, headers={"Retry-After": told}))
    assert isinstance(error, RetryLater)
    assert len(asked) < 12
    assert sum(time.slept) <= 600


def test_a_wait_beyond_all_patience_is_not_begun():
    time = Time()
    error, _ = ask(time, Written(status=503, headers={"Retry-After": "9" * 30}))
    assert isinstance(error, RetryLater)
    assert time.slept == []


@pytest.mark.parametrize("status", [500, 502, 503, 408])
def test_a_failing_server_is_asked_again(status):
    time = Time()
    assert ask(time, Written(status=status), Written(status=status), GOOD)[0] == {"good": True}
    assert time.slept == [1, 2]


GOOD_HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
BROKEN = {
    "shorter than told": Written(GOOD.body, length=99),
    "a chunk broken off": Written(raw=GOOD_HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n{"),
    "no last chunk": Written(raw=GOOD_HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"),
    "cut JSON": Written(GOOD.body[:-1]),
    "no length, and cut": Written(raw=GOOD_HEAD + b"\r\n" + GOOD.body[:-1]),
    "packed and cut": Written(gzip.compress(GOOD.body)[:-14], headers={"Content-Encoding": "gzip"}),
    "not packed": Written(GOOD.body, headers={"Content-Encoding": "gzip"}),
    "nothing": Written(raw=b"\r\n"),
    "no HTTP": Written(raw=b"SSH-2.0-OpenSSH_9.2\r\n"),
    "fails": Written(status=500),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_answer_is_asked_for_again_and_is_then_an_error(name):
    assert ask(Time(), BROKEN[name], GOOD)[0] == {"good": True}
    error, asked = ask(Time(), BROKEN[name])
    assert isinstance(error, SourceError)
    assert len(asked) == 4
    assert str(error).endswith("in 4 tries. Run again later.")


def test_a_body_that_comes_to_a_halt_is_broken_off():
    with serving(lambda _: Written(raw=GOOD_HEAD + b"Content-Length: 9\r\n\r\n{")) as (address, _):
        client = client_of(Time(), timeouts=(1.0, 0.2))
        with pytest.raises(SourceError, match="was broken off"):
            client.fetch(Request(address), as_json)


def test_a_server_that_does_not_answer_in_time_is_an_error():
    waiting = Time()

    def slow(_):
        threading.Event().wait(0.3)
        return GOOD

    with serving(slow) as (address, _):
        client = client_of(waiting, timeouts=(1.0, 0.05))
        with pytest.raises(SourceError, match="did not answer in time, in 4 tries"):
            client.fetch(Request(address), as_json)


def test_a_server_that_is_not_there_is_an_error():
    with serving(in_turn(GOOD)) as (address, _):
        pass
    with pytest.raises(SourceError, match=r"127\.0\.0\.1:\d+ cannot be reached, in 4 tries"):
        client_of(Time()).fetch(Request(address), as_json)


@pytest.mark.parametrize(
    ("status", "error", "said"),
    [
        (401, AuthError, "refuses the credential it was sent; get a new one (HTTP 401)"),
        (403, AuthError, "refuses the credential it was sent; get a new one (HTTP 403)"),
        (404, SourceError, "does not answer this request (HTTP 404)"),
        (400, SourceError, "does not answer this request (HTTP 400)"),
    ],
)
def test_a_refusal_is_not_asked_again(status, error, said):
    answer, asked = ask(Time(), Written(b"why", status=status))
    assert type(answer) is error
    assert said in str(answer)
    assert len(asked) == 1


def test_a_platform_may_know_better_what_a_refusal_and_a_wait_mean():
    refused = Written(b"Profile not found", status=400)
    answer, _ = ask(Time(), refused, refused=lambda reply, _: SourceError(reply.body.decode()))
    assert str(answer) == "Profile not found"
    time = Time()
    until = time.now.replace(minute=2)
    ask(time, Written(status=429), GOOD, told=lambda _headers, _now: until)
    assert time.slept == [120]


def test_an_answer_without_end_is_not_read():
    answer, asked = ask(Time(), Written(b" " * 5000), max_bytes=4000)
    assert "sends more than 4,000 bytes" in str(answer)
    assert len(asked) == 1


@pytest.mark.parametrize(
    "address", ["http://", "name.example", "ftp://name.example", "http://a..b"]
)
def test_an_address_that_is_none_is_an_error(address):
    answer, _ = ask(Time(), GOOD, request=Request(address, token=TOKEN))
    assert isinstance(answer, SourceError)
    assert str(answer).endswith("cannot be asked: mend its address.")


def test_a_token_is_not_sent_on_to_another_server():
    with serving(in_turn(GOOD)) as (other, asked_there):
        moved = Written(status=302, headers={"Location": f"{other}/elsewhere"})
        answer, (asked,) = ask(Time(), moved)
    assert answer == {"good": True}
    assert asked.headers["Authorization"] == f"Bearer {TOKEN}"
    assert "Authorization" not in asked_there[0].headers


def test_servers_that_send_each_other_round_in_circles_are_left():
    answer, _ = ask(Time(), Written(status=302, headers={"Location": "/list"}))
    assert isinstance(answer, SourceError)


def test_a_proxy_that_is_not_there_is_named(monkeypatch):
    with serving(in_turn(GOOD)) as (gone, _):
        pass
    monkeypatch.setenv("http_proxy", gone)
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("NO_PROXY", "")
    with pytest.raises(SourceError, match=r"The proxy to tahi\.example cannot be used, in 4 tries"):
        client_of(Time()).fetch(Request("http://tahi.example/"), as_json)


@pytest.mark.parametrize("name", [*BROKEN, "401", "404", "429", "gone"])
def test_no_secret_stands_in_an_error_or_a_log(name, caplog):
    caplog.set_level(logging.DEBUG)
    if name == "gone":
        with serving(in_turn(GOOD)) as (address, _):
            pass
        answer, _ = ask(Time(), GOOD, request=Request(address, params={"key": TOKEN}, token=TOKEN))
    else:
        answer, _ = ask(Time(), BROKEN.get(name) or Written(status=int(name)))
    assert isinstance(answer, FollowAuditError)
    told = "".join(traceback.format_exception(answer))
    assert TOKEN not in told + repr(answer) + caplog.text
    assert TOKEN not in repr(Request("https://name.example", {"key": TOKEN}, token=TOKEN))


def test_a_spent_quota_is_its_own_error() -> None:
    final = QuotaSpent("spent")
    with serving(in_turn(Written(b"", 429))) as (address, asked), pytest.raises(QuotaSpent):
        client_of(Time(), spent=lambda *_: final).fetch(Request(address), lambda reply: reply)
    assert len(asked) == 1
