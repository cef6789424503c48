"""Starts and stops the stateful server, and speaks with it."""

import importlib.util
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.servers.mastodon.names import CONTROL
from tests.servers.required import not_there

ROOT = Path(__file__).parents[3]
_STARTS_WITHIN = 60.0


@dataclass
class MastodonServer:
    """A running server at ``address``, whose accounts live at ``domain``."""

    address: str
    domain: str

    def world(self, **wanted: Any) -> dict[str, dict[str, str]]:
        """Begin anew; see ``tests.servers.mastodon.world.build``. Gives the server's numbers."""
        return self._post("world", {"accounts": [], **wanted})

    def rules(self, **rules: Any) -> None:
        """Change how the server behaves; see ``tests.servers.mastodon.app.Rules``."""
        self._post("rules", rules)

    def fault(self, path: str, effect: dict[str, Any], count: int = 1) -> None:
        """Let the mock fail: effects are status, ratelimit, latency, malformed and timeout."""
        self._post("faults", {"match": {"path": path}, "effect": effect, "count": count})

    def time(self) -> datetime:
        """Give the server's time: its limits are told by it."""
        return datetime.now(UTC)

    @property
    def asked(self) -> list[str]:
        """Give what the server was asked since its world began, paths with queries."""
        answer = requests.get(f"{self.address}{CONTROL}asked", timeout=10)
        answer.raise_for_status()
        return answer.json()

    def _post(self, what: str, value: Any) -> Any:
        answer = requests.post(f"{self.address}{CONTROL}{what}", json=value, timeout=60)
        answer.raise_for_status()
        return answer.json()


@contextmanager
def running(folder: Path, domain: str = "whare.tauira.example") -> Iterator[MastodonServer]:
    """Run the server in a process of its own; what it leaves goes into ``folder``."""
    port = _free_port()
    command = [sys.executable, "-m", "tests.servers.mastodon.app", str(port), domain]
    environment = {**os.environ, "TMPDIR": str(folder)}
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        server = MastodonServer(f"http://127.0.0.1:{port}", domain)
        _wait_for(server, process, folder / "server.log")
        yield server
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def mastodon_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MastodonServer]:
    """Give one server for all tests of a process; each test begins its own world."""
    if importlib.util.find_spec("mastodon_mock") is None:
        not_there("The Mastodon server", "pip install '.[servers]'")
    with running(tmp_path_factory.mktemp("mastodon")) as server:
        yield server


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(server: MastodonServer, process: subprocess.Popen[bytes], log: Path) -> None:
    last = time.monotonic() + _STARTS_WITHIN
    while True:
        try:
            requests.get(f"{server.address}/health", timeout=2).raise_for_status()
        except requests.RequestException:
            if process.poll() is not None or time.monotonic() > last:
                pytest.fail(f"The Mastodon server did not start: {log.read_text()[-2000:]}")
            time.sleep(0.1)
        else:
            return
