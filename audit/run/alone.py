"""One run at a time in an output folder."""

from pathlib import Path

from filelock import FileLock, Timeout

from audit.run import folder
from connectors.errors import ConfigError


def alone(output: Path) -> FileLock:
    """Hold the lock of an output folder; raises ConfigError where another run has it."""
    lock = FileLock(output / ".follow-audit.lock", timeout=0)
    try:
        output.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        problem = f"Another run is at work in {output}. Wait until it has ended, then run again."
        raise ConfigError([problem]) from error
    except OSError as error:
        raise folder.cannot_write(output, error) from error
    return lock
