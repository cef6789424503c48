"""Measure the reading of a large X archive: peak memory and seconds.

Run as ``python -m bench.bench_x_archive 1000`` for 1,000 MB of tweets. The archive is invented,
written to a temporary folder in parts of 100 MB as X does, and removed afterwards. The reading
happens in a process of its own, so that making the archive does not count.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.x_archive import write_archive
from connectors.collected import OwnAccount
from connectors.exports.registry import read_export

_MEGABYTE = 1_000_000


def main() -> None:
    """Make an archive of the size asked for, read it and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", type=int, nargs="?", default=1000)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        print(_read(given.read))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "twitter.zip"
        made = write_archive(path, given.megabytes * _MEGABYTE)
        print(f"{made / _MEGABYTE:,.0f} MB of tweets in a zip of {path.stat().st_size:,} bytes")
        command = [sys.executable, "-m", "bench.bench_x_archive", "--read", str(path)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())


def _read(path: Path) -> str:
    account = OwnAccount("x", "example_agency", "export", (path,), (), datetime.now(UTC))
    start = time.perf_counter()
    collected = read_export(account)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    counts = collected.interactions["kind"].value_counts().to_dict()
    records = sum(tally.records for tally in collected.tallies)
    return (
        f"{records:,} records read in {seconds:,.0f} s, peak memory {peak / _MEGABYTE:,.0f} MB; "
        f"rows {counts}"
    )


if __name__ == "__main__":
    main()
