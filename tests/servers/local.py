"""A server on this machine that answers by a list of written answers, byte for byte."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from connectors.http import Client, open_session
from connectors.waiting import Patience

USER_AGENT = "follow-audit/0.1.0"


@dataclass(frozen=True)
class Asked:
    """A request as it came in."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Written:
    """An answer; ``length`` is what Content-Length says, where it lies. ``raw`` is sent alone."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    raw: bytes = b""


Answering = Callable[[Asked], Written]


@dataclass
class Time:
    """A clock that goes on only when somebody sleeps by it."""

    now: datetime = datetime(2026, 11, 24, 9, tzinfo=UTC)
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)


def client_of(time: Time, **rules) -> Client:
    """Make a client that never sleeps and never rolls dice."""
    patience = Patience(lambda: time.now, time.sleep, jitter=lambda: 0.0)
    return Client(open_session(USER_AGENT), patience, **{"timeouts": (2.0, 2.0)} | rules)


@contextmanager
def serving(answer: Answering) -> Iterator[tuple[str, list[Asked]]]:
    """Serve on 127.0.0.1; give the server's address and what it was asked, as it comes in."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length)
            one = Asked(self.command, self.path, dict(self.headers), body)
            asked.append(one)
            self._write(answer(one))

        do_HEAD = do_POST = do_GET  # noqa: N815 - the names that http.server looks for

        def _write(self, written: Written) -> None:
            self.close_connection = True
            if written.raw:
                self.wfile.write(written.raw)
                return
            self.send_response(written.status)
            for name, value in written.headers.items():
                self.send_header(name, value)
            told = len(written.body) if written.length is None else written.length
            self.send_header("Content-Length", str(told))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(written.body)

        def log_message(self, *_: object) -> None:
            """Say nothing in the output of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def in_turn(*answers: Written) -> Answering:
    """Give the answers one after the other, and the last for ever."""
    left = list(answers)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]
