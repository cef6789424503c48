"""Measure the reading of every export format, as ratios to a plain parser over the same bytes.

Run as ``python -m bench.bench_exports``, or with the names of platforms. Each export is invented:
100,000 likes and 100,000 posts, not packed. The plain parser is orjson.loads, csv.reader or, for
Bluesky's repository, libipld.decode_car; it does nothing with what it read. Seconds are those of
the processor, memory is the peak above what the process had before, and each figure is of a
process of its own.

The aim is 3 times the plain parser. On 29 November 2026 (two cores shared with other work, Python
3.11) X took 1.7 times, Instagram and Bluesky 2.1, Mastodon 2.4, LinkedIn and YouTube 2.5, Threads
2.7, Facebook 2.8 and TikTok 2.8 to 3.0, where the records are shortest. Before they were read as
columns (connectors/columns.py, text_columns.py) LinkedIn and TikTok had taken 15 times. Memory
rose by 130 MB for X, 170 for Mastodon and YouTube, 190 for TikTok and Threads, 205 for LinkedIn and
240 for the others. With ``--count 400000`` TikTok took 2.9 times and 650 MB, LinkedIn 2.6 and 685,
Threads 2.4 and 640, Facebook 2.9 and 865, Instagram 1.9 and 800: memory follows the rows.
"""

import argparse
import csv
import gc
import io
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import libipld
import orjson

from bench.export_files import FORMATS, write
from connectors.collected import OwnAccount
from connectors.exports.registry import read_export
from tests.connectors import bluesky_files

_MEGABYTE = 1_000_000
# ru_maxrss is in KiB on Linux and in bytes on macOS
_UNIT = 1 if sys.platform == "darwin" else 1024
_HANDLES = {"bluesky": bluesky_files.DID, "mastodon": "example_agency@home.example"}


@dataclass(frozen=True)
class Used:
    """What a piece of work used: seconds of the processor and bytes of memory above its start."""

    seconds: float
    memory: int
    rows: int = 0


def main() -> None:
    """Measure each format asked for and print one line for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("platforms", nargs="*", help=", ".join(FORMATS))
    parser.add_argument("--count", type=int, default=100_000, help="likes, and posts, of each")
    given = parser.parse_args()
    print("format        MB     rows  read s plain s  ratio  MB up")
    for platform in given.platforms or FORMATS:
        print(_measured(platform, given.count), flush=True)


def _measured(platform: str, count: int) -> str:
    fresh = multiprocessing.get_context("spawn")
    with (
        tempfile.TemporaryDirectory() as name,
        ProcessPoolExecutor(1, fresh, max_tasks_per_child=1) as apart,
    ):
        folder = Path(name)
        size = apart.submit(write, platform, count, folder).result()
        whole = apart.submit(read, platform, folder).result()
        plain = apart.submit(read_plainly, folder).result()
    return (
        f"{platform:10} {size / _MEGABYTE:5,.0f} {whole.rows:8,} {whole.seconds:7.2f} "
        f"{plain.seconds:7.2f} {whole.seconds / plain.seconds:6.1f} "
        f"{whole.memory / _MEGABYTE:6,.0f}"
    )


def read(platform: str, folder: Path) -> Used:
    """Read an export as a run does."""
    handle = _HANDLES.get(platform, "example_agency")
    account = OwnAccount(platform, handle, "export", (folder,), (), datetime.now(UTC))
    return _used(lambda: len(read_export(account).interactions))


def read_plainly(folder: Path) -> Used:
    """Take each file of a folder through the plain parser for it."""
    files = [path for path in folder.rglob("*") if path.suffix in _PLAIN]
    return _used(lambda: sum(_PLAIN[path.suffix](path.read_bytes()) for path in files))


def _rows_of_csv(content: bytes) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(content.decode(), newline="")))


_PLAIN: dict[str, Callable[[bytes], int]] = {
    ".js": lambda content: len(orjson.loads(content.partition(b"=")[2])),
    ".json": lambda content: len(orjson.loads(content)),
    ".csv": _rows_of_csv,
    ".car": lambda content: len(libipld.decode_car(content)[1]),
}


def _used(work: Callable[[], int]) -> Used:
    gc.collect()
    before, start = _peak(), time.process_time()
    rows = work()
    return Used(time.process_time() - start, _peak() - before, rows)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


if __name__ == "__main__":
    main()
