"""Measure a whole run over a large X archive, as ratios to reading the same bytes with json.

Run as ``python -m bench.bench_run 1000`` for 1,000 MB of tweets; several sizes may be given. The
archive is invented and removed afterwards. What it is measured against takes each file of the
archive, one after the other, through json.loads and does nothing with it.
"""

import argparse
import tempfile
from pathlib import Path

from bench.measure import Taken, measure
from bench.x_archive import write_archive

_MEGABYTE = 1_000_000
_CONFIG = """\
[agency]
name = "Example Agency"
[register]
jurisdiction = "nz"
[[account]]
platform = "x"
handle = "example_agency"
read = "export"
path = "twitter.zip"
"""
_JSON_ALONE = """\
import json, zipfile
with zipfile.ZipFile("twitter.zip") as archive:
    for name in archive.namelist():
        json.loads(archive.read(name).partition(b"=")[2])
"""


def main() -> None:
    """Measure each size asked for and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", type=int, nargs="*", default=[1000])
    for megabytes in parser.parse_args().megabytes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            made = write_archive(folder / "twitter.zip", megabytes * _MEGABYTE)
            print(_said(made, run(folder), measure(["-c", _JSON_ALONE], folder)))


def run(folder: Path) -> Taken:
    """Run the command over the archive twitter.zip of a folder, with the defaults."""
    (folder / "config.toml").write_text(_CONFIG, encoding="utf-8")
    return measure(["-m", "audit.cli", "run"], folder)


def _said(made: int, whole: Taken, json_alone: Taken) -> str:
    return (
        f"{made / _MEGABYTE:,.0f} MB of tweets: run {whole.seconds:,.1f} s, "
        f"{whole.peak / _MEGABYTE:,.0f} MB; json alone {json_alone.seconds:,.1f} s, "
        f"{json_alone.peak / _MEGABYTE:,.0f} MB; ratios {whole.seconds / json_alone.seconds:.1f} "
        f"in time, {whole.peak / json_alone.peak:.2f} in memory"
    )


if __name__ == "__main__":
    main()
