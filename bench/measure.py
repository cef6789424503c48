"""Measures a command in a process of its own: seconds and peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# ru_maxrss is in KiB on Linux and in bytes on macOS
_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Taken:
    """What a command took: seconds of the clock and bytes of memory at its peak."""

    seconds: float
    peak: int


def measure(arguments: Sequence[str], folder: Path) -> Taken:
    """Run Python with arguments in a folder; raises CalledProcessError where it fails.

    The modules are those of the folder that this one is run from.
    """
    command = [sys.executable, *arguments]
    root = str(Path(__file__).parents[1])
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": root},
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Taken(seconds, used.ru_maxrss * _UNIT)
