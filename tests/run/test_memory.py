"""A run over a large archive: how much more memory each byte of the archive takes."""

import os
from pathlib import Path

import pytest

from bench.bench_run import run
from bench.x_archive import write_archive

# Every post is a repost with a link: more acts to a byte than any agency has, and both of the
# sizes have more rows of each kind than fit into a workbook. Holding what was collected beside
# the acts of the review took 3.2 bytes to a byte; reading back what is needed takes 1.8.
_SIZES = (120_000_000, 240_000_000)
_MOST = 2.2


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell the peak")
def test_memory_grows_slowly_with_the_archive(tmp_path: Path) -> None:
    made, peaks = [], []
    for size in _SIZES:
        folder = tmp_path / str(size)
        folder.mkdir()
        made.append(write_archive(folder / "twitter.zip", size, reposts=1, links=1))
        peaks.append(run(folder).peak)
    assert (peaks[1] - peaks[0]) / (made[1] - made[0]) < _MOST
